import { describe } from "mocha";
import * as learn from "../../../library/src/learn/index.ts";
import { DataFrame } from "../../../library/src/frame/index.ts";
import { testExamples } from "../documented-examples.ts";

describe("the documented examples of the estimators", () => {
  testExamples("learn", { ...learn, DataFrame, Float64Array }, 15);
});
