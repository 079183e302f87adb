import { checkOptions } from "../engine/options.ts";
import { type Line, moments, Scaler } from "./scaler.ts";

export interface StandardScalerOptions {
  /** Whether the mean is taken off (default true). */
  readonly withMean?: boolean;
  /** Whether it is divided by the standard deviation (default true). */
  readonly withStd?: boolean;
}

/**
 * Columns with mean 0 and standard deviation 1 (dividing by n), as scikit-learn's `StandardScaler`. A
 * column of equal values becomes 0.
 *
 * @example
 * const scaler = new StandardScaler().fit([1, 2, 3, 4, 5]);
 * scaler.mean_; // [3]
 * scaler.transform([3, 3, 3]); // [0, 0, 0]
 * scaler.inverseTransform([0]); // [3]
 * new StandardScaler().fitTransform(new DataFrame({ a: [1, 3], b: [5, 5] })).toArrays(); // [[-1, 0], [1, 0]]
 */
export class StandardScaler extends Scaler {
  /** The mean of each column; undefined before `fit`. */
  mean_: readonly number[] | undefined;
  /** The variance of each column (dividing by n). */
  var_: readonly number[] | undefined;
  /** What each column is divided by: its standard deviation, or 1 where it does not vary. */
  scale_: readonly number[] | undefined;
  readonly #options: StandardScalerOptions;

  constructor(options: StandardScalerOptions = {}) {
    super();
    checkOptions("StandardScaler", options, ["withMean", "withStd"]);
    this.#options = options;
  }

  /** @internal */
  protected override learn(columns: readonly Float64Array[]): readonly Line[] {
    const { withMean = true, withStd = true } = this.#options;
    const learned = columns.map(moments);
    const scales = learned.map((one) => (withStd && varies(one) ? Math.sqrt(one.variance) : 1));
    this.mean_ = learned.map(({ mean }) => mean);
    this.var_ = learned.map(({ variance }) => variance);
    this.scale_ = scales;
    return learned.map(({ mean }, j) => {
      const centre = withMean ? mean : 0;
      return {
        there: (value) => (value - centre) / scales[j],
        back: (value) => value * scales[j] + centre,
      };
    });
  }
}

/** Whether a variance is more than the rounding of equal values would make. */
function varies({ n, mean, variance }: ReturnType<typeof moments>): boolean {
  const rounding = n * Number.EPSILON * variance + (n * mean * Number.EPSILON) ** 2;
  return variance > rounding;
}
