import { shown } from "../../engine/cell.ts";

/**
 * Edges of `count` bins of equal width over the values. The end that its bin does not hold reaches a
 * thousandth of the range further, so that the least (or greatest) value is in it.
 */
export function equalWidthEdges(values: Float64Array, count: number, right: boolean): Float64Array {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`cut: the number of bins is a whole number from 1; got ${shown(count)}.`);
  }
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) throw new RangeError("cut: the column has no values to put into bins.");
  if (!Number.isFinite(high - low))
    throw new RangeError("cut: infinite values have no bins of equal width; give the edges.");
  const alike = low === high;
  if (alike) {
    low -= low === 0 ? 0.001 : 0.001 * Math.abs(low);
    high += high === 0 ? 0.001 : 0.001 * Math.abs(high);
  }
  const edges = Float64Array.from({ length: count + 1 }, (_, i) =>
    i === count ? high : low + ((high - low) / count) * i,
  );
  const reach = alike ? 0 : (high - low) * 0.001;
  if (right) edges[0] -= reach;
  else edges[count] += reach;
  return edges;
}

/** @throws RangeError where edges do not rise, TypeError where they are not numbers */
export function checkedEdges(edges: readonly number[]): Float64Array {
  edges.forEach((edge, at) => {
    if (typeof edge !== "number" || Number.isNaN(edge))
      throw new TypeError(`cut: edge ${at} is ${shown(edge)}, not a number.`);
    if (at > 0 && edge <= edges[at - 1])
      throw new RangeError(
        `cut: edges must rise; edge ${at} is ${edge}, the one before ${edges[at - 1]}.`,
      );
  });
  if (edges.length < 2) throw new RangeError(`cut needs two edges at least; got ${edges.length}.`);
  return Float64Array.from(edges);
}

/** The quantiles of the values that are present, between two values by their distance. */
export function quantileEdges(values: Float64Array, shares: readonly number[]): Float64Array {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  if (present.length === 0)
    throw new RangeError("qcut: the column has no values to put into bins.");
  return Float64Array.from(shares, (share) => {
    const place = share * (present.length - 1);
    const below = Math.floor(place);
    const [low, high] = [present[below], present[Math.min(below + 1, present.length - 1)]];
    const [far, near] = [place - below, 1 - (place - below)];
    // From the nearer end, so that the last digit does not depend on the direction.
    return far < 0.5 ? low + (high - low) * far : high - (high - low) * near;
  });
}
