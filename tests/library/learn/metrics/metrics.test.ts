import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as learn from "../../../../library/src/learn/index.ts";
import { unasked } from "./asked.ts";
import { comparisons } from "./comparisons.ts";

describe("metrics beside scikit-learn", () => {
  it("are asked for every answer", () => assert.deepEqual(unasked(), []));
  for (const { what, compare } of comparisons) it(what, compare);
});

describe("metrics refuse what they cannot compare", () => {
  const wrong: [string, () => unknown, RegExp][] = [
    ["lengths", () => learn.accuracyScore([1, 2], [1]), /2 true values and 1 predicted/],
    ["nothing", () => learn.r2Score([], []), /at least one sample/],
    ["holes", () => learn.f1Score([1, null as never], [1, 0]), /sample 1 has null/],
    ["an option", () => learn.f1Score([1], [1], { avrage: "micro" } as object), /"average"/],
    ["three labels", () => learn.f1Score(["a", "b", "c"], ["a", "b", "c"]), /average: "macro"/],
    ["a positive label", () => learn.f1Score(["a", "b"], ["a", "b"]), /posLabel: "b"/],
    ["NaN", () => learn.meanSquaredError([1], [NaN]), /sample 0 has number NaN/],
    ["weights", () => learn.meanSquaredError([1], [1], { sampleWeight: [1, 2] }), /2 values for 1/],
    ["probabilities", () => learn.logLoss([0, 1], [0.2, 1.5]), /from 0 to 1; sample 1/],
    ["columns", () => learn.logLoss([0, 1], [[1, 0, 0]]), /labels \(0, 1\), but scores for 3/],
    ["one cluster", () => learn.silhouetteScore([[1], [2], [3]], [1, 1, 1]), /there are 1/],
    ["logarithms", () => learn.meanSquaredLogError([-2], [1]), /one is -2/],
  ];
  for (const [what, call, message] of wrong) it(what, () => assert.throws(call, message));

  it("but take labels of true and false", () => {
    assert.equal(learn.f1Score([true, false], [true, true]), 2 / 3);
  });
});
