import { readFileSync } from "node:fs";
import {
  ConstantKernel,
  DotProduct,
  ExpSineSquared,
  type GaussianKernel,
  GaussianProcessRegressor,
  type GaussianProcessRegressorParams,
  Matern,
  Matrix,
  RationalQuadratic,
  RBF,
  WhiteKernel,
} from "../../../../library/src/learn/index.ts";
import { close } from "../close.ts";

interface Answers {
  x: number[][];
  y: number[];
  queries: number[][];
  kernels: {
    kernel: string;
    features: number;
    k: number[][];
    cross: number[][];
    diagonal: number[];
    gradients: number[][][];
    likelihood: number;
    slope: number[];
  }[];
  fits: {
    name: string;
    theta: number[];
    likelihood: number;
    mean: number[];
    std: number[];
    covariance: number[][];
    score: number;
  }[];
}

const { x, y, queries, ...answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Answers;

const kernels: Record<string, { plus(other: GaussianKernel): GaussianKernel }> = {
  rbf: new RBF({ lengthScale: 0.8 }),
  "rbf of two lengths": new RBF({ lengthScale: [0.7, 1.9] }),
  "matern 0.5": new Matern({ lengthScale: 1.2, nu: 0.5 }),
  "matern 1.5": new Matern({ lengthScale: [1.2, 0.6], nu: 1.5 }),
  "matern 2.5": new Matern({ lengthScale: 0.9, nu: 2.5 }),
  "matern inf": new Matern({ lengthScale: 0.9, nu: Infinity }),
  constant: new ConstantKernel({ constantValue: 2.5 }),
  white: new WhiteKernel({ noiseLevel: 0.3 }),
  dot: new DotProduct({ sigma0: 0.7 }),
  "rational quadratic": new RationalQuadratic({ lengthScale: 1.3, alpha: 0.6 }),
  periodic: new ExpSineSquared({ lengthScale: 1.1, periodicity: 2.3 }),
  "sum and product": new ConstantKernel({ constantValue: 2 })
    .times(new RBF({ lengthScale: 1.5 }))
    .times(new Matern({ lengthScale: 2 }))
    .plus(new WhiteKernel({ noiseLevel: 0.1 })),
};
const matrix = (rows: readonly (readonly number[])[], features: number) =>
  new Matrix(
    Float64Array.from(rows.flatMap((row) => row.slice(0, features))),
    rows.length,
    features,
  );

const ofKernels = answers.kernels.flatMap((one) => [
  {
    estimator: "GaussianProcessRegressor",
    what: `covariances and their derivatives, kernel ${one.kernel}`,
    tolerance: 1e-12,
    compare: () => {
      const kernel = kernels[one.kernel] as unknown as GaussianKernel;
      const few = matrix(x.slice(0, 6), one.features);
      const { k, gradients } = kernel.covariance(few, true);
      close(k, one.k, 1e-12);
      close(gradients, one.gradients, 1e-12);
      close(kernel.cross(few, matrix(queries, one.features)), one.cross, 1e-12);
      close(kernel.diagonal(few), one.diagonal, 1e-12);
    },
  },
  {
    estimator: "GaussianProcessRegressor",
    what: `likelihood and its gradient, kernel ${one.kernel}`,
    tolerance: 1e-8,
    compare: () => {
      const kernel = kernels[one.kernel].plus(new WhiteKernel({ noiseLevel: 0.1 }));
      const made = new GaussianProcessRegressor({ kernel, optimizer: "none" });
      made.fit(matrix(x, one.features), y);
      const { value, gradient } = made.logMarginalLikelihood();
      close([value, made.logMarginalLikelihoodValue_], [one.likelihood, one.likelihood], 1e-8);
      close(gradient, one.slope, 1e-8);
    },
  },
]);

const white = () => new WhiteKernel({ noiseLevel: 0.5 });
const one = () => new ConstantKernel();
const settings: Record<string, Partial<GaussianProcessRegressorParams>> = {
  "default kernel": { alpha: 0.1, optimizer: "none" },
  "rbf + white": { kernel: new RBF().plus(white()), normalizeY: true },
  "scaled matern + white": {
    kernel: one()
      .times(new Matern({ lengthScale: [1, 1], nu: 2.5 }))
      .plus(white()),
  },
  "rbf, alpha": { kernel: one().times(new RBF()), alpha: 0.05, normalizeY: true },
  "at a bound": {
    kernel: one()
      .times(new RBF({ lengthScaleBounds: [1e-2, 0.8] }))
      .plus(white()),
    normalizeY: true,
  },
};

const fits = answers.fits.map((fit) => ({
  estimator: "GaussianProcessRegressor",
  what: `hyperparameters found, likelihood, means, deviations and covariances, ${fit.name}`,
  tolerance: 1e-3,
  compare: () => {
    const options = { ...settings[fit.name], nRestartsOptimizer: 3, randomState: 1 };
    const made = new GaussianProcessRegressor(options).fit(x, y);
    // Both searches stop where the likelihood hardly grows, so hyperparameters agree less closely.
    close(made.logMarginalLikelihoodValue_, fit.likelihood, 1e-6);
    close(made.kernel_.theta(), fit.theta, 1e-3);
    const { mean, std } = made.predict(queries, { returnStd: true });
    close(mean, fit.mean, 1e-3);
    close(std, fit.std, 1e-3);
    const { covariance } = made.predict(queries, { returnCov: true });
    close(covariance.toArray(), fit.covariance, 1e-3);
    close(made.score(x, y), fit.score, 1e-3);
  },
}));

export const comparisons = [...ofKernels, ...fits];
