/** Count, mean and the sums of powers of the distances from it; NaN is missing. */
function centred(values: Float64Array): { n: number; m2: number; m3: number; m4: number } {
  let [n, total] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n += 1;
    total += value;
  }
  const mean = total / n;
  let [m2, m3, m4] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const distance = value - mean;
    const square = distance * distance;
    m2 += square;
    m3 += square * distance;
    m4 += square * square;
  }
  // Equal values whose mean was rounded are not spread at all.
  const rounding = n * (mean * Number.EPSILON) ** 2;
  return m2 <= rounding ? { n, m2: 0, m3: 0, m4: 0 } : { n, m2, m3, m4 };
}

/** The sample skewness without bias (G1); NaN of fewer than three values, 0 where all are equal. */
export function skewness(values: Float64Array): number {
  const { n, m2, m3 } = centred(values);
  if (n < 3) return Number.NaN;
  return m2 === 0 ? 0 : ((n * Math.sqrt(n - 1)) / (n - 2)) * (m3 / m2 ** 1.5);
}

/** The excess kurtosis without bias (G2); NaN of fewer than four values, 0 where all are equal. */
export function kurtosis(values: Float64Array): number {
  const { n, m2, m4 } = centred(values);
  if (n < 4) return Number.NaN;
  if (m2 === 0) return 0;
  const rest = (n - 2) * (n - 3);
  return (n * (n + 1) * (n - 1) * m4) / (rest * m2 * m2) - (3 * (n - 1) ** 2) / rest;
}

/** The standard error of the mean; NaN of fewer than two values. */
export function standardError(values: Float64Array): number {
  const { n, m2 } = centred(values);
  return n < 2 ? Number.NaN : Math.sqrt(m2 / (n - 1) / n);
}
