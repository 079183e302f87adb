import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { SVC, SVR } from "../../../../library/src/learn/index.ts";
import { comparisons } from "./comparisons.ts";

describe("support vector machines, beside scikit-learn", () => {
  for (const { estimator, what, tolerance, compare } of comparisons)
    it(`${estimator}: ${what} (within ${tolerance})`, compare);
});

describe("support vector machines", () => {
  const x = [[0], [1], [2], [3], [4], [5]];
  const y = ["a", "b", "a", "b", "a", "b"];

  it("find the same with a cache of two rows", () => {
    const wide = x.map(([v]) => Float64Array.from({ length: 3 }, (_, j) => Math.sin(v + j)));
    const [all, few] = [200, 1e-9].map((cacheSize) => new SVC({ cacheSize }).fit(wide, y));
    assert.deepEqual(few.dualCoef_.data, all.dualCoef_.data);
  });

  it("take a kernel of one's own", () => {
    const kernel = (a: Float64Array, b: Float64Array) => a[0] * b[0];
    const own = new SVC({ kernel }).fit(x, y);
    const named = new SVC({ kernel: "linear" }).fit(x, y);
    assert.deepEqual(own.decisionFunction(x).data, named.decisionFunction(x).data);
  });

  it("stop after maxIter steps, and say so", () => {
    const made = new SVC({ maxIter: 1 }).fit(x, y);
    assert.deepEqual([...made.nIter_], [1]);
    assert.equal(made.converged_, false);
    assert.equal(new SVC().fit(x, y).converged_, true);
  });

  it("leave out samples of weight 0", () => {
    const sampleWeight = [1, 1, 1, 1, 0, 0];
    const made = new SVC({ gamma: 1 }).fit(x, y, { sampleWeight });
    const fewer = new SVC({ gamma: 1 }).fit(x.slice(0, 4), y.slice(0, 4));
    assert.deepEqual(made.decisionFunction(x).data, fewer.decisionFunction(x).data);
    const none = [1, 0, 1, 0, 1, 0];
    assert.throws(() => new SVC().fit(x, y, { sampleWeight: none }), /class b has none/);
  });

  it("give the same probabilities for a randomState, others for another", () => {
    const labels = ["a", "a", "b", "a", "b", "b"];
    const make = (randomState: number) =>
      new SVC({ probability: true, randomState }).fit(x, labels).predictProba(x).data;
    assert.deepEqual(make(1), make(1));
    assert.notDeepEqual(make(1), make(2));
    assert.throws(() => new SVC().fit(x, labels).predictProba(x), /probability: true/);
  });

  it("refuse what they do not know", () => {
    const wrong = (options: object, text: RegExp) =>
      assert.throws(() => new SVC(options).fit(x, y), text);
    wrong({ kernel: "rbg" }, /kernel must be one of "linear".*it is "rbg"/);
    wrong({ C: 0 }, /C must be a number above 0/);
    wrong({ gamma: "big" }, /gamma must be one of/);
    wrong({ decisionFunctionShape: "all" }, /decisionFunctionShape/);
    wrong({ classWeight: { c: 1 } }, /classWeight names the class "c"/);
    const bad = new SVR({ epsilon: -1 });
    assert.throws(() => bad.fit(x, [1, 2, 3, 4, 5, 6]), /SVR: epsilon must be a number from 0/);
  });
});
