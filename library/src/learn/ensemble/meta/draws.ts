import type { Random } from "../../../random/index.ts";

/**
 * Places drawn by their weights, sorted; without replacement each at most once (Efraimidis and Spirakis,
 * 2006), of those with a weight.
 */
export function drawn(
  weights: Float64Array,
  count: number,
  replace: boolean,
  random: Random,
): Int32Array {
  if (replace) return withReplacement(weights, count, random).sort();
  const keys = weights.map((weight) => -Math.log(1 - random.uniform()) / weight);
  const order = Int32Array.from(weights, (_, i) => i).filter((i) => weights[i] > 0);
  return order
    .sort((a, b) => keys[a] - keys[b] || a - b)
    .slice(0, count)
    .sort();
}

function withReplacement(weights: Float64Array, count: number, random: Random): Int32Array {
  let total = 0;
  const sums = weights.map((weight) => (total += weight));
  return Int32Array.from({ length: count }, () => {
    const wanted = random.uniform() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
