import { type HistLoss, meanOf, quantileOf, squaredError } from "../hist/losses.ts";
import { logLossOfMany, logLossOfTwo, softmaxAt } from "../hist/losses-of-classes.ts";

/** What boosting of exact trees makes small. Raw predictions stand output after output. */
export interface GradientLoss {
  /** The constant to begin with; one for each output. */
  readonly intercept: HistLoss["intercept"];
  readonly mean: HistLoss["mean"];
  /** What the loss is multiplied by where it is reported. */
  readonly factor: number;
  /** Called before each round. */
  prepare?(y: Float64Array, raw: Float64Array, weights: Float64Array): void;
  /** Writes what the trees learn: the negative gradient. */
  residuals(y: Float64Array, raw: Float64Array, into: Float64Array): void;
  /** The value of a leaf; undefined where it is the mean of the residuals. */
  readonly leaf: ((at: LeafSamples) => number) | undefined;
}

/** The samples of a leaf. */
export interface LeafSamples {
  /** The target: for several classes 1 where the sample is of the output's class. */
  readonly y: Float64Array;
  readonly raw: Float64Array;
  readonly residuals: Float64Array;
  readonly weights: Float64Array;
}

/** Half the squared error. */
export const squared: GradientLoss = {
  intercept: squaredError.intercept,
  mean: squaredError.mean,
  factor: 2,
  residuals(y, raw, into) {
    for (let i = 0; i < y.length; i++) into[i] = y[i] - raw[i];
  },
  leaf: undefined,
};

const errorsOf = ({ y, raw }: LeafSamples): Float64Array => y.map((value, i) => value - raw[i]);

/** The pinball loss; at one half, twice it is the absolute error. */
export function pinball(loss: HistLoss, part: number, isAbsolute: boolean): GradientLoss {
  const [low, high] = isAbsolute ? [-1, 1] : [part - 1, part];
  return {
    intercept: loss.intercept,
    mean: loss.mean,
    factor: 1,
    residuals(y, raw, into) {
      for (let i = 0; i < y.length; i++) {
        const above = isAbsolute ? raw[i] <= y[i] : y[i] >= raw[i];
        into[i] = above ? high : low;
      }
    },
    leaf: (at) => quantileOf(errorsOf(at), part, at.weights),
  };
}

/** Huber's loss: squared for small errors, absolute for those beyond the quantile `part` of all. */
export function huber(part: number): GradientLoss {
  let delta = 1;
  const clipped = (error: number): number => Math.sign(error) * Math.min(delta, Math.abs(error));
  return {
    intercept: (y, weights) => Float64Array.of(quantileOf(y, 0.5, weights)),
    mean(y, raw, weights) {
      const losses = y.map((value, i) => {
        const error = Math.abs(value - raw[i]);
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
      });
      return meanOf(losses, weights);
    },
    factor: 1,
    prepare(y, raw, weights) {
      const errors = y.map((value, i) => Math.abs(value - raw[i]));
      delta = quantileOf(errors, part, weights);
    },
    residuals(y, raw, into) {
      for (let i = 0; i < y.length; i++) into[i] = clipped(y[i] - raw[i]);
    },
    leaf(at) {
      const errors = errorsOf(at);
      const middle = quantileOf(errors, 0.5, at.weights);
      return (
        middle +
        meanOf(
          errors.map((error) => clipped(error - middle)),
          at.weights,
        )
      );
    },
  };
}

/** One Newton step: the mean of the residuals by the mean of the second derivatives. */
const newton =
  (factor: number, curvature: (y: number, residual: number) => number) =>
  ({ y, residuals, weights }: LeafSamples): number => {
    const below = meanOf(
      residuals.map((value, i) => curvature(y[i], value)),
      weights,
    );
    return Math.abs(below) < 1e-150 ? 0 : (factor * meanOf(residuals, weights)) / below;
  };

const ofChance = (y: number, residual: number): number => {
  const chance = y - residual;
  return chance * (1 - chance);
};

/** The logarithmic loss of two classes. */
export const ofTwo: GradientLoss = {
  intercept: logLossOfTwo.intercept,
  mean: logLossOfTwo.mean,
  factor: 2,
  residuals(y, raw, into) {
    for (let i = 0; i < y.length; i++) into[i] = y[i] - 1 / (1 + Math.exp(-raw[i]));
  },
  leaf: newton(1, ofChance),
};

/** The exponential loss of two classes, which is AdaBoost's. */
export const exponential: GradientLoss = {
  intercept: (y, weights) => logLossOfTwo.intercept(y, weights).map((value) => value / 2),
  mean: (y, raw, weights) =>
    meanOf(
      y.map((is, i) => (is === 1 ? Math.exp(-raw[i]) : Math.exp(raw[i]))),
      weights,
    ),
  factor: 1,
  residuals(y, raw, into) {
    for (let i = 0; i < y.length; i++) into[i] = y[i] === 1 ? Math.exp(-raw[i]) : -Math.exp(raw[i]);
  },
  leaf: newton(1, (y, residual) => (y === 1 ? residual : -residual)),
};

/** The logarithmic loss of several classes. */
export function ofMany(classes: number): GradientLoss {
  const { intercept, mean } = logLossOfMany(classes);
  return {
    intercept,
    mean,
    factor: 1,
    residuals(y, raw, into) {
      const chances = new Float64Array(classes);
      for (let i = 0; i < y.length; i++) {
        softmaxAt(raw, i, y.length, chances);
        for (let k = 0; k < classes; k++) {
          into[k * y.length + i] = (y[i] === k ? 1 : 0) - chances[k];
        }
      }
    },
    leaf: newton((classes - 1) / classes, ofChance),
  };
}
