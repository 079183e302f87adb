import assert from "node:assert/strict";
import {
  GaussianNB,
  LinearRegression,
  VotingClassifier,
  type VotingClassifierParams,
  VotingRegressor,
} from "../../../../../library/src/learn/index.ts";
import { close } from "../../close.ts";
import { answers, classifiers, type Comparison, logistic, regressors } from "./answers.ts";

type Settings = Partial<VotingClassifierParams>;
const weighed = () =>
  [
    ["line", logistic()],
    ["bayes", new GaussianNB()],
  ] as const;
const votes: Record<string, readonly [Settings, "two" | "three", weighted?: boolean]> = {
  hard: [{}, "three"],
  "hard, weights of votes": [{ weights: [1, 1, 3] }, "three"],
  soft: [{ voting: "soft" }, "three"],
  "soft, weights of votes": [{ voting: "soft", weights: [1, 2, 0.5] }, "two"],
  "soft, weights of samples": [{ voting: "soft", estimators: weighed() }, "three", true],
};

export const votingComparisons: readonly Comparison[] = [
  ...Object.entries(votes).map(([what, [settings, target, weighted]]) => ({
    estimator: "VotingClassifier",
    what,
    tolerance: 1e-6,
    compare: () => {
      const vote = new VotingClassifier({ estimators: classifiers(), ...settings });
      const options = weighted ? { sampleWeight: answers.weights } : {};
      const made = vote.fit(answers.x, answers.targets[target], options);
      const { predicted, chances } = answers.voting[what];
      assert.deepEqual(made.predict(answers.new), predicted);
      if (settings.voting === "soft") {
        close(made.predictProba(answers.new).toArray(), chances, 1e-6);
      }
    },
  })),
  ...(["mean", "weights", "weights of samples"] as const).map((what) => ({
    estimator: "VotingRegressor",
    what,
    tolerance: 1e-9,
    compare: () => {
      const weighted = what === "weights of samples";
      const mean = new VotingRegressor({
        estimators: weighted ? [["line", new LinearRegression()]] : regressors(),
        ...(what === "weights" && { weights: [3, 1, 2] }),
      });
      mean.fit(answers.x, answers.y, weighted ? { sampleWeight: answers.weights } : {});
      close(mean.predict(answers.new), answers.mean[what].predicted, 1e-9);
    },
  })),
];
