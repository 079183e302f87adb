import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../../library/src/frame/index.ts";
import {
  GaussianNB,
  KNeighborsClassifier,
  LogisticRegression,
  makeColumnTransformer,
  makePipeline,
  OneHotEncoder,
  RidgeClassifier,
  StackingClassifier,
} from "../../../../../library/src/learn/index.ts";

const x = [[1], [2], [8], [9]];
const y = ["low", "low", "high", "high"];

describe("a stack of named estimators", () => {
  it("hands a frame with texts on to pipelines", () => {
    const frame = new DataFrame({ town: ["rome", "oslo", "rome", "oslo"], age: [1, 2, 3, 4] });
    const towns = makePipeline(
      makeColumnTransformer([[new OneHotEncoder(), ["town"]]]),
      new KNeighborsClassifier({ nNeighbors: 1 }),
    );
    const stack = new StackingClassifier({ estimators: [["towns", towns]], cv: 2 });
    const made = stack.fit(frame, ["south", "north", "south", "north"]);
    assert.deepEqual(made.predict(frame), ["south", "north", "south", "north"]);
    assert.deepEqual(made.getFeatureNamesOut(), ["towns"]);
  });

  it("sets parameters of members and of what stands on top", () => {
    const stack = new StackingClassifier({
      estimators: [["near", new KNeighborsClassifier()]],
      finalEstimator: new LogisticRegression(),
      cv: 2,
    });
    stack.setParams({ near__nNeighbors: 1, finalEstimator__C: 5 }).fit(x, y);
    assert.equal((stack.estimators_[0] as KNeighborsClassifier).getParams().nNeighbors, 1);
    assert.equal((stack.finalEstimator_ as LogisticRegression).getParams().C, 5);
  });

  it("says what is wrong with folds and methods", () => {
    const fit = (params: object) => () =>
      new StackingClassifier({ estimators: [["a", new GaussianNB()]], ...params }).fit(x, y);
    assert.throws(fit({ cv: 3 }), /StackingClassifier has no splits\. .*3/);
    assert.throws(fit({ cv: 2, stackMethod: "decisionFunction" }), /GaussianNB has no decisionFun/);
    assert.throws(fit({ stackMethod: "guess" }), /"auto", "predictProba"/);
    const ridge = new StackingClassifier({
      estimators: [["a", new GaussianNB()]],
      finalEstimator: new RidgeClassifier(),
      cv: 2,
    }).fit(x, y);
    assert.throws(() => ridge.predictProba(x), /RidgeClassifier gives no probabilities/);
  });
});
