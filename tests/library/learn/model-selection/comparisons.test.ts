import { describe, it } from "mocha";
import { comparisons } from "./comparisons.ts";

describe("model selection beside scikit-learn", () => {
  for (const { what, compare } of comparisons) it(what, compare);
});
