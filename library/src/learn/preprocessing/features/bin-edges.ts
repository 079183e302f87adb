import { quantile } from "../columns.ts";

export type BinStrategy = "quantile" | "uniform" | "kmeans";
export type QuantileMethod = "averagedInvertedCdf" | "linear";

/** The edges of a feature's bins: one more than bins. A constant feature has one bin without ends. */
export function edgesOf(
  values: Float64Array,
  bins: number,
  strategy: BinStrategy,
  method: QuantileMethod,
): Float64Array {
  const sorted = values.slice().sort();
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  if (low === high) return Float64Array.of(-Infinity, Infinity);
  if (strategy === "uniform") return uniform(low, high, bins);
  if (strategy === "kmeans") return byKMeans(sorted, bins);
  const edges = Float64Array.from({ length: bins + 1 }, (_, k) => {
    const part = (k === bins ? 100 : k * (100 / bins)) / 100;
    return method === "linear" ? quantile(sorted, part) : averaged(sorted, part);
  });
  return edges.filter((edge, k) => k === 0 || edge - edges[k - 1] > 1e-8);
}

/** NumPy's "averaged_inverted_cdf": at a step of the distribution, the mean of both values. */
function averaged(sorted: Float64Array, part: number): number {
  const place = sorted.length * part;
  const at = Math.floor(place);
  const last = sorted.length - 1;
  const above = sorted[Math.min(at, last)];
  return place === at ? (sorted[Math.max(at - 1, 0)] + above) / 2 : above;
}

function uniform(low: number, high: number, bins: number): Float64Array {
  const step = (high - low) / bins;
  return Float64Array.from({ length: bins + 1 }, (_, k) => (k === bins ? high : low + k * step));
}

/** Lloyd's k-means on a line, from the middles of uniform bins; edges lie between the centres. */
function byKMeans(sorted: Float64Array, bins: number): Float64Array {
  const even = uniform(sorted[0], sorted[sorted.length - 1], bins);
  let centers = even.slice(1).map((edge, k) => (edge + even[k]) / 2);
  for (let round = 0; round < 300; round++) {
    const sums = new Float64Array(bins);
    const counts = new Float64Array(bins);
    let nearest = 0;
    for (const value of sorted) {
      while (
        nearest < bins - 1 &&
        Math.abs(centers[nearest + 1] - value) < Math.abs(centers[nearest] - value)
      )
        nearest++;
      sums[nearest] += value;
      counts[nearest]++;
    }
    const moved = centers.map((center, k) => (counts[k] === 0 ? center : sums[k] / counts[k]));
    const isSame = moved.every((center, k) => center === centers[k]);
    centers = moved;
    if (isSame) break;
  }
  const between = centers.slice(1).map((center, k) => (center + centers[k]) / 2);
  return Float64Array.of(sorted[0], ...between, sorted[sorted.length - 1]);
}
