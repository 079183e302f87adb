import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GaussianNB, MultinomialNB } from "../../../../library/src/learn/index.ts";

const x = [
  [1, 0],
  [0, 2],
];

describe("naive Bayes", () => {
  it("asks for all classes at the first partialFit, and refuses a label that is not among them", () => {
    assert.throws(() => new MultinomialNB().partialFit(x, ["a", "b"]), /MultinomialNB: the first/);
    const made = new MultinomialNB().partialFit(x, ["a", "b"], { classes: ["a", "b", "c"] });
    assert.deepEqual(made.classes_, ["a", "b", "c"]);
    assert.throws(() => made.partialFit(x, ["a", "z"] as string[]), /label "z".*"a", "b", "c"/);
  });

  it("gives a class that has not come yet no probability", () => {
    const made = new GaussianNB().partialFit(x, ["a", "b"], { classes: ["a", "b", "c"] });
    const [row] = made.predictProba(x).toArray();
    assert.equal(row[2], 0);
    assert.ok(Math.abs(row[0] - 1) < 1e-9);
  });

  it("counts: what is negative is refused, by name and row", () => {
    assert.throws(() => new MultinomialNB().fit([[1], [-2]], [0, 1]), /"x0" has -2 in row 1/);
  });

  it("refuses priors that are not one a class with the sum 1", () => {
    const fit = (priors: number[]) => () => new GaussianNB({ priors }).fit(x, [0, 1]);
    assert.throws(fit([0.5, 0.6]), /priors must be 2 numbers.*\[0\.5,0\.6\]/);
    assert.throws(fit([1]), /priors must be 2 numbers/);
  });
});
