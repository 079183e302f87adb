import * as nn from "../../../../library/src/nn/index.ts";
import { testExamples } from "../../documented-examples.ts";
import * as tf from "@tensorflow/tfjs-node";

describe("nn: the examples of graphs", () => testExamples("nn/graph", { ...nn, tf }, 4));
