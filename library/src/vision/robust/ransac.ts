import { Random } from "../../random/index.ts";
import { oneOf, positive, wholeNumber } from "../options.ts";
import { fitAffine, fitHomography, fitSimilarity, transformPoints } from "./fit.ts";
import type { PerspectiveMatrix, Point } from "../geometry/index.ts";
import { distanceToLine, fitLine } from "./line.ts";
import type { Line } from "./line.ts";

/** Options of both. */
export interface RansacOptions {
  /** A point fits where it lies within this distance of what the model says, in its unit. Default 3. */
  readonly threshold?: number;
  /** At most so many trials. Default 1000. */
  readonly maxTrials?: number;
  /** Stop when a better model is less likely than 1 less this. Default 0.999. */
  readonly confidence?: number;
  /** Where random samples come from. Default 0, the same at every call. */
  readonly seed?: number | Random;
}

/** What kind of transformation is sought. */
export type TransformKind = "similarity" | "affine" | "homography";

/** Options of `ransacTransform`. */
export interface RansacTransformOptions extends RansacOptions {
  /** Shift, turn and scale; any affine; or any projective transformation. Default `"homography"`. */
  readonly kind?: TransformKind;
}

/** A model that most data agree on. */
export interface RansacResult {
  /** For each datum whether it fits. */
  readonly inliers: boolean[];
  /** So many samples were tried. */
  readonly trials: number;
}

/**
 * The line that most points lie near, fitted to those alone (orthogonal distances).
 *
 * Source: M. Fischler and R. Bolles, Random Sample Consensus, CACM 24 (1981).
 *
 * @throws RangeError for fewer than two points, or where no line fits two of them.
 * @example
 * const { line, inliers } = ransacLine([[0, 0], [1, 1], [2, 2], [3, 3], [0, 9]], { threshold: 0.5 });
 * inliers; // [true, true, true, true, false]
 */
export function ransacLine(
  points: readonly Point[],
  options: RansacOptions = {},
): RansacResult & { readonly line: Line } {
  const { model, ...result } = consensus<Line>(points.length, 2, options, {
    fit: (chosen) => fitLine(chosen.map((i) => points[i])),
    distances: (line) => points.map((point) => distanceToLine(line, point)),
  });
  return { line: model, ...result };
}

/**
 * The transformation that takes most points to their partners, fitted to those alone.
 *
 * Source: M. Fischler and R. Bolles, Random Sample Consensus, CACM 24 (1981).
 *
 * @param from - Points of one image.
 * @param to - Their partners in the other, in the same order.
 * @throws RangeError for lists of different lengths, too few points, or where no transformation fits.
 * @example
 * const from = [[0, 0], [4, 0], [0, 4], [4, 4], [2, 1]];
 * const to = [[1, 1], [5, 1], [1, 5], [5, 5], [9, 9]];
 * ransacTransform(from, to, { kind: "affine" }).inliers; // [true, true, true, true, false]
 */
export function ransacTransform(
  from: readonly Point[],
  to: readonly Point[],
  options: RansacTransformOptions = {},
): RansacResult & { readonly transform: PerspectiveMatrix } {
  if (from.length !== to.length)
    throw new RangeError(
      `There are ${String(from.length)} points and ${String(to.length)} partners; give one for each.`,
    );
  const kind = oneOf("kind", options.kind ?? "homography", ["similarity", "affine", "homography"]);
  const fits = { similarity: fitSimilarity, affine: fitAffine, homography: fitHomography };
  const least = { similarity: 2, affine: 3, homography: 4 }[kind];
  const { model, ...result } = consensus<PerspectiveMatrix>(from.length, least, options, {
    fit: (chosen) =>
      fits[kind](
        chosen.map((i) => from[i]),
        chosen.map((i) => to[i]),
      ),
    distances: (transform) =>
      transformPoints(transform, from).map(([x, y], i) => Math.hypot(x - to[i][0], y - to[i][1])),
  });
  return { transform: model, ...result };
}

interface Task<Model> {
  readonly fit: (chosen: readonly number[]) => Model;
  readonly distances: (model: Model) => number[];
}

function consensus<Model>(
  count: number,
  least: number,
  options: RansacOptions,
  task: Task<Model>,
): RansacResult & { model: Model } {
  const threshold = positive("threshold", options.threshold ?? 3);
  const maxTrials = wholeNumber("maxTrials", options.maxTrials ?? 1000);
  const confidence = options.confidence ?? 0.999;
  if (count < least)
    throw new RangeError(`This model needs ${String(least)} points; there are ${String(count)}.`);
  const random = options.seed instanceof Random ? options.seed : new Random(options.seed ?? 0);
  const fitting = (model: Model) => task.distances(model).map((distance) => distance <= threshold);
  const size = (inliers: readonly boolean[]) => inliers.filter(Boolean).length;
  let best: boolean[] = [];
  let [trials, needed] = [0, maxTrials];
  for (; trials < needed; trials++) {
    const inliers = fitting(task.fit(sample(count, least, random)));
    if (size(inliers) <= size(best)) continue;
    best = inliers;
    const allGood = (size(best) / count) ** least;
    const enough = allGood >= 1 ? 0 : Math.log(1 - confidence) / Math.log(1 - allGood);
    needed = Math.min(maxTrials, Math.max(trials + 1, Math.ceil(enough)));
  }
  if (size(best) < least)
    throw new RangeError(
      `No model fits ${String(least)} of the ${String(count)} points within ${String(threshold)}; raise threshold or look at the points.`,
    );
  const chosen = [...best.keys()].filter((i) => best[i]);
  const model = task.fit(chosen);
  return { model, inliers: best, trials };
}

function sample(count: number, size: number, random: Random): number[] {
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(random.integer(0, count));
  return [...chosen];
}
