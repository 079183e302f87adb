import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("ensembles of any estimators answer as scikit-learn does", () => {
  for (const { estimator, what, tolerance, compare } of comparisons) {
    it(`${estimator}, ${what} (within ${tolerance})`, compare);
  }
});
