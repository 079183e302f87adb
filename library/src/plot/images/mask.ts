import { readNdArray } from "../../vision/ndarray.ts";
import type { NdArray, NdArrayLike } from "../../vision/ndarray.ts";
import { drawMask, hatchDefinitions, maskSwatch } from "./mask-shapes.ts";
import type { ClassMask } from "./mask-shapes.ts";
import { className } from "./options.ts";
import type { ClassNames, ImageOptions } from "./options.ts";
import { drawPanels, fittingColumns, fittingScale, limitImages } from "./panels.ts";
import type { Panel } from "./panels.ts";
import type { Picture } from "./picture.ts";
import { readImages } from "./pixels.ts";
import type { ImagesLike } from "./pixels.ts";

/** Masks as tensors, nested arrays or `{ data, shape }`, with the height and width of the images. */
export type MasksLike = NdArrayLike | readonly NdArrayLike[];

/** Options of `imageWithMask`. */
export interface ImageWithMaskOptions extends ImageOptions {
  /** The annotated masks: image, truth and prediction (the masks given) then stand side by side. */
  readonly truth?: MasksLike;
  /** Masks that hold anything but whole numbers are probabilities: this much and more is class 1. Default 0.5. */
  readonly threshold?: number;
  /** Names of the classes by number, for a legend. The background is number 0. */
  readonly classNames?: ClassNames;
}

/**
 * Masks over an image. Each class has its colour, its hatch and an outline, so that it shows without
 * colour too. With `truth` there are three images in a row: the image, the truth, the prediction.
 *
 * @param images - One image, or several.
 * @param masks - Class numbers from 0 (background, not drawn), or probabilities of class 1; of shape
 *   `[height, width]`, with one channel, or a batch of these.
 * @throws RangeError when mask and image differ in size or number, or a class is no whole number from 0.
 * @example
 * imageWithMask(image, model.predict(batch), { truth: annotated, classNames: ["background", "shape"] });
 */
export function imageWithMask(
  images: ImagesLike,
  masks: MasksLike,
  options: ImageWithMaskOptions = {},
): Picture {
  const pixels = readImages(images, options.range);
  const threshold = options.threshold ?? 0.5;
  const read = (given: MasksLike, name: string) => {
    const list = readMasks(given, threshold);
    pixels.forEach(({ width, height }, i) => {
      const mask = list[i];
      if (list.length === pixels.length && mask?.width === width && mask.height === height) return;
      throw new RangeError(
        `There are ${String(pixels.length)} images of ${String(height)} by ${String(width)} (height by width); ${name} has ${String(list.length)} of ${String(mask?.height ?? 0)} by ${String(mask?.width ?? 0)}.`,
      );
    });
    return list;
  };
  const found = read(masks, "the mask");
  const truth = options.truth === undefined ? undefined : read(options.truth, "the truth");
  const kinds = classesOf([...found, ...(truth ?? [])]);
  const { shown, notes } = limitImages(pixels, options.maxImages);
  const panels = shown.flatMap((picture, i): Panel[] => {
    const panel = (mask: ClassMask | undefined, heading?: string): Panel => ({
      pixels: picture,
      ...(heading !== undefined && { heading }),
      ...(mask !== undefined && { overlay: (scale: number) => drawMask(mask, kinds, scale) }),
    });
    if (truth === undefined) return [panel(found[i])];
    return [panel(undefined, "Image"), panel(truth[i], "Truth"), panel(found[i], "Prediction")];
  });
  const scale = options.scale ?? fittingScale(shown, panels.length === 1 ? 320 : 190);
  const widest = Math.max(...shown.map(({ width }) => width)) * scale;
  return drawPanels(panels, {
    ...(options.title !== undefined && { title: options.title }),
    alt: options.alt ?? describe(options, kinds, found, truth),
    columns: truth
      ? 3 * (options.columns ?? 1)
      : (options.columns ?? fittingColumns(widest, shown.length)),
    scale,
    notes,
    definitions: hatchDefinitions(kinds),
    legend:
      kinds.length > 1 || options.classNames
        ? kinds.map((kind) => ({
            swatch: maskSwatch(kind),
            name: className(kind, options.classNames),
          }))
        : [],
  });
}

function readMasks(masks: MasksLike, threshold: number): ClassMask[] {
  const isList =
    Array.isArray(masks) &&
    typeof masks[0] === "object" &&
    masks[0] !== null &&
    "shape" in masks[0];
  const arrays = isList
    ? (masks as readonly NdArrayLike[]).map((mask) => readNdArray(mask, "mask"))
    : [readNdArray(masks as NdArrayLike, "mask")];
  return arrays.flatMap((array) => split(array, isList)).map((mask) => toClasses(mask, threshold));
}

/** `[h, w]`, `[h, w, 1]`, `[n, h, w]` and `[n, h, w, 1]` as single masks `[h, w]`. */
function split({ data, shape }: NdArray, isSingle: boolean): NdArray[] {
  const flat = shape.at(-1) === 1 && shape.length >= 3 ? shape.slice(0, -1) : shape;
  if (flat.length !== 2 && (flat.length !== 3 || isSingle)) {
    throw new RangeError(
      `A mask has the shape [height, width], with one channel or none, or a batch of these; this one has [${shape.join(", ")}].`,
    );
  }
  const [height = 0, width = 0] = flat.slice(-2);
  const values = Array.from(data);
  const size = width * height;
  return Array.from({ length: flat.length === 3 ? (flat[0] ?? 0) : 1 }, (_, i) => ({
    data: values.slice(i * size, (i + 1) * size),
    shape: [height, width],
  }));
}

function toClasses({ data, shape }: NdArray, threshold: number): ClassMask {
  const [height = 0, width = 0] = shape;
  const values = Array.from(data);
  const bad = values.find((value) => !(value >= 0 && value <= 255));
  if (bad !== undefined)
    throw new RangeError(
      `A mask holds class numbers from 0 to 255 or probabilities; it has ${String(bad)}.`,
    );
  const whole = values.every((value) => Number.isInteger(value));
  if (!whole && values.some((value) => value > 1)) {
    throw new RangeError(
      "A mask holds whole class numbers, or probabilities up to 1; it has numbers of both kinds.",
    );
  }
  return {
    width,
    height,
    classes: whole ? values : values.map((value) => (value >= threshold ? 1 : 0)),
  };
}

function classesOf(masks: readonly ClassMask[]): number[] {
  return [...new Set(masks.flatMap(({ classes }) => [...new Set(Array.from(classes))]))]
    .filter((kind) => kind !== 0)
    .sort((a, b) => a - b);
}

function describe(
  options: ImageWithMaskOptions,
  kinds: readonly number[],
  found: readonly ClassMask[],
  truth: readonly ClassMask[] | undefined,
): string {
  const title = options.title === undefined ? "" : `${options.title}. `;
  const share = (masks: readonly ClassMask[], kind: number) => {
    const all = masks.reduce((sum, { classes }) => sum + classes.length, 0);
    const inside = masks.reduce(
      (sum, { classes }) => sum + Array.from(classes).filter((value) => value === kind).length,
      0,
    );
    return `${((100 * inside) / all).toFixed(1)} %`;
  };
  const parts = kinds.map(
    (kind) =>
      `${className(kind, options.classNames)} covers ${share(found, kind)} of the pixels${truth === undefined ? "" : ` in the prediction and ${share(truth, kind)} in the truth`}`,
  );
  const images = found.length === 1 ? "An image" : `${String(found.length)} images`;
  return `${title}${images} with ${found.length === 1 ? "a mask" : "masks"}${truth === undefined ? "" : ", beside the annotation"}: ${parts.join("; ") || "no pixel is marked"}.`;
}
