import * as nn from "../../../../library/src/nn/index.ts";
import { testExamples } from "../../documented-examples.ts";
import * as tf from "@tensorflow/tfjs-node";

describe("nn: the examples of layers", () => testExamples("nn/layers", { ...nn, tf }, 11));
