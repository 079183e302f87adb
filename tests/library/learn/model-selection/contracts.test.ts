import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import * as learn from "../../../../library/src/learn/index.ts";

const x = Array.from({ length: 50 }, (_, i) => [i]);
const y = x.map(([i]) => (i % 5 === 0 ? "rare" : "usual"));
const groups = x.map(([i]) => i % 7);
const share = (positions: Int32Array): number =>
  positions.reduce((sum, i) => sum + Number(y[i] === "rare"), 0) / positions.length;

const shuffled = { shuffle: true, randomState: 3 } as const;
const splitters: [string, learn.CrossValidator, boolean][] = [
  ["KFold", new learn.KFold(shuffled), true],
  ["StratifiedKFold", new learn.StratifiedKFold(shuffled), true],
  ["GroupKFold", new learn.GroupKFold(shuffled), true],
  ["StratifiedGroupKFold", new learn.StratifiedGroupKFold({ ...shuffled, nSplits: 3 }), true],
  ["ShuffleSplit", new learn.ShuffleSplit({ randomState: 3 }), false],
  ["StratifiedShuffleSplit", new learn.StratifiedShuffleSplit({ randomState: 3 }), false],
  ["GroupShuffleSplit", new learn.GroupShuffleSplit({ randomState: 3 }), false],
];

describe("splits that are drawn", () => {
  for (const [name, splitter, folds] of splitters) {
    it(`${name}: parts are apart, cover what they should, and come again`, () => {
      const splits = [...splitter.split(x, y, groups)];
      assert.equal(splits.length, splitter.getNSplits());
      assert.deepEqual([...splitter.split(x, y, groups)], splits);
      for (const [train, test] of splits) {
        const both = new Set([...train, ...test]);
        assert.equal(both.size, 50);
        assert.equal(train.length + test.length, 50);
        if (name.startsWith("Stratified") && !name.includes("Group")) {
          assert.equal(share(test), 0.2);
          assert.equal(share(train), 0.2);
        }
        if (name.includes("Group")) {
          const tested = new Set(Array.from(test, (i) => groups[i]));
          assert.ok(!train.some((i) => tested.has(groups[i])));
        }
      }
      if (!folds) return;
      const tested = splits.flatMap(([, test]) => [...test]).sort((a, b) => a - b);
      assert.deepEqual(
        tested,
        x.map(([i]) => i),
      );
    });
  }

  it("trainTestSplit keeps kinds, rows together, shares and groups", () => {
    const frame = new DataFrame({ n: x.map(([i]) => i), name: x.map(([i]) => `row ${i}`) });
    const options = { testSize: 0.3, randomState: 1, stratify: y };
    const [a, b, c, d] = learn.trainTestSplit(frame, y, options);
    assert.deepEqual([a.shape, b.shape, c.length, d.length], [[35, 2], [15, 2], 35, 15]);
    assert.equal(d.filter((label) => label === "rare").length, 3);
    const tested: number[] = b.column("n").values;
    tested.forEach((n, i) => assert.equal(y[n], d[i]));
    const [train, test] = learn.trainTestSplit(Float64Array.from(groups), { groups });
    assert.ok(train instanceof Float64Array && !train.some((group) => test.includes(group)));
    assert.throws(() => learn.trainTestSplit(x, y, { testSize: 50 }), /from 1 to 49/);
    assert.throws(() => learn.trainTestSplit(x, [1, 2]), /50 and 2/);
  });
});

describe("a search over a pipeline and a frame with holes and texts", () => {
  const frame = new DataFrame({
    size: x.map(([i]) => (i % 9 === 4 ? null : i)),
    city: x.map(([i]) => ["Rome", "Oslo", "Bern"][i % 3]),
  });
  const target = x.map(([i]) => (i > 24 ? "big" : "small"));
  const pipeline = () =>
    learn.makePipeline(
      learn.makeColumnTransformer([
        [new learn.SimpleImputer(), ["size"]],
        [new learn.OneHotEncoder(), ["city"]],
      ]),
      new learn.KNeighborsClassifier(),
    );
  const search = () =>
    new learn.RandomizedSearchCV({
      estimator: pipeline(),
      paramDistributions: { kNeighborsClassifier__nNeighbors: learn.randint(1, 6) },
      nIter: 3,
      randomState: 0,
    });

  it("learns, predicts and keeps a table; a fit that fails changes nothing", () => {
    const made = search();
    made.fit(frame, target);
    assert.ok(made.bestScore_ > 0.8, String(made.bestScore_));
    assert.equal(made.cvResults_.shape[0], 3);
    const before = made.predict(frame);
    assert.throws(() => made.fit(frame.select(["size"]), target), /city/);
    assert.deepEqual(made.predict(frame), before);
  });

  it("gives its score for what fails, and the error where all fail", () => {
    const failing = new learn.GridSearchCV({
      estimator: new learn.KNeighborsClassifier(),
      paramGrid: { nNeighbors: [3, 45] },
      cv: 5,
    });
    failing.fit(x, target);
    assert.deepEqual(failing.bestParams_, { nNeighbors: 3 });
    assert.ok(
      Number.isNaN(
        learn.crossValScore(new learn.KNeighborsClassifier({ nNeighbors: 41 }), x, target, {
          cv: [
            [[0], [1]],
            [x.map(([i]) => i), [1]],
          ],
        })[0],
      ),
    );
    const none = new learn.GridSearchCV({
      estimator: new learn.KNeighborsClassifier(),
      paramGrid: { nNeighbors: [0] },
    });
    assert.throws(() => none.fit(x, target), /nNeighbors must be/);
  });

  it("names scorers that are near a wrong one", () => {
    const scoring = "accurracy" as "accuracy";
    assert.throws(
      () => learn.crossValScore(new learn.DummyClassifier(), x, y, { scoring }),
      /"accuracy"/,
    );
  });
});

describe("permutationImportance", () => {
  it("finds the feature that matters, with the drop of the score", () => {
    const both = x.map(([i]) => [i, (i * 7) % 50]);
    const model = new learn.DecisionTreeClassifier().fit(
      both,
      y.map((_, i) => i > 24),
    );
    const truth = y.map((_, i) => i > 24);
    const found = learn.permutationImportance(model, both, truth, { randomState: 1, nRepeats: 8 });
    assert.ok(found.importancesMean[0] > 0.3);
    assert.equal(found.importancesMean[1], 0);
    assert.deepEqual(Object.keys(found.byName), ["x0", "x1"]);
  });
});
