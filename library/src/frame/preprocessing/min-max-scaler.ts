import { shown } from "../engine/cell.ts";
import { checkOptions } from "../engine/options.ts";
import { type Line, Scaler } from "./scaler.ts";

export interface MinMaxScalerOptions {
  /** Where the least and the greatest value go (default `[0, 1]`). */
  readonly featureRange?: readonly [number, number];
  /** Whether later values beyond those of `fit` are held within the range (default false). */
  readonly clip?: boolean;
}

/**
 * Columns from 0 to 1, or to another range, as scikit-learn's `MinMaxScaler`. A column of equal values
 * goes to the lower end.
 *
 * @throws RangeError where the range does not rise
 * @example
 * const scaler = new MinMaxScaler().fit([1, 2, 3, 4, 5]);
 * scaler.transform([1, 2, 5]); // [0, 0.25, 1]
 * scaler.inverseTransform([0.5]); // [3]
 * new MinMaxScaler({ featureRange: [-1, 1] }).fitTransform(new Series([0, 5, null, 10])).values; // [-1, 0, null, 1]
 */
export class MinMaxScaler extends Scaler {
  /** The least value of each column; undefined before `fit`. */
  dataMin_: readonly number[] | undefined;
  /** The greatest value of each column. */
  dataMax_: readonly number[] | undefined;
  /** What each column is multiplied by. */
  scale_: readonly number[] | undefined;
  readonly #range: readonly [number, number];
  readonly #clip: boolean;

  constructor(options: MinMaxScalerOptions = {}) {
    super();
    checkOptions("MinMaxScaler", options, ["featureRange", "clip"]);
    const { featureRange = [0, 1], clip = false } = options;
    if (!(featureRange[0] < featureRange[1]))
      throw new RangeError(
        `MinMaxScaler: featureRange is [low, high]; got [${featureRange.map(shown).join(", ")}].`,
      );
    this.#range = featureRange;
    this.#clip = clip;
  }

  /** @internal */
  protected override learn(columns: readonly Float64Array[]): readonly Line[] {
    const [low, high] = this.#range;
    const ends = columns.map((one) => endsOf(one));
    const factors = ends.map(([least, greatest]) => {
      const range = greatest - least;
      return (high - low) / (range < 10 * Number.EPSILON ? 1 : range);
    });
    this.dataMin_ = ends.map(([least]) => least);
    this.dataMax_ = ends.map(([, greatest]) => greatest);
    this.scale_ = factors;
    const held = (value: number): number =>
      this.#clip ? Math.min(high, Math.max(low, value)) : value;
    return ends.map(([least], j) => {
      const offset = low - least * factors[j];
      return {
        there: (value) => held(value * factors[j] + offset),
        back: (value) => (value - offset) / factors[j],
      };
    });
  }
}

function endsOf(column: Float64Array): [number, number] {
  let [least, greatest] = [Number.NaN, Number.NaN];
  for (const value of column) {
    if (!(value >= least)) least = Number.isNaN(value) ? least : value;
    if (!(value <= greatest)) greatest = Number.isNaN(value) ? greatest : value;
  }
  return [least, greatest];
}
