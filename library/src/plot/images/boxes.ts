import type { Box } from "../../vision/index.ts";
import { corners } from "../../vision/box.ts";
import { textWidth } from "../figure/fonts.ts";
import { dashes, okabeIto } from "../charts/palette.ts";
import { className } from "./options.ts";
import type { ClassNames, ImageOptions } from "./options.ts";
import { drawPanels, fittingScale, limitImages } from "./panels.ts";
import type { Panel } from "./panels.ts";
import type { Picture } from "./picture.ts";
import { readImages } from "./pixels.ts";
import type { ImagesLike, Pixels } from "./pixels.ts";
import { round, svgText } from "./svg.ts";

/** Boxes of one image, or a list of them for each image. */
export type BoxesLike = readonly Box[] | readonly (readonly Box[])[];

/** Options of `imageWithBoxes`. */
export interface ImageWithBoxesOptions extends ImageOptions {
  /** The annotated boxes: shown beside the boxes given, which are then the prediction. */
  readonly truth?: BoxesLike;
  /** Names for labels. */
  readonly classNames?: ClassNames;
}

/**
 * Boxes over an image, with class and score written at each. Classes differ in colour and dash. With
 * `truth`, the annotation stands to the left and the prediction to the right; for a batch, one row
 * or more an image.
 *
 * @param images - One image, or several.
 * @param boxes - Corners in pixels of the image. For several images one list for each.
 * @throws RangeError for a broken box, a shape that is no image, or lists that do not fit the images.
 * @example
 * imageWithBoxes(image, [{ box: [4, 6, 20, 22], label: "circle", score: 0.93 }]);
 * imageWithBoxes(batch, found, { truth: annotated, classNames: ["circle", "square"] });
 */
export function imageWithBoxes(
  images: ImagesLike,
  boxes: BoxesLike,
  options: ImageWithBoxesOptions = {},
): Picture {
  const pixels = readImages(images, options.range);
  const found = perImage(boxes, pixels.length, "boxes");
  const truth =
    options.truth === undefined ? undefined : perImage(options.truth, pixels.length, "truth");
  const labels = [...new Set([...(truth ?? []), ...found].flat().map(({ label }) => label))].sort();
  const style = { labels, names: options.classNames };
  const { shown, notes } = limitImages(pixels, options.maxImages);
  const panels = shown.flatMap((picture, i): Panel[] => {
    const panel = (list: readonly Box[], heading?: string): Panel => ({
      pixels: picture,
      ...(heading !== undefined && { heading }),
      overlay: (scale) => drawBoxes(list, picture, scale, style),
    });
    const prediction = found[i] ?? [];
    return truth === undefined
      ? [panel(prediction)]
      : [panel(truth[i] ?? [], "Truth"), panel(prediction, "Prediction")];
  });
  const scale = options.scale ?? fittingScale(shown, panels.length === 1 ? 320 : 220);
  return drawPanels(panels, {
    ...(options.title !== undefined && { title: options.title }),
    alt: options.alt ?? describe(options, found, truth),
    columns: (options.columns ?? (truth ? (shown.length > 1 ? 2 : 1) : 3)) * (truth ? 2 : 1),
    scale,
    notes,
  });
}

/** One list of boxes for each image; a flat list belongs to a single image. */
function perImage(boxes: BoxesLike, images: number, name: string): readonly (readonly Box[])[] {
  const lists =
    boxes.every((entry) => !Array.isArray(entry)) && (boxes.length > 0 || images === 1)
      ? [boxes as readonly Box[]]
      : (boxes as readonly (readonly Box[])[]);
  if (lists.length === images && lists.every((list) => Array.isArray(list))) return lists;
  throw new RangeError(
    `There are ${String(images)} images; ${name} must be one list of boxes for each of them, and has ${String(lists.length)}.`,
  );
}

interface BoxStyle {
  readonly labels: readonly (string | number)[];
  readonly names: ClassNames | undefined;
}

function drawBoxes(boxes: readonly Box[], picture: Pixels, scale: number, style: BoxStyle): string {
  const width = picture.width * scale;
  // The surest box last, so that its name is never covered.
  return boxes
    .toSorted((a, b) => (a.score ?? 1) - (b.score ?? 1))
    .map((box) => drawBox(box, width, scale, style))
    .join("");
}

function drawBox(box: Box, imageWidth: number, scale: number, { labels, names }: BoxStyle): string {
  const [x0, y0, x1, y1] = corners(box).map((value) => value * scale) as [
    number,
    number,
    number,
    number,
  ];
  const kind = Math.max(0, labels.indexOf(box.label));
  const color = okabeIto[kind % okabeIto.length] ?? okabeIto[0];
  const dash = dashes[kind % dashes.length] ?? dashes[0];
  const text =
    className(box.label, names) + (box.score === undefined ? "" : ` ${box.score.toFixed(2)}`);
  const tag = textWidth(text, 10, "bold") + 6;
  const left = Math.max(0, Math.min(x0 - 1, imageWidth - tag));
  const top = y0 >= 14 ? y0 - 14 : y0;
  const outline = (stroke: string, strokeWidth: number, dashed: boolean) =>
    `<rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}" fill="none" stroke="${stroke}" stroke-width="${String(strokeWidth)}"${dashed && kind % dashes.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`;
  const ink = isPale(color) ? "black" : "white";
  return [
    outline("white", 4, false),
    outline(color, 2, true),
    `<rect x="${round(left)}" y="${round(top)}" width="${round(tag)}" height="14" fill="${color}"/>`,
    svgText(left + 3, top + 10.5, text, { size: 10, weight: "bold", color: ink }),
  ].join("");
}

/** Whether black text reads better on a colour than white (relative luminance above a third). */
function isPale(color: string): boolean {
  const linear = (at: number) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5) > 0.25;
}

function describe(
  options: ImageWithBoxesOptions,
  found: readonly (readonly Box[])[],
  truth: readonly (readonly Box[])[] | undefined,
): string {
  const title = options.title === undefined ? "" : `${options.title}. `;
  const list = (boxes: readonly Box[]) =>
    boxes.length === 0
      ? "no boxes"
      : boxes
          .slice(0, 8)
          .map(
            ({ box, label, score }) =>
              `${className(label, options.classNames)}${score === undefined ? "" : ` ${score.toFixed(2)}`} at [${box.map((value) => String(Math.round(value))).join(", ")}]`,
          )
          .join("; ") + (boxes.length > 8 ? "; …" : "");
  const images = found
    .slice(0, 4)
    .map((boxes, i) =>
      truth === undefined
        ? list(boxes)
        : `truth: ${list(truth[i] ?? [])}, prediction: ${list(boxes)}`,
    );
  const more = found.length > 4 ? `, and ${String(found.length - 4)} more images` : "";
  return `${title}${found.length === 1 ? "An image with" : `${String(found.length)} images with`} ${images.join("; next image ")}${more}.`;
}
