import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("manifolds beside scikit-learn", () => {
  for (const { estimator, what, compare } of comparisons) it(`${estimator}: ${what}`, compare);
});
