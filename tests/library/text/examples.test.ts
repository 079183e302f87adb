import { describe } from "mocha";
import * as text from "../../../library/src/text/index.ts";
import { Random } from "../../../library/src/random/index.ts";
import { testExamples } from "../documented-examples.ts";

describe("the documented examples of texts", () => {
  testExamples("text", { ...text, Random, Float64Array, Int32Array, Map }, 15);
});
