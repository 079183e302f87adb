import { xyxyToCxcywh } from "../box.ts";
import { corners } from "../box.ts";
import type { Box, XYXY } from "../box.ts";
import { positive } from "../options.ts";
import type { Shape } from "./kmeans-anchors.ts";

/** The cell that is in charge of a box, and what the network must say there. */
export interface YoloTarget {
  readonly row: number;
  readonly column: number;
  /** The number of the anchor whose shape fits best. */
  readonly anchor: number;
  /** Where in the cell the centre lies, 0 to 1, and ln(size / anchor's size). */
  readonly values: readonly [x: number, y: number, width: number, height: number];
}

/** Options of `encodeYolo` and `decodeYolo`. */
export interface YoloOptions {
  /** Pixels from one cell to the next. */
  readonly stride: number;
  /** Width and height of the anchors in pixels; see `kmeansAnchors`. */
  readonly anchors: readonly Shape[];
}

/**
 * The target of YOLO versions 2 and 3 for a box: its cell, the anchor that fits its shape best, and
 * the four numbers after the logistic function has been applied to the first two.
 *
 * Source: J. Redmon and A. Farhadi, YOLOv3, 2018.
 *
 * @throws RangeError for a box without area, or no anchor.
 * @example
 * encodeYolo([20, 34, 36, 42], { stride: 8, anchors: [[16, 8], [8, 16]] });
 * // { row: 4, column: 3, anchor: 0, values: [0.5, 0.75, 0, 0] }
 */
export function encodeYolo(box: XYXY | Box, options: YoloOptions): YoloTarget {
  const { stride, anchors } = checked(options);
  const [cx, cy, width, height] = xyxyToCxcywh(corners(box));
  if (width === 0 || height === 0)
    throw new RangeError(
      `A box without area has no target; its size is ${String(width)} × ${String(height)}.`,
    );
  const fits = anchors.map(([w, h]) => {
    const shared = Math.min(w, width) * Math.min(h, height);
    return shared / (w * h + width * height - shared);
  });
  const anchor = fits.indexOf(Math.max(...fits));
  const [column, row] = [Math.floor(cx / stride), Math.floor(cy / stride)];
  const [w, h] = anchors[anchor];
  return {
    row,
    column,
    anchor,
    values: [cx / stride - column, cy / stride - row, Math.log(width / w), Math.log(height / h)],
  };
}

/**
 * The box that a cell's numbers say: what `encodeYolo` does, back. Apply the logistic function to a
 * network's first two numbers before.
 *
 * @throws RangeError for an anchor that is not there.
 * @example
 * const target = { row: 4, column: 3, anchor: 0, values: [0.5, 0.75, 0, 0] };
 * decodeYolo(target, { stride: 8, anchors: [[16, 8]] }); // [20, 34, 36, 42]
 */
export function decodeYolo(target: YoloTarget, options: YoloOptions): XYXY {
  const { stride, anchors } = checked(options);
  const shape = anchors[target.anchor];
  if (shape === undefined)
    throw new RangeError(
      `There is no anchor ${String(target.anchor)}; there are ${String(anchors.length)}.`,
    );
  const [x, y, width, height] = target.values;
  const [cx, cy] = [(target.column + x) * stride, (target.row + y) * stride];
  const [dx, dy] = [(shape[0] * Math.exp(width)) / 2, (shape[1] * Math.exp(height)) / 2];
  return [cx - dx, cy - dy, cx + dx, cy + dy];
}

function checked(options: YoloOptions): YoloOptions {
  positive("stride", options.stride);
  if (options.anchors.length > 0) return options;
  throw new RangeError("The option anchors is an empty list; give at least one [width, height].");
}
