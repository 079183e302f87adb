import { boxShapes, classOrder } from "../../plot/images/boxes.ts";
import type { ClassNames } from "../../plot/images/options.ts";
import type { Box } from "../box.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { canvasOf, drawOn } from "./canvas.ts";
import type { DrawOptions } from "./canvas.ts";

/** Options of `drawBoxes`. */
export interface DrawBoxesOptions extends DrawOptions {
  /** Names for labels, which also set the order of colours and dashes. */
  readonly classNames?: ClassNames;
}

/**
 * Boxes with class and score on an image. Classes differ in colour and dash, and each box bears its name.
 *
 * @returns A new image in bytes and RGB.
 * @throws RangeError for a broken box.
 * @example
 * const image = { data: new Uint8Array(40 * 40), shape: [40, 40] };
 * drawBoxes(image, [{ box: [5, 5, 30, 30], label: "cat", score: 0.9 }], { scale: 3 }).shape; // [120, 120, 3]
 */
export function drawBoxes(
  image: ImageLike,
  boxes: readonly Box[],
  options: DrawBoxesOptions = {},
): Image {
  const canvas = canvasOf(image);
  const labels = boxes.map(({ label }) => label);
  const style = { order: classOrder(labels, options.classNames), names: options.classNames };
  return drawOn(canvas, options, (scale) => boxShapes(boxes, canvas, scale, style));
}
