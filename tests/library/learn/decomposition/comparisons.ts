import { PCA, type PCAParams } from "../../../../library/src/learn/index.ts";
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

/** What decompositions say beside scikit-learn. */
export const comparisons: readonly Comparison[] = pcas.map(([name, params, what]) => ({
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
