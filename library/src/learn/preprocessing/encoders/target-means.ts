/** A weight for the mean of all, in samples; `"auto"` estimates it from the variances. */
export type Smooth = "auto" | number;

/**
 * The mean of the target in each category, drawn towards the mean of all (scikit-learn's formulas).
 *
 * @param codes the category of each sample; below 0 for none
 */
export function encodingsOf(
  codes: Int32Array,
  categories: number,
  target: Float64Array,
  smooth: Smooth,
): { encoding: Float64Array; mean: number } {
  const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
  const sums = new Float64Array(categories);
  const counts = new Float64Array(categories);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] < 0) continue;
    sums[codes[i]] += target[i];
    counts[codes[i]] += 1;
  }
  if (smooth !== "auto") {
    const encoding = sums.map((sum, at) =>
      counts[at] + smooth === 0 ? mean : (sum + smooth * mean) / (counts[at] + smooth),
    );
    return { encoding, mean };
  }
  const own = sums.map((sum, at) => sum / counts[at]);
  const squares = new Float64Array(categories);
  let variance = 0;
  for (let i = 0; i < codes.length; i++) {
    variance += (target[i] - mean) ** 2 / target.length;
    if (codes[i] >= 0) squares[codes[i]] += (target[i] - own[codes[i]]) ** 2;
  }
  const encoding = own.map((value, at) => {
    const trust = (variance * counts[at]) / (variance * counts[at] + squares[at] / counts[at]);
    return Number.isNaN(trust) ? mean : trust * value + (1 - trust) * mean;
  });
  return { encoding, mean };
}
