import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("trees answer what scikit-learn answers", () => {
  for (const { estimator, what, tolerance, compare } of comparisons) {
    it(`${estimator}, within ${tolerance}: ${what}`, compare);
  }
});
