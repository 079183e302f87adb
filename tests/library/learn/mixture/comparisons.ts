import assert from "node:assert/strict";
import { GaussianMixture } from "../../../../library/src/learn/index.ts";
import { close, type Comparison } from "../cluster/compare.ts";
import { answers } from "./answers.ts";

const { x, meansInit, weightsInit, precisionsInit, fits } = answers;
const types = ["full", "tied", "diag", "spherical"] as const;

/** What mixtures say beside scikit-learn. */
export const comparisons: readonly Comparison[] = [
  ...types.map((covarianceType) => ({
    estimator: "GaussianMixture",
    what: `weights, means, covariances, probabilities, densities and criteria from a given start, ${covarianceType}`,
    tolerance: 1e-9,
    compare: () => {
      const expected = fits[covarianceType];
      const model = new GaussianMixture({
        nComponents: 3,
        covarianceType,
        weightsInit,
        meansInit,
        precisionsInit: precisionsInit[covarianceType],
        tol: 1e-5,
        maxIter: 500,
      }).fit(x);
      assert.equal(model.nIter_, expected.iterations);
      close(model.weights_, expected.weights, 1e-9);
      close(model.means_.data, expected.means, 1e-9);
      close(model.covariances_, expected.covariances, 1e-9);
      close([model.lowerBound_], [expected.lowerBound], 1e-9);
      close(model.predictProba(x).data, expected.probabilities, 1e-9);
      assert.deepEqual([...model.predict(x)], expected.labels);
      assert.deepEqual([...model.labels_], expected.labels);
      const moved = x.map((row) => row.map((value) => value + 0.1));
      close(model.scoreSamples(moved), expected.densities, 1e-9);
      close([model.aic(x), model.bic(x)], [expected.aic, expected.bic], 1e-9);
    },
  })),
  {
    estimator: "GaussianMixture",
    what: "the best density of 20 runs from KMeans",
    tolerance: 1e-4,
    compare: () => {
      const model = new GaussianMixture({
        nComponents: 3,
        nInit: 20,
        randomState: 0,
        tol: 1e-6,
        maxIter: 1000,
      });
      close([model.fit(x).score(x)], [answers.kmeans], 1e-4);
    },
  },
];
