import type { OutcomeBound } from "../curriculum/curriculum.ts";

/** What an outcome gave with each seed; the first is the lesson's own. */
export interface Measured {
  readonly metric: string;
  readonly values: readonly number[];
}

/** A bar for an outcome, and what was measured for it. */
export type Calibrated = Required<Pick<OutcomeBound, "calibrated">> & OutcomeBound;

/**
 * The bar that these values allow: the worst of them less a margin of half their spread, rounded away
 * to two digits. Where every seed gives the same, the bar is `equals`, or the values are rounding errors
 * below the old bar (another processor rounds otherwise), the old bar stays.
 *
 * @throws RangeError where a value is no finite number, or `equals` does not hold for all
 */
export function calibratedBar({ metric, values }: Measured, old: OutcomeBound): Calibrated {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`${metric} is ${odd} with one of the seeds.`);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) / 2;
  const seeds = values.length;
  if (old.equals !== undefined) {
    if (values.some((value) => value !== old.equals))
      throw new RangeError(`${metric} is not ${old.equals} with every seed: ${values.join(", ")}.`);
    return { metric, equals: old.equals, calibrated: { seeds, worst: low, best: high } };
  }
  if (old.atMost !== undefined) {
    const rounding = high < 1e-4 && high <= old.atMost;
    const atMost = margin === 0 || rounding ? old.atMost : rounded(high + margin, Math.ceil);
    return { metric, atMost, calibrated: { seeds, worst: high, best: low } };
  }
  const atLeast = margin === 0 ? old.atLeast : rounded(low - margin, Math.floor);
  return { metric, atLeast, calibrated: { seeds, worst: low, best: high } };
}

/** Whether every seed clears the bar. */
export function holds({ values }: Measured, { atLeast, atMost, equals }: OutcomeBound): boolean {
  return values.every(
    (value) =>
      (atLeast === undefined || value >= atLeast) &&
      (atMost === undefined || value <= atMost) &&
      (equals === undefined || value === equals),
  );
}

function rounded(value: number, towards: (value: number) => number): number {
  if (value === 0) return 0;
  const decimals = 1 - Math.floor(Math.log10(Math.abs(value)));
  // Through text: 93 * 0.01 is 0.9300000000000001.
  return Number(
    `${towards(Number(`${value}e${decimals}`) || value * 10 ** decimals)}e${-decimals}`,
  );
}
