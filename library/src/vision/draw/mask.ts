import { textWidth } from "../../plot/figure/fonts.ts";
import {
  drawMask as maskShapes,
  hatchDefinitions,
  maskColor,
} from "../../plot/images/mask-shapes.ts";
import { className } from "../../plot/images/options.ts";
import type { ClassNames } from "../../plot/images/options.ts";
import type { Image, ImageLike } from "../image/index.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { readMask } from "../segmentation/rle/index.ts";
import { canvasOf, drawOn } from "./canvas.ts";
import type { DrawOptions } from "./canvas.ts";
import { inkOn } from "./colors.ts";
import { tag } from "./shapes.ts";

/** Options of `drawMask`. */
export interface DrawMaskOptions extends DrawOptions {
  /** Names of the classes, by number. */
  readonly classNames?: ClassNames;
  /** Write each class on its largest row. Default true. */
  readonly labels?: boolean;
}

/**
 * A mask of class numbers on an image, 0 left out. Classes differ in colour and hatching, and each bears
 * its name.
 *
 * @param mask - `[height, width]`, whole numbers from 0.
 * @returns A new image in bytes and RGB.
 * @throws RangeError for a mask of another size or other values.
 * @example
 * drawMask([[0.5, 0.5], [0.5, 0.5]], [[0, 1], [0, 1]], { scale: 20 }).shape; // [40, 40, 3]
 */
export function drawMask(
  image: ImageLike,
  mask: NdArrayLike,
  options: DrawMaskOptions = {},
): Image {
  const canvas = canvasOf(image);
  const { data, shape } = readMask(mask);
  if (shape[0] !== canvas.height || shape[1] !== canvas.width)
    throw new RangeError(
      `The mask has ${shape.join(" × ")} pixels, the image ${String(canvas.height)} × ${String(canvas.width)}.`,
    );
  const classes = Array.from(data);
  const wrong = classes.find((value) => !Number.isInteger(value) || value < 0);
  if (wrong !== undefined)
    throw new RangeError(`A mask holds whole class numbers from 0; it has ${String(wrong)}.`);
  const kinds = [...new Set(classes)].filter((kind) => kind !== 0).sort((a, b) => a - b);
  const one = { width: canvas.width, height: canvas.height, classes };
  return drawOn(canvas, options, (scale) => {
    const names =
      options.labels === false
        ? []
        : kinds.map((kind) => {
            const text = className(kind, options.classNames);
            const [x, y] = middleOf(one, kind);
            const width = textWidth(text, 10, "bold") + 6;
            const left = Math.max(0, Math.min(x * scale - width / 2, canvas.width * scale - width));
            const top = Math.max(0, Math.min(y * scale - 7, canvas.height * scale - 14));
            return tag(left, top, text, maskColor(kind), inkOn(maskColor(kind)));
          });
    return `<defs>${hatchDefinitions(kinds)}</defs>${maskShapes(one, kinds, scale)}${names.join("")}`;
  });
}

/** The middle of the longest run of a class along a row: always on the class itself. */
function middleOf(
  { width, height, classes }: { width: number; height: number; classes: readonly number[] },
  kind: number,
): [number, number] {
  let [best, x, y] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0, run = 0; column < width; column++) {
      run = classes[row * width + column] === kind ? run + 1 : 0;
      if (run > best) [best, x, y] = [run, column + 1 - run / 2, row + 0.5];
    }
  }
  return [x, y];
}
