import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("texts as features, beside scikit-learn", () => {
  for (const { estimator, what, tolerance, compare } of comparisons)
    it(`${estimator}: ${what} (${tolerance})`, compare);
});
