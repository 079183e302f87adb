import {
  ElasticNet,
  type ElasticNetParams,
  Lasso,
  lassoPath,
  LinearRegression,
  LogisticRegression,
  type Matrix,
  Perceptron,
  Ridge,
  RidgeClassifier,
  SGDClassifier,
  SGDRegressor,
} from "../../../../library/src/learn/index.ts";
import { type Answer, type Comparison, near, type Numbers, readFixture } from "./fixture.ts";

const { data, answers } = readFixture(new URL("fixtures/answers.json", import.meta.url));
const rows = (name: string): number[][] => data[name] as number[][];
const numbers = (name: string): number[] => data[name] as number[];

interface Regression {
  readonly coef_: Float64Array | Matrix;
  readonly intercept_: number | Float64Array;
  predict(x: number[][]): Float64Array | Matrix;
  score(x: number[][], y: number[] | number[][]): number;
}
interface Fits {
  readonly name: string;
  fit(x: number[][], y: number[] | number[][], options: object): Regression;
}

/** A regressor's weights, intercept, predictions and score, against the answer of that title. */
function regression(
  title: string,
  tolerance: number,
  model: Fits,
  x = "x",
  y = "y",
  weights?: string,
): Comparison {
  const compare = (): void => {
    const said = answers[title];
    const options = weights === undefined ? {} : { sampleWeight: numbers(weights) };
    const target = data[y] as number[];
    const fitted = model.fit(rows(x), target, options);
    near(fitted.coef_, said["coef"], tolerance);
    near(fitted.intercept_, said["intercept"], tolerance);
    near(fitted.predict(rows(x)), said["predicted"], tolerance);
    near(fitted.score(rows(x), target), said["score"], tolerance);
    if (fitted instanceof LinearRegression) {
      near(fitted.rank_, said["rank_"], 0);
      near(fitted.singular_, said["singular_"], tolerance);
    }
  };
  return { estimator: model.name, what: title, tolerance, compare };
}

interface Classification {
  readonly coef_: Matrix;
  readonly intercept_: Float64Array;
  predict(x: Numbers): ArrayLike<number>;
  decisionFunction(x: Numbers): Matrix;
  predictProba?(x: Numbers): Matrix;
  score(x: Numbers, y: number[]): number;
}
interface Classifies {
  readonly name: string;
  fit(x: never, y: number[], options: object): unknown;
}

/** A classifier's weights, decisions, probabilities, labels and score. */
function classification(
  title: string,
  tolerance: number,
  model: Classifies,
  y = "two",
  weights?: string,
  x = "x",
): Comparison {
  const compare = (): void => {
    const said: Answer = answers[title];
    const options = weights === undefined ? {} : { sampleWeight: numbers(weights) };
    const fitted = model.fit(rows(x) as never, numbers(y), options) as Classification;
    near(fitted.coef_, said["coef"], tolerance);
    near(fitted.intercept_, said["intercept"], tolerance);
    near(fitted.decisionFunction(data["more"]), said["decision"], tolerance);
    near(fitted.predict(data["more"]), said["predicted"], 0);
    near(fitted.score(data[x], numbers(y)), said["score"], 1e-12);
    if (said["probabilities"] === undefined) return;
    near(fitted.predictProba?.(data["more"]) ?? NaN, said["probabilities"], tolerance);
  };
  return { estimator: model.name, what: title, tolerance, compare };
}

const parts = [
  [0, 30],
  [30, 80],
  [0, 80],
] as const;
const done = { tol: 1e-12, maxIter: 100_000 };
// Both L-BFGS end where a step gains nothing but rounding: about 1e-6 from the least, for softmax.
const exact = { tol: 1e-10, maxIter: 10_000 };
const net = (params: Partial<ElasticNetParams>): ElasticNet =>
  new ElasticNet({ alpha: 0.3, ...done, ...params });

const still = { shuffle: false };
// The same steps in the same order, up to rounding.
const stochastic: readonly Comparison[] = [
  classification("sgd", 1e-9, new SGDClassifier(still), "two", undefined, "scaled"),
  classification(
    "sgd, log",
    1e-9,
    new SGDClassifier({ loss: "logLoss", alpha: 0.01, classWeight: "balanced", ...still }),
    "three",
    "weights",
    "scaled",
  ),
  classification(
    "sgd, modified huber",
    1e-9,
    new SGDClassifier({ loss: "modifiedHuber", alpha: 0.1, average: true, ...still }),
    "three",
    undefined,
    "scaled",
  ),
  classification(
    "sgd, l1",
    1e-9,
    new SGDClassifier({
      penalty: "l1",
      alpha: 0.01,
      learningRate: "adaptive",
      eta0: 0.1,
      ...still,
    }),
    "two",
    undefined,
    "scaled",
  ),
  classification(
    "sgd, elastic",
    1e-9,
    new SGDClassifier({
      loss: "squaredHinge",
      penalty: "elasticNet",
      alpha: 0.01,
      average: 200,
      ...still,
    }),
    "two",
    undefined,
    "scaled",
  ),
  classification("perceptron", 1e-9, new Perceptron(still), "three", undefined, "scaled"),
  classification(
    "perceptron, l2",
    1e-9,
    new Perceptron({ penalty: "l2", alpha: 0.01, ...still }),
    "two",
  ),
  regression("sgd, numbers", 1e-9, new SGDRegressor(still), "scaled"),
  regression(
    "sgd, huber",
    1e-9,
    new SGDRegressor({ loss: "huber", epsilon: 0.5, ...still }),
    "scaled",
    "y",
    "weights",
  ),
  regression(
    "sgd, epsilon",
    1e-9,
    new SGDRegressor({
      loss: "epsilonInsensitive",
      penalty: "elasticNet",
      l1Ratio: 0.4,
      alpha: 0.01,
      learningRate: "constant",
      ...still,
    }),
    "scaled",
  ),
  regression(
    "sgd, squared epsilon",
    1e-9,
    new SGDRegressor({
      loss: "squaredEpsilonInsensitive",
      penalty: null,
      average: 10,
      learningRate: "optimal",
      alpha: 0.1,
      ...still,
    }),
    "scaled",
  ),
  {
    estimator: "SGDClassifier",
    what: "sgd, in parts",
    tolerance: 1e-9,
    compare: () => {
      const model = new SGDClassifier(still);
      for (const [from, to] of parts) {
        const y = numbers("three").slice(from, to);
        model.partialFit(rows("scaled").slice(from, to), y, { classes: [0, 1, 2] });
      }
      near(model.coef_, answers["sgd, in parts"]["coef"], 1e-9);
      near(model.intercept_, answers["sgd, in parts"]["intercept"], 1e-9);
    },
  },
  {
    estimator: "SGDRegressor",
    what: "sgd, numbers in parts",
    tolerance: 1e-9,
    compare: () => {
      const model = new SGDRegressor(still);
      for (const [from, to] of parts)
        model.partialFit(rows("scaled").slice(from, to), numbers("y").slice(from, to));
      near(model.coef_, answers["sgd, numbers in parts"]["coef"], 1e-9);
      near(model.intercept_, answers["sgd, numbers in parts"]["intercept"], 1e-9);
    },
  },
];

/** Every comparison of the linear models with scikit-learn 1.9.1. */
export const comparisons: readonly Comparison[] = [
  ...stochastic,
  regression("ols", 1e-12, new LinearRegression()),
  regression("ols, no intercept", 1e-12, new LinearRegression({ fitIntercept: false })),
  regression("ols, weights", 1e-12, new LinearRegression(), "x", "y", "weights"),
  regression("ols, three targets", 1e-12, new LinearRegression(), "x", "y2"),
  regression("ols, dependent", 1e-12, new LinearRegression(), "dependent"),
  regression("ols, wide", 1e-12, new LinearRegression(), "wide", "wide_y"),
  regression("ridge", 1e-12, new Ridge()),
  regression(
    "ridge, weights",
    1e-12,
    new Ridge({ alpha: 5, fitIntercept: false }),
    "x",
    "y",
    "weights",
  ),
  regression("ridge, alphas", 1e-12, new Ridge({ alpha: [0.1, 10, 0.1] }), "x", "y2"),
  regression("ridge, svd", 1e-9, new Ridge({ alpha: 1e-3, solver: "svd" }), "dependent"),
  regression("ridge, wide", 1e-12, new Ridge({ alpha: 0.5 }), "wide", "wide_y"),
  regression("lasso", 1e-7, new Lasso({ alpha: 0.1, ...done })),
  regression("lasso, weights", 1e-7, new Lasso({ alpha: 0.1, ...done }), "x", "y", "weights"),
  regression("lasso, positive", 1e-7, new Lasso({ alpha: 0.05, positive: true, ...done })),
  regression("lasso, wide", 1e-6, new Lasso({ alpha: 0.1, ...done }), "wide", "wide_y"),
  {
    estimator: "Lasso",
    what: "lasso, targets",
    tolerance: 1e-7,
    compare: () => {
      const lasso = new Lasso({ alpha: 0.2, ...done }).fit(rows("x"), rows("y2"));
      near(lasso.coef_, answers["lasso, targets"]["coef"], 1e-7);
    },
  },
  regression("net", 1e-7, net({})),
  regression("net, weights", 1e-7, net({ l1Ratio: 0.2 }), "x", "y", "weights"),
  {
    estimator: "Lasso",
    what: "lasso path",
    tolerance: 1e-6,
    compare: () => {
      const means = columnMeans(rows("x"));
      const centered = rows("x").map((row) => row.map((value, j) => value - means[j]));
      const [mean] = columnMeans(numbers("y").map((value) => [value]));
      const target = numbers("y").map((value) => value - mean);
      const path = lassoPath(centered, target, { alphas: 20, ...done });
      near(path.alphas, answers["lasso path"]["alphas"], 1e-12);
      near(path.coefs, answers["lasso path"]["coefs"], 1e-6);
    },
  },
  classification("ridge classifier", 1e-12, new RidgeClassifier()),
  classification(
    "ridge classifier, three",
    1e-12,
    new RidgeClassifier({ alpha: 2, classWeight: "balanced" }),
    "three",
    "weights",
  ),
  classification("logistic", 1e-7, new LogisticRegression(exact)),
  classification(
    "logistic, weights",
    1e-7,
    new LogisticRegression({ C: 0.2, classWeight: { 0: 1, 1: 3 }, ...exact }),
    "two",
    "weights",
  ),
  classification("logistic, three", 1e-5, new LogisticRegression(exact), "three"),
  classification(
    "logistic, balanced",
    1e-6,
    new LogisticRegression({ C: 10, classWeight: "balanced", ...exact }),
    "three",
    "weights",
  ),
  // Without a penalty the softmax does not tell the level of the weights; both start from 0.
  classification(
    "logistic, none",
    1e-5,
    new LogisticRegression({ C: Infinity, ...exact }),
    "three",
  ),
  classification(
    "logistic, no intercept",
    1e-7,
    new LogisticRegression({ fitIntercept: false, ...exact }),
  ),
  classification(
    "logistic, l1",
    1e-5,
    new LogisticRegression({ C: 0.5, l1Ratio: 1, ...exact }),
    "three",
  ),
  classification(
    "logistic, elastic",
    1e-5,
    new LogisticRegression({ C: 0.2, l1Ratio: 0.4, ...exact }),
  ),
];

function columnMeans(x: readonly number[][]): number[] {
  return x[0].map((_, j) => x.reduce((sum, row) => sum + row[j], 0) / x.length);
}
