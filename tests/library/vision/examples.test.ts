import { describe } from "mocha";
import * as vision from "../../../library/src/vision/index.ts";
import { testExamples } from "../documented-examples.ts";

describe("the documented examples of vision", () => {
  testExamples("vision", { ...vision, Uint8Array, Uint8ClampedArray, Float64Array }, 5);
});
