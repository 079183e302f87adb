import {
  checkChoice,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../base/index.ts";
import type { MatrixLike } from "../matrix/index.ts";

export interface DummyRegressorParams {
  /** What is predicted for every sample. Default `"mean"`. */
  strategy: "mean" | "median";
}

interface State {
  readonly constant: number;
}

/**
 * Looks at y alone: the baseline that a regressor has to beat.
 *
 * @example
 * new DummyRegressor().fit([[1], [2]], [10, 20]).predict([[7]]); // [15]
 */
export class DummyRegressor extends Regressor<DummyRegressorParams, State> {
  constructor(params: Partial<DummyRegressorParams> = {}) {
    super({ strategy: "mean" }, params);
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { strategy } = this.params;
    checkChoice(this.name, "strategy", strategy, ["mean", "median"]);
    const { x: samples, y: target, weights } = this.readRegression(x, y, options);
    const constant = strategy === "mean" ? mean(target, weights) : median(target, weights);
    return this.learned({ constant }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const { constant } = this.fitted("prediction");
    return new Float64Array(this.readMore(x).rows).fill(constant);
  }

  /** What is predicted for every sample. */
  get constant_(): number {
    return this.fitted("constant_").constant;
  }
}

function mean(values: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
}

/** The middle of the values; with weights, the least value that half of the weight lies at or below. */
function median(values: Float64Array, weights: Float64Array): number {
  const order = Array.from(values, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const [place, i] of order.entries()) {
    below += weights[i] ?? 0;
    const value = values[i] ?? NaN;
    if (below > total / 2) return value;
    if (below === total / 2) return (value + (values[order[place + 1] ?? i] ?? value)) / 2;
  }
  return NaN;
}

register("DummyRegressor", DummyRegressor);
