/** What counts as rare. */
export interface RareOptions {
  readonly minFrequency: number | undefined;
  readonly maxCategories: number | undefined;
}

/** True for each category that is rare: seen too seldom, or beyond the greatest number of categories. */
export function rareCategories(
  counts: readonly number[],
  samples: number,
  { minFrequency, maxCategories }: RareOptions,
): boolean[] {
  const least =
    minFrequency === undefined ? 0 : minFrequency < 1 ? minFrequency * samples : minFrequency;
  const rare = counts.map((count) => count < least);
  const columns = rare.filter((one) => !one).length + 1;
  if (maxCategories !== undefined && maxCategories < columns) {
    const order = counts.map((_, at) => at).sort((a, b) => counts[a] - counts[b] || a - b);
    for (const at of order.slice(0, order.length - (maxCategories - 1))) rare[at] = true;
  }
  return rare;
}
