import { inksOf } from "../figure/theme.ts";
import { className } from "./options.ts";
import type { ClassNames, ImageOptions } from "./options.ts";
import { drawPanels, fittingColumns, fittingScale, limitImages } from "./panels.ts";
import type { Panel } from "./panels.ts";
import type { Picture } from "./picture.ts";
import { readImages } from "./pixels.ts";
import type { ImagesLike } from "./pixels.ts";

type Labels = ArrayLike<string | number>;

/** Options of `imageGrid`. */
export interface ImageGridOptions extends ImageOptions {
  /** What is written below each image: its class, or any text. */
  readonly labels?: Labels;
  /** Predicted classes; where one differs from `labels`, both are written, with a cross and in colour. */
  readonly predictions?: Labels;
  /** Names for classes that are numbers. */
  readonly classNames?: ClassNames;
}

/**
 * Images side by side, each pixel a crisp square.
 *
 * @param images - A batch `[images, height, width, channels]`, an array of images, or one image.
 * @throws RangeError for a shape that is no image, values below 0 without `range`, or when labels and
 *   images differ in number.
 * @example
 * imageGrid(digits.images.slice(0, 20), { labels: digits.labels, columns: 10, range: [0, 16] });
 * imageGrid(batch, { labels: truth, predictions, title: "Held-out digits" });
 */
export function imageGrid(images: ImagesLike, options: ImageGridOptions = {}): Picture {
  const pixels = readImages(images, options.range);
  for (const name of ["labels", "predictions"] as const) {
    const given = options[name];
    if (given !== undefined && given.length !== pixels.length) {
      throw new RangeError(
        `There are ${String(pixels.length)} images and ${String(given.length)} ${name}.`,
      );
    }
  }
  const { shown, notes } = limitImages(pixels, options.maxImages);
  const panels = shown.map((picture, i): Panel => ({ pixels: picture, ...caption(options, i) }));
  const scale = options.scale ?? fittingScale(shown, 84);
  const widest = Math.max(...shown.map(({ width }) => width)) * scale;
  const wrong =
    options.predictions === undefined
      ? 0
      : mistakes(options.labels ?? [], options.predictions, pixels.length);
  const size = `${String(pixels[0]?.width)} by ${String(pixels[0]?.height)} pixels`;
  const judged =
    options.predictions === undefined || options.labels === undefined
      ? ""
      : ` ${String(wrong)} of ${String(pixels.length)} predictions are wrong.`;
  return drawPanels(panels, {
    ...(options.title !== undefined && { title: options.title }),
    alt:
      options.alt ??
      `${options.title === undefined ? "" : `${options.title}. `}${pixels.length === 1 ? "One image" : `${String(pixels.length)} images`} of ${size}${written(options)}.${judged}`,
    columns: options.columns ?? fittingColumns(widest, shown.length),
    scale,
    notes,
  });
}

function caption(
  { labels, predictions, classNames }: ImageGridOptions,
  i: number,
): Pick<Panel, "caption"> {
  const name = (values: Labels) => className(values[i] ?? "", classNames);
  if (predictions === undefined)
    return labels === undefined ? {} : { caption: { text: name(labels) } };
  if (labels === undefined) return { caption: { text: name(predictions) } };
  if (String(labels[i]) === String(predictions[i]))
    return { caption: { text: `✓ ${name(predictions)}`, color: inksOf().good } };
  return {
    caption: {
      text: `✗ ${name(predictions)}, is ${name(labels)}`,
      color: inksOf().bad,
      bold: true,
    },
  };
}

function mistakes(labels: Labels, predictions: Labels, length: number): number {
  return Array.from({ length }, (_, i) => String(labels[i]) !== String(predictions[i])).filter(
    Boolean,
  ).length;
}

function written({ labels, classNames }: ImageGridOptions): string {
  if (labels === undefined) return "";
  const names = Array.from(labels, (label) => className(label, classNames));
  return `, labelled ${names.slice(0, 20).join(", ")}${names.length > 20 ? ", …" : ""}`;
}
