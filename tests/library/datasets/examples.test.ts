import * as datasets from "daylab/datasets";
import { testExamples } from "../documented-examples.ts";

describe("library datasets: the examples of the documentation", () =>
  testExamples("datasets", datasets, 5));
