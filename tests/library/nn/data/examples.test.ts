import * as nn from "../../../../library/src/nn/index.ts";
import { testExamples } from "../../documented-examples.ts";

const names = { ...nn, ...nn.random };

describe("nn/data: the examples of the documentation", () => testExamples("nn/data", names, 5));
describe("nn/random: the examples of the documentation", () => testExamples("nn/random", names, 2));
describe("nn/preprocessing: the examples of the documentation", () =>
  testExamples("nn/preprocessing", names, 6));
