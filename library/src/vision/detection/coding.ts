import { corners } from "../box.ts";
import type { Box, XYXY } from "../box.ts";

/** What a network of the R-CNN family predicts for an anchor: shifts in anchor sizes, log sizes. */
export type Deltas = readonly [dx: number, dy: number, dw: number, dh: number];

/** Options of `encodeBoxes` and `decodeBoxes`. */
export interface BoxCodingOptions {
  /** Each delta is multiplied by its weight. Default `[1, 1, 1, 1]`; Faster R-CNN's head has 10, 10, 5, 5. */
  readonly weights?: Deltas;
  /** No box becomes larger than its anchor times e to this. Default ln(1000 / 16). */
  readonly clip?: number;
}

const ones: Deltas = [1, 1, 1, 1];

/**
 * Targets for the regression of boxes: how anchor `i` must be moved and stretched to become box `i`.
 *
 * Source: R. Girshick and others, Rich Feature Hierarchies, CVPR 2014.
 *
 * @throws RangeError for lists of different lengths, and for a box without area.
 * @example
 * encodeBoxes([[2, 0, 6, 4]], [[0, 0, 4, 4]]); // [[0.5, 0, 0, 0]]
 */
export function encodeBoxes(
  boxes: readonly (XYXY | Box)[],
  anchors: readonly (XYXY | Box)[],
  options: BoxCodingOptions = {},
): Deltas[] {
  sameLength("boxes", boxes, anchors);
  const [wx, wy, ww, wh] = options.weights ?? ones;
  return boxes.map((box, i) => {
    const b = middle(box);
    const a = middle(anchors[i]);
    return [
      (wx * (b.x - a.x)) / a.width,
      (wy * (b.y - a.y)) / a.height,
      ww * Math.log(b.width / a.width),
      wh * Math.log(b.height / a.height),
    ];
  });
}

/**
 * Boxes from a network's deltas: what `encodeBoxes` does, back.
 *
 * @throws RangeError for lists of different lengths, and for an anchor without area.
 * @example
 * decodeBoxes([[0.5, 0, 0, 0]], [[0, 0, 4, 4]]); // [[2, 0, 6, 4]]
 */
export function decodeBoxes(
  deltas: readonly Deltas[],
  anchors: readonly (XYXY | Box)[],
  options: BoxCodingOptions = {},
): XYXY[] {
  sameLength("deltas", deltas, anchors);
  const [wx, wy, ww, wh] = options.weights ?? ones;
  const most = options.clip ?? Math.log(1000 / 16);
  return deltas.map(([dx, dy, dw, dh], i) => {
    const a = middle(anchors[i]);
    const x = a.x + (dx / wx) * a.width;
    const y = a.y + (dy / wy) * a.height;
    const halfWidth = (a.width * Math.exp(Math.min(dw / ww, most))) / 2;
    const halfHeight = (a.height * Math.exp(Math.min(dh / wh, most))) / 2;
    return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
  });
}

function middle(box: XYXY | Box): { x: number; y: number; width: number; height: number } {
  const [x0, y0, x1, y1] = corners(box);
  const [width, height] = [x1 - x0, y1 - y0];
  if (width > 0 && height > 0) return { x: x0 + width / 2, y: y0 + height / 2, width, height };
  throw new RangeError(`A box without area has no deltas; got [${[x0, y0, x1, y1].join(", ")}].`);
}

function sameLength(name: string, list: readonly unknown[], anchors: readonly unknown[]): void {
  if (list.length === anchors.length) return;
  throw new RangeError(
    `There are ${String(list.length)} ${name} for ${String(anchors.length)} anchors; give one for each anchor.`,
  );
}
