import assert from "node:assert/strict";
import {
  BaggingClassifier,
  BaggingRegressor,
  GaussianNB,
  Ridge,
} from "../../../../../library/src/learn/index.ts";
import { close } from "../../close.ts";
import { answers, type Comparison } from "./answers.ts";

const seeds = Array.from({ length: 10 }, (_, seed) => seed);

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const baggingComparisons: readonly Comparison[] = [
  {
    estimator: "BaggingRegressor",
    what: "all samples are the member alone",
    tolerance: 1e-9,
    compare: () => {
      const params = { estimator: new Ridge(), nEstimators: 4, bootstrap: false };
      const bag = new BaggingRegressor(params).fit(answers.x, answers.y);
      close(bag.predict(answers.new), answers.whole.member.predicted, 1e-9);
    },
  },
  {
    estimator: "BaggingClassifier",
    what: "all samples are the member alone",
    tolerance: 1e-8,
    compare: () => {
      const params = { estimator: new GaussianNB(), nEstimators: 4, bootstrap: false };
      const bag = new BaggingClassifier(params).fit(answers.x, answers.targets.three);
      assert.deepEqual(bag.predict(answers.new), answers.whole.classes.predicted);
      close(bag.predictProba(answers.new).toArray(), answers.whole.classes.chances, 1e-8);
    },
  },
  {
    estimator: "BaggingRegressor",
    what: "scores of trees, also on samples left out, over ten seeds",
    tolerance: 0.05,
    compare: () => {
      const bags = seeds.map((randomState) =>
        new BaggingRegressor({ nEstimators: 20, oobScore: true, randomState }).fit(
          answers.x,
          answers.y,
        ),
      );
      const scores = bags.map((bag) => bag.score(answers.new, answers.newY));
      close([meanOf(scores)], [meanOf(answers.bags.regressor)], 0.05);
      const left = bags.map((bag) => bag.oobScore_!);
      close([meanOf(left)], [meanOf(answers.bags.regressorOob)], 0.05);
    },
  },
  {
    estimator: "BaggingClassifier",
    what: "scores of trees on some features, also on samples left out, over ten seeds",
    tolerance: 0.06,
    compare: () => {
      const part = { maxSamples: 0.7, maxFeatures: 2 };
      const bags = seeds.map((randomState) =>
        new BaggingClassifier({ nEstimators: 20, oobScore: true, randomState, ...part }).fit(
          answers.x,
          answers.targets.three,
        ),
      );
      const scores = bags.map((bag) => bag.score(answers.new, answers.newLabels));
      close([meanOf(scores)], [meanOf(answers.bags.classifier)], 0.06);
      const left = bags.map((bag) => bag.oobScore_!);
      close([meanOf(left)], [meanOf(answers.bags.classifierOob)], 0.06);
    },
  },
];
