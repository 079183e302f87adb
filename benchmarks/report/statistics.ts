/** The least, the middle and the greatest of some numbers. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/**
 * The middle value; of an even count, the mean of the two in the middle.
 *
 * @throws RangeError where there are no numbers.
 */
export function median(values: readonly number[]): number {
  const { length } = values;
  if (length === 0) throw new RangeError("There is no median of no numbers.");
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((length - 1) / 2)] + sorted[Math.floor(length / 2)]) / 2;
}

/** @throws RangeError where there are no numbers. */
export function summarise(values: readonly number[]): Summary {
  return { min: Math.min(...values), median: median(values), max: Math.max(...values) };
}

/**
 * How many times the baseline a peer took: the median of the ratios of each round. Rounds are
 * compared with themselves since the machine is not equally busy in all of them.
 *
 * @param peer - One value a round, by the number of the round.
 * @param baseline - The same of the peer to compare with.
 * @returns undefined where no round has both.
 */
export function pairedRatio(
  peer: ReadonlyMap<number, number>,
  baseline: ReadonlyMap<number, number>,
): number | undefined {
  const ratios = [...peer].flatMap(([round, value]) => {
    const other = baseline.get(round);
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return ratios.length === 0 ? undefined : median(ratios);
}
