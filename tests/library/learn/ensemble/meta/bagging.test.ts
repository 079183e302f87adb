import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../../library/src/frame/index.ts";
import {
  BaggingClassifier,
  BaggingRegressor,
  KNeighborsClassifier,
  makeColumnTransformer,
  makePipeline,
  OneHotEncoder,
} from "../../../../../library/src/learn/index.ts";

const x = [[1], [2], [8], [9]];

describe("a bag of copies of one estimator", () => {
  it("hands a frame with texts on to pipelines", () => {
    const frame = new DataFrame({ town: ["rome", "oslo", "rome", "oslo"], age: [1, 2, 3, 4] });
    const estimator = makePipeline(
      makeColumnTransformer([[new OneHotEncoder(), ["town"]]]),
      new KNeighborsClassifier({ nNeighbors: 1 }),
    );
    const bag = new BaggingClassifier({ estimator, bootstrap: false, nEstimators: 2 });
    const made = bag.fit(frame, ["south", "north", "south", "north"]);
    assert.deepEqual(made.predict(frame), ["south", "north", "south", "north"]);
  });

  it("draws as many samples and features as are asked for, each once without replacement", () => {
    const wide = x.map(([a]) => [a, 2 * a, -a, a * a]);
    const params = { bootstrap: false, maxSamples: 3, maxFeatures: 0.5, randomState: 1 };
    const bag = new BaggingRegressor(params).fit(wide, [1, 2, 8, 9]);
    for (const places of bag.estimatorsSamples_) assert.equal(new Set(places).size, 3);
    for (const places of bag.estimatorsFeatures_) assert.equal(new Set(places).size, 2);
    assert.equal(bag.estimators_.length, 10);
  });

  it("never draws a sample without weight", () => {
    for (const bootstrap of [true, false]) {
      const bag = new BaggingRegressor({ bootstrap, randomState: 1, nEstimators: 30 });
      bag.fit(x, [1, 2, 8, 9], { sampleWeight: [1, 0, 1, 1] });
      assert.ok(bag.estimatorsSamples_.every((places) => !places.includes(1)));
    }
  });

  it("says what is wrong with its parameters", () => {
    const fit = (params: object) => () => new BaggingRegressor(params).fit(x, [1, 2, 8, 9]);
    assert.throws(fit({ oobScore: true, bootstrap: false }), /needs bootstrap: true/);
    assert.throws(fit({ maxFeatures: 2 }), /maxFeatures must be a whole number from 1 to 1/);
    assert.throws(fit({ maxSamples: 5, bootstrap: false }), /from 1 to 4; it is number 5/);
    assert.throws(fit({ nEstimators: 0 }), /nEstimators must be a whole number from 1/);
  });
});
