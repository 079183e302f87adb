import { corners, cxcywhToXyxy, xyxyToCxcywh } from "../box.ts";
import type { XYXY } from "../box.ts";
import { oneOf } from "../options.ts";

/** Top-left corner and size `[x, y, width, height]`, as COCO's files hold boxes. */
export type XYWH = readonly [x: number, y: number, width: number, height: number];

/**
 * How four numbers say a box:
 * - `"xyxy"`: left, top, right, bottom, as everything in this library;
 * - `"xywh"`: left, top, width, height (COCO);
 * - `"cxcywh"`: centre and size (YOLO);
 * - `"yxyx"`: top, left, bottom, right (TensorFlow).
 */
export type BoxFormat = "xyxy" | "xywh" | "cxcywh" | "yxyx";

const formats: readonly BoxFormat[] = ["xyxy", "xywh", "cxcywh", "yxyx"];

/** Options of `convertBoxes`. */
export interface ConvertBoxesOptions {
  /** How the boxes are given. */
  readonly from: BoxFormat;
  /** How they shall be. Default `"xyxy"`. */
  readonly to?: BoxFormat;
}

type Four = [number, number, number, number];

/**
 * Top-left corner and size to corners.
 *
 * @throws RangeError for a negative size or a value that is not finite.
 * @example
 * xywhToXyxy([3, 4, 4, 2]); // [3, 4, 7, 6]
 */
export function xywhToXyxy([x, y, width, height]: XYWH): Four {
  if (width < 0 || height < 0)
    throw new RangeError(
      `A box [x, y, width, height] has a width and a height of 0 or more; got [${[x, y, width, height].join(", ")}].`,
    );
  return [...corners([x, y, x + width, y + height])];
}

/**
 * Corners to top-left corner and size.
 *
 * @throws RangeError for corners in the wrong order or a value that is not finite.
 * @example
 * xyxyToXywh([3, 4, 7, 6]); // [3, 4, 4, 2]
 */
export function xyxyToXywh(box: XYXY): Four {
  const [x0, y0, x1, y1] = corners(box);
  return [x0, y0, x1 - x0, y1 - y0];
}

/**
 * Boxes in another format.
 *
 * @throws TypeError for an unknown format; RangeError for a box that is none in the format `from`.
 * @example
 * convertBoxes([[3, 4, 4, 2]], { from: "xywh" }); // [[3, 4, 7, 6]]
 * convertBoxes([[3, 4, 7, 6]], { from: "xyxy", to: "cxcywh" }); // [[5, 5, 4, 2]]
 */
export function convertBoxes(
  boxes: readonly (readonly [number, number, number, number])[],
  options: ConvertBoxesOptions,
): Four[] {
  const from = oneOf("from", options.from, formats);
  const to = oneOf("to", options.to ?? "xyxy", formats);
  return boxes.map((box) => write(read(box, from), to));
}

function read(box: readonly [number, number, number, number], format: BoxFormat): XYXY {
  if (format === "xywh") return xywhToXyxy(box);
  if (format === "cxcywh") return cxcywhToXyxy(box);
  if (format === "yxyx") return corners([box[1], box[0], box[3], box[2]]);
  return corners(box);
}

function write(box: XYXY, format: BoxFormat): Four {
  if (format === "xywh") return xyxyToXywh(box);
  if (format === "cxcywh") return xyxyToCxcywh(box);
  if (format === "yxyx") return [box[1], box[0], box[3], box[2]];
  return [...box];
}
