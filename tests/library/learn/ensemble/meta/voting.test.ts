import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../../library/src/frame/index.ts";
import {
  DecisionTreeClassifier,
  GaussianNB,
  KNeighborsClassifier,
  makeColumnTransformer,
  makePipeline,
  OneHotEncoder,
  RidgeClassifier,
  VotingClassifier,
} from "../../../../../library/src/learn/index.ts";

const x = [[1], [2], [8], [9]];
const y = ["low", "low", "high", "high"];

describe("an ensemble of named estimators", () => {
  it("hands a frame with texts on to pipelines", () => {
    const frame = new DataFrame({ town: ["rome", "oslo", "rome", "oslo"], age: [1, 2, 3, 4] });
    const towns = makePipeline(
      makeColumnTransformer([[new OneHotEncoder(), ["town"]]]),
      new KNeighborsClassifier({ nNeighbors: 1 }),
    );
    const vote = new VotingClassifier({ estimators: [["towns", towns]] });
    const made = vote.fit(frame, ["south", "north", "south", "north"]);
    assert.deepEqual(made.predict(frame), ["south", "north", "south", "north"]);
    assert.deepEqual(made.featureNamesIn_, ["town", "age"]);
  });

  it("sets a member's parameter, exchanges and drops a member", () => {
    const near = new KNeighborsClassifier({ nNeighbors: 1 });
    const vote = new VotingClassifier({
      estimators: [
        ["near", near],
        ["bayes", new GaussianNB()],
      ],
    });
    vote.setParams({ near__nNeighbors: 2 });
    assert.equal(near.getParams().nNeighbors, 2);
    vote.setParams({ bayes: "drop", near: new DecisionTreeClassifier() }).fit(x, y);
    assert.deepEqual(Object.keys(vote.namedEstimators_), ["near"]);
    assert.ok(vote.estimators_[0] instanceof DecisionTreeClassifier);
    assert.throws(() => vote.setParams({ near: "drop" }).fit(x, y), /all estimators are dropped/);
  });

  it("says what is wrong with estimators, weights and votes", () => {
    const bayes = new GaussianNB();
    const fit = (params: object) => () => new VotingClassifier(params).fit(x, y);
    assert.throws(fit({}), /needs estimators: \[\["name", estimator\], …\]/);
    const twice = [
      ["a", bayes],
      ["a", bayes],
    ];
    assert.throws(fit({ estimators: twice }), /two steps called "a"/);
    assert.throws(fit({ estimators: [["a", 3]] }), /"a" must be an estimator that predicts/);
    assert.throws(fit({ estimators: [["a", bayes]], weights: [1, 2] }), /2 values for 1 estim/);
    assert.throws(fit({ estimators: [["a", bayes]], weights: [0] }), /must be above 0/);
    const ridge = new VotingClassifier({ estimators: [["a", new RidgeClassifier()]] }).fit(x, y);
    assert.throws(() => ridge.predictProba(x), /Set voting: "soft"/);
    ridge.setParams({ voting: "soft" }).fit(x, y);
    assert.throws(() => ridge.predict(x), /RidgeClassifier gives no probabilities/);
  });
});
