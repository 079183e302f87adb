import type { Affinities } from "./affinities.ts";

/** The gradient of the divergence over all pairs, in any number of dimensions; returns the divergence. */
export function exactGradient(
  { starts, places, values }: Affinities,
  points: Float64Array,
  width: number,
  exaggeration: number,
  gradient: Float64Array,
): number {
  const rows = points.length / width;
  const gap = new Float64Array(width);
  gradient.fill(0);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      let square = 1;
      for (let d = 0; d < width; d++) {
        gap[d] = points[i * width + d] - points[j * width + d];
        square += gap[d] * gap[d];
      }
      const q = 1 / square;
      total += 2 * q;
      for (let d = 0; d < width; d++) {
        gradient[i * width + d] += q * q * gap[d];
        gradient[j * width + d] -= q * q * gap[d];
      }
    }
  }
  for (let at = 0; at < gradient.length; at++) gradient[at] *= -4 / total;
  let divergence = 0;
  for (let i = 0; i < rows; i++) {
    for (let at = starts[i]; at < starts[i + 1]; at++) {
      const j = places[at];
      let square = 1;
      for (let d = 0; d < width; d++) {
        gap[d] = points[i * width + d] - points[j * width + d];
        square += gap[d] * gap[d];
      }
      const p = exaggeration * values[at];
      for (let d = 0; d < width; d++) gradient[i * width + d] += (4 * p * gap[d]) / square;
      if (p > 0) divergence += p * Math.log(p * total * square);
    }
  }
  return divergence;
}
