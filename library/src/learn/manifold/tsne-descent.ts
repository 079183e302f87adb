import type { Affinities } from "./affinities.ts";
import { exactGradient } from "./exact-gradient.ts";
import { QuadTree } from "./quad-tree.ts";

/** How t-SNE moves its points. */
export interface Descent {
  readonly maxIter: number;
  readonly learningRate: number;
  readonly earlyExaggeration: number;
  readonly minGradNorm: number;
  readonly nIterWithoutProgress: number;
  /** Undefined: the exact gradient. */
  readonly angle: number | undefined;
}

/** Iterations with exaggerated affinities. */
const EARLY = 250;

/**
 * Moves points down the gradient of the Kullback–Leibler divergence, with momentum and a gain for each
 * number, in place.
 */
export function descendDivergence(
  p: Affinities,
  points: Float64Array,
  width: number,
  options: Descent,
): { divergence: number; iterations: number } {
  const update = new Float64Array(points.length);
  const gains = new Float64Array(points.length).fill(1);
  const gradient = new Float64Array(points.length);
  const tree = options.angle === undefined ? undefined : new QuadTree(points.length / 2);
  let divergence = Infinity;
  let best = Infinity;
  let bestAt = 0;
  let iterations = 0;
  while (iterations < options.maxIter) {
    const early = iterations < EARLY;
    if (iterations === EARLY) {
      update.fill(0);
      gains.fill(1);
      best = Infinity;
    }
    const exaggeration = early ? options.earlyExaggeration : 1;
    divergence = tree
      ? treeGradient(p, points, exaggeration, options.angle ?? 0.5, tree, gradient)
      : exactGradient(p, points, width, exaggeration, gradient);
    const momentum = early ? 0.5 : 0.8;
    let square = 0;
    for (let at = 0; at < points.length; at++) {
      const slope = gradient[at];
      const gain = update[at] * slope < 0 ? gains[at] + 0.2 : gains[at] * 0.8;
      gains[at] = gain < 0.01 ? 0.01 : gain;
      const scaled = slope * gains[at];
      square += scaled * scaled;
      update[at] = momentum * update[at] - options.learningRate * scaled;
      points[at] += update[at];
    }
    iterations += 1;
    if (iterations % 50 !== 0) continue;
    if (divergence < best) {
      best = divergence;
      bestAt = iterations;
    } else if (!early && iterations - bestAt > options.nIterWithoutProgress) break;
    if (!early && Math.sqrt(square) <= options.minGradNorm) break;
  }
  return { divergence, iterations };
}

/** The gradient by Barnes and Hut (van der Maaten, 2014); returns the divergence. */
function treeGradient(
  { starts, places, values }: Affinities,
  points: Float64Array,
  exaggeration: number,
  angle: number,
  tree: QuadTree,
  gradient: Float64Array,
): number {
  const rows = points.length / 2;
  const push = new Float64Array(2);
  tree.build(points);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    total += tree.push(points[2 * i], points[2 * i + 1], angle, push);
    gradient[2 * i] = push[0];
    gradient[2 * i + 1] = push[1];
  }
  let divergence = 0;
  for (let i = 0; i < rows; i++) {
    const x = points[2 * i];
    const y = points[2 * i + 1];
    let pullX = 0;
    let pullY = 0;
    for (let at = starts[i]; at < starts[i + 1]; at++) {
      const j = 2 * places[at];
      const dx = x - points[j];
      const dy = y - points[j + 1];
      const q = 1 / (1 + dx * dx + dy * dy);
      const p = exaggeration * values[at];
      pullX += p * q * dx;
      pullY += p * q * dy;
      if (p > 0) divergence += p * Math.log((p * total) / q);
    }
    gradient[2 * i] = 4 * (pullX - gradient[2 * i] / total);
    gradient[2 * i + 1] = 4 * (pullY - gradient[2 * i + 1] / total);
  }
  return divergence;
}
