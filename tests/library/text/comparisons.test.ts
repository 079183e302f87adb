import { describe, it } from "mocha";
import { allComparisons } from "./page/comparisons.ts";

const comparisons = await allComparisons();

describe("texts, beside other programs", () => {
  for (const { subject, what, oracle, tolerance, compare } of comparisons)
    it(`${subject}: ${what} (${oracle}, ${tolerance})`, compare);
});
