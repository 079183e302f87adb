import { checkInteger, checkNumber } from "../base/index.ts";
import type { Random } from "../../random/index.ts";

/** Where a parameter's values are drawn from: plain data, so that a search can be saved. */
export type Distribution<T = number> =
  | {
      readonly distribution: "uniform" | "logUniform" | "randint";
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly distribution: "choices";
      readonly values: readonly T[];
      readonly weights?: readonly number[];
    };

/**
 * Numbers from `low` to `high`, each as likely as any other.
 *
 * @throws RangeError unless low < high
 * @example
 * uniform(0, 1).low; // 0
 */
export function uniform(low: number, high: number) {
  checkNumber("uniform", "low", low);
  checkNumber("uniform", "high", high, { above: low });
  return { distribution: "uniform", low, high } as const;
}

/**
 * Numbers from `low` to `high` whose logarithms are evenly spread: for parameters that count by factors.
 *
 * @throws RangeError unless 0 < low < high
 * @example
 * logUniform(1e-3, 10).high; // 10
 */
export function logUniform(low: number, high: number) {
  checkNumber("logUniform", "low", low, { above: 0 });
  checkNumber("logUniform", "high", high, { above: low });
  return { distribution: "logUniform", low, high } as const;
}

/**
 * Whole numbers from `low` to `high - 1`.
 *
 * @throws RangeError unless both are whole and low < high
 * @example
 * randint(1, 10).high; // 10
 */
export function randint(low: number, high: number) {
  checkInteger("randint", "low", low, -Infinity);
  checkInteger("randint", "high", high, low + 1);
  return { distribution: "randint", low, high } as const;
}

/**
 * One of these values; with weights, some more often than others. A plain array means the same.
 *
 * @throws RangeError for no values, or another number of weights
 * @example
 * choices(["gini", "entropy"]).values.length; // 2
 */
export function choices<const T>(values: readonly T[], weights?: readonly number[]) {
  checkInteger("choices", "the number of values", values.length, 1);
  if (weights !== undefined && weights.length !== values.length) {
    throw new RangeError(`choices: ${weights.length} weights for ${values.length} values.`);
  }
  return { distribution: "choices", values, ...(weights && { weights }) } as const;
}

/** True for what the functions above made. */
export function isDistribution(value: unknown): value is Distribution<unknown> {
  return typeof value === "object" && value !== null && "distribution" in value;
}

/** One value. */
export function drawFrom(
  from: Distribution<unknown> | readonly unknown[],
  random: Random,
): unknown {
  if (Array.isArray(from)) return random.choice(from);
  const given = from as Distribution<unknown>;
  if (given.distribution !== "choices") {
    const { distribution, low, high } = given;
    if (distribution === "uniform") return random.uniform(low, high);
    if (distribution === "randint") return random.integer(low, high);
    return Math.exp(random.uniform(Math.log(low), Math.log(high)));
  }
  const { values, weights } = given;
  if (weights === undefined) return random.choice(values);
  let left = random.uniform(
    0,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  return values[at < 0 ? values.length - 1 : at];
}
