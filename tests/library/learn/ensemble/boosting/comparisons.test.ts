import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("boosting answers as scikit-learn does", () => {
  for (const { estimator, what, tolerance, compare } of comparisons) {
    it(`${estimator}, ${what} (within ${tolerance})`, compare);
  }
});
