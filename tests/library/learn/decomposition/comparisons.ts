import assert from "node:assert/strict";
import {
  NMF,
  type NMFParams,
  PCA,
  type PCAParams,
  TruncatedSVD,
} from "../../../../library/src/learn/index.ts";
import { close, type Comparison } from "../cluster/compare.ts";
import { answers } from "./answers.ts";

const { x, wide } = answers;

type PCACase = keyof typeof answers.pca;
const pcas: [PCACase, Partial<PCAParams>, string][] = [
  ["full", { svdSolver: "full" }, "svdSolver full"],
  ["covarianceEigh", { nComponents: 4, svdSolver: "covarianceEigh" }, "svdSolver covarianceEigh"],
  ["whiten", { nComponents: 3, whiten: true }, "whiten"],
  ["part", { nComponents: 0.9 }, "as many components as explain 0.9 of the variance"],
  ["wide", { nComponents: 5 }, "more features than samples"],
  ["wide", { nComponents: 5, svdSolver: "randomized", randomState: 1 }, "svdSolver randomized"],
];

const nmfs: [keyof typeof answers.nmf, Partial<NMFParams>, string][] = [
  ["nndsvd", { init: "nndsvd" }, "init nndsvd"],
  ["nndsvda", {}, "init nndsvda"],
  ["penalty", { alphaW: 0.01, alphaH: 0.02, l1Ratio: 0.5 }, "penalties"],
];

const ofNMF = nmfs.map(([name, params, what]) => ({
  estimator: "NMF",
  what: `factors, error, iterations and transform: ${what}`,
  tolerance: 1e-7,
  compare: () => {
    const expected = answers.nmf[name];
    const positive = x.map((row) => row.map(Math.abs));
    const model = new NMF({ nComponents: 3, tol: 1e-6, maxIter: 3000, randomState: 1, ...params });
    close(model.fitTransform(positive).data, expected.w, 1e-7);
    close(model.components_.data, expected.components, 1e-7);
    close([model.reconstructionErr_], [expected.error], 1e-7);
    assert.equal(model.nIter_, expected.iterations);
    const more = positive.slice(0, 10).map((row) => row.map((value) => value + 0.5));
    close(model.transform(more).data, expected.transform, 1e-7);
  },
}));

const ofTruncated: Comparison = {
  estimator: "TruncatedSVD",
  what: "components up to their signs, singular values, variances and transform",
  tolerance: 1e-9,
  compare: () => {
    const expected = answers.truncated;
    const model = new TruncatedSVD({ nComponents: 3, randomState: 1 });
    close(model.fitTransform(x).data, expected.transform, 1e-9);
    close(model.components_.data, expected.components, 1e-9);
    close(model.singularValues_, expected.singular, 1e-9);
    close(model.explainedVariance_, expected.variance, 1e-9);
    close(model.explainedVarianceRatio_, expected.ratio, 1e-9);
  },
};

const ofPCA: readonly Comparison[] = pcas.map(([name, params, what]) => ({
  estimator: "PCA",
  what: `components with their signs, variances, transform and back: ${what}`,
  tolerance: 1e-10,
  compare: () => {
    const expected = answers.pca[name];
    const data = name === "wide" ? wide : x;
    const model = new PCA(params).fit(data);
    close(model.explainedVariance_, expected.variance, 1e-10);
    close(model.explainedVarianceRatio_, expected.ratio, 1e-10);
    close(model.singularValues_, expected.singular, 1e-10);
    close(model.components_.data, expected.components, 1e-10);
    close(model.mean_, expected.mean, 1e-10);
    close([model.noiseVariance_], [expected.noise], 1e-10);
    const out = model.transform(data);
    close(out.data, expected.transform, 1e-10);
    close(model.inverseTransform(out).data, expected.inverse, 1e-10);
  },
}));

/** What decompositions say beside scikit-learn. */
export const comparisons: readonly Comparison[] = [...ofPCA, ofTruncated, ...ofNMF];
