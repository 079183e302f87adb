import { corners } from "../box.ts";
import type { Box, XYXY } from "../box.ts";
import { wholeNumber } from "../options.ts";
import { Random } from "../../random/index.ts";

/** Width and height. */
export type Shape = readonly [width: number, height: number];

/** Options of `kmeansAnchors`. */
export interface KmeansAnchorsOptions {
  /** How many anchors. */
  readonly k: number;
  /** Where the random start comes from. Default 0. */
  readonly seed?: number | Random;
  /** At most so many rounds. Default 100. */
  readonly maxIterations?: number;
}

/** What `kmeansAnchors` found. */
export interface KmeansAnchors {
  /** Width and height of each anchor, the smallest area first. */
  readonly anchors: Shape[];
  /** The mean IoU of the boxes with their best anchor, all moved to one corner. */
  readonly meanIoU: number;
}

/**
 * Shapes of anchors from the boxes of a data set: k-means on widths and heights with 1 - IoU as the
 * distance, started by k-means++.
 *
 * Source: J. Redmon and A. Farhadi, YOLO9000, CVPR 2017.
 *
 * @throws RangeError when there are fewer boxes of different shape than anchors, or a box has no area.
 * @example
 * const boxes = [[0, 0, 4, 4], [5, 5, 9, 9], [0, 0, 20, 10], [1, 1, 21, 11]];
 * kmeansAnchors(boxes, { k: 2 }).anchors; // [[4, 4], [20, 10]]
 */
export function kmeansAnchors(
  boxes: readonly (XYXY | Box)[],
  options: KmeansAnchorsOptions,
): KmeansAnchors {
  const k = wholeNumber("k", options.k);
  const shapes = boxes.map((box): Shape => {
    const [x0, y0, x1, y1] = corners(box);
    if (x1 > x0 && y1 > y0) return [x1 - x0, y1 - y0];
    throw new RangeError(
      `An anchor needs boxes with an area; one is [${[x0, y0, x1, y1].join(", ")}].`,
    );
  });
  const different = new Set(shapes.map(String)).size;
  if (different < k)
    throw new RangeError(
      `There are ${String(different)} different shapes of boxes for ${String(k)} anchors.`,
    );
  const random = options.seed instanceof Random ? options.seed : new Random(options.seed ?? 0);
  let anchors = start(shapes, k, random);
  let groups = shapes.map((shape) => nearest(shape, anchors));
  for (let round = 0; round < (options.maxIterations ?? 100); round++) {
    anchors = anchors.map(
      (anchor, i) => meanShape(shapes.filter((_, n) => groups[n] === i)) ?? anchor,
    );
    const next = shapes.map((shape) => nearest(shape, anchors));
    if (next.every((group, n) => group === groups[n])) break;
    groups = next;
  }
  const sum = shapes.reduce(
    (total, shape) => total + shapeIou(shape, anchors[nearest(shape, anchors)]),
    0,
  );
  return {
    anchors: anchors.toSorted((a, b) => a[0] * a[1] - b[0] * b[1]),
    meanIoU: sum / shapes.length,
  };
}

/** IoU of two shapes at the same corner. */
function shapeIou(a: Shape, b: Shape): number {
  const shared = Math.min(a[0], b[0]) * Math.min(a[1], b[1]);
  return shared / (a[0] * a[1] + b[0] * b[1] - shared);
}

function nearest(shape: Shape, anchors: readonly Shape[]): number {
  let best = 0;
  for (let i = 1; i < anchors.length; i++)
    if (shapeIou(shape, anchors[i]) > shapeIou(shape, anchors[best])) best = i;
  return best;
}

function meanShape(shapes: readonly Shape[]): Shape | undefined {
  if (shapes.length === 0) return undefined;
  const sum = shapes.reduce(([w, h], shape) => [w + shape[0], h + shape[1]] as const, [
    0, 0,
  ] as Shape);
  return [sum[0] / shapes.length, sum[1] / shapes.length];
}

/** k-means++: each further anchor is drawn with a weight of its squared distance from those there. */
function start(shapes: readonly Shape[], k: number, random: Random): Shape[] {
  const chosen = [random.choice(shapes)];
  while (chosen.length < k) {
    const weights = shapes.map(
      (shape) => (1 - shapeIou(shape, chosen[nearest(shape, chosen)])) ** 2,
    );
    let left = random.uniform(
      0,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
    let at = weights.findIndex((weight) => weight > 0 && (left -= weight) < 0);
    if (at < 0) at = weights.findLastIndex((weight) => weight > 0);
    chosen.push(shapes[at]);
  }
  return chosen;
}
