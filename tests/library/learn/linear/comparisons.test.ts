import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("the linear models beside scikit-learn", () => {
  for (const { estimator, what, tolerance, compare } of comparisons) {
    it(`${estimator}: ${what}, within ${tolerance}`, compare);
  }
});
