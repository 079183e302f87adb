/** How fast old values fade: give one of the first four. */
export interface EwmOptions {
  /** Weight of the newest value, above 0 and up to 1. */
  readonly alpha?: number;
  /** `alpha = 2 / (span + 1)`, from 1. */
  readonly span?: number;
  /** `alpha = 1 / (1 + com)`, from 0. */
  readonly com?: number;
  /** Rows after which a weight has halved, above 0. */
  readonly halflife?: number;
  /** Whether the first rows, which have few before them, are weighted up (default true). */
  readonly adjust?: boolean;
  /** Whether missing rows let the weights stand still (default false: they fade on). */
  readonly ignoreNa?: boolean;
  /** How many present values a result needs (default 0: one). */
  readonly minPeriods?: number;
}

const ways = ["alpha", "span", "com", "halflife"] as const;

/** @throws TypeError where not one way is given, RangeError where it is out of its bounds */
export function alphaOf(options: EwmOptions): number {
  const given = ways.filter((name) => options[name] !== undefined);
  const [way] = given;
  if (way === undefined || given.length > 1) {
    const got = given.length > 0 ? given.join(" and ") : "none";
    throw new TypeError(`ewm needs one of ${ways.join(", ")}; got ${got}.`);
  }
  const value = options[way]!;
  const bounds = {
    alpha: value > 0 && value <= 1 ? value : undefined,
    span: value >= 1 ? 2 / (value + 1) : undefined,
    com: value >= 0 ? 1 / (1 + value) : undefined,
    halflife: value > 0 ? 1 - Math.exp(-Math.LN2 / value) : undefined,
  };
  const wanted = {
    alpha: "above 0 and up to 1",
    span: "from 1",
    com: "from 0",
    halflife: "above 0",
  };
  const alpha = bounds[way];
  if (alpha === undefined) throw new RangeError(`ewm: ${way} is ${wanted[way]}; got ${value}.`);
  return alpha;
}

/**
 * Exponentially weighted mean and variance of each row and those before it. The variance is corrected
 * for bias by the weights, as a sample's is by n − 1.
 *
 * Source: the weights are those of pandas' user guide, "Exponentially weighted window"; the update of
 * mean and variance is D. H. D. West (1979), Updating mean and variance estimates.
 */
export function fade(
  values: Float64Array,
  options: EwmOptions,
): { mean: Float64Array; variance: Float64Array } {
  const { adjust = true, ignoreNa = false, minPeriods = 0 } = options;
  const keep = 1 - alphaOf(options);
  const entering = adjust ? 1 : 1 - keep;
  const needed = Math.max(1, minPeriods);
  const mean = new Float64Array(values.length).fill(Number.NaN);
  const variance = new Float64Array(values.length).fill(Number.NaN);
  let [m, spread, count] = [0, 0, 0];
  // Weight of all that came before; sums of the weights and of their squares.
  let [old, weights, squares] = [1, 1, 1];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    const present = !Number.isNaN(value);
    if (count > 0 && (present || !ignoreNa)) {
      old *= keep;
      weights *= keep;
      squares *= keep * keep;
    }
    if (present && count === 0) m = value;
    else if (present) {
      const total = old + entering;
      const next = value === m ? m : (old * m + entering * value) / total;
      spread = (old * (spread + (m - next) ** 2) + entering * (value - next) ** 2) / total;
      m = next;
      weights += entering;
      squares += entering * entering;
      old = adjust ? total : 1;
      if (!adjust) {
        weights /= total;
        squares /= total * total;
      }
    }
    count += Number(present);
    if (count < needed) continue;
    mean[row] = m;
    const unbiased = weights * weights - squares;
    variance[row] = unbiased > 0 ? (spread * weights * weights) / unbiased : Number.NaN;
  }
  return { mean, variance };
}
