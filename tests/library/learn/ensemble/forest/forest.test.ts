import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  DecisionTreeRegressor,
  Matrix,
  RandomForestClassifier,
  RandomForestRegressor,
} from "../../../../../library/src/learn/index.ts";
import { Random } from "../../../../../library/src/random/index.ts";
import { comparisons } from "./comparisons.ts";

/** Samples of eight features, and two classes that follow from the first two. */
function samples(rows: number): { x: Matrix; y: number[] } {
  const random = new Random(4);
  const x = new Matrix(
    Float64Array.from({ length: rows * 8 }, () => random.normal()),
    rows,
    8,
  );
  const y = Array.from({ length: rows }, (_, i) => Number(x.at(i, 0) * x.at(i, 1) > 0));
  return { x, y };
}

describe("forests answer what scikit-learn answers, draws aside", () => {
  for (const { estimator, what, tolerance, compare } of comparisons) {
    it(`${estimator}, within ${tolerance.toFixed(3)}: ${what}`, compare);
  }
});

describe("a forest", () => {
  it("that draws nothing is one tree, many times", () => {
    const { x } = samples(200);
    const y = Float64Array.from({ length: 200 }, (_, i) => x.at(i, 0) + Math.sin(x.at(i, 3)));
    const growth = { minSamplesLeaf: 5, maxFeatures: "all" } as const;
    const forest = new RandomForestRegressor({ ...growth, nEstimators: 3, bootstrap: false });
    const alone = new DecisionTreeRegressor(growth).fit(x, y);
    for (const tree of forest.fit(x, y).trees_) assert.deepEqual(tree, alone.tree_);
  });

  it("is the same grown by two threads", () => {
    const { x, y } = samples(5000);
    const options = { nEstimators: 400, maxDepth: 3, oobScore: true, randomState: 7 };
    const alone = new RandomForestClassifier(options).fit(x, y);
    const together = new RandomForestClassifier({ ...options, nJobs: 2 }).fit(x, y);
    assert.deepEqual(together.trees_, alone.trees_);
    assert.equal(together.oobScore_, alone.oobScore_);
  });

  it("differs with randomState, and says what options need each other", () => {
    const { x, y } = samples(100);
    const grown = (randomState: number) =>
      new RandomForestClassifier({ nEstimators: 3, randomState }).fit(x, y).trees_;
    assert.deepEqual(grown(1), grown(1));
    assert.notDeepEqual(grown(1), grown(2));
    const wrong = new RandomForestClassifier({ bootstrap: false, oobScore: true });
    assert.throws(() => wrong.fit(x, y), /oobScore \(boolean true\) needs bootstrap: true/);
    assert.throws(
      () => new RandomForestClassifier({ nJobs: 0 }).fit(x, y),
      /nJobs must be a whole number from 1; it is number 0/,
    );
    assert.throws(
      () => new RandomForestClassifier({ classWeight: { 5: 2 } }).fit(x, y),
      /classWeight names the class "5", which y does not have; its classes are 0, 1/,
    );
  });
});
