import * as datasets from "@daylab/datasets";
import { testExamples } from "../library/documented-examples.ts";

describe("datasets: the examples of the documentation", () => {
  testExamples("../../datasets/src/bundled", datasets, 5);
  testExamples("../../datasets/src/generate", { ...datasets, ...datasets.generate }, 8);
});
