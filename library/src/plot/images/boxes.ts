import type { Box } from "../../vision/index.ts";
import { corners } from "../../vision/box.ts";
import { textWidth } from "../figure/fonts.ts";
import { dashes, okabeIto } from "../figure/palette.ts";
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
  /**
   * Names for labels. Their order is the order of colours and dashes, so that a class looks alike in
   * all pictures, also in those where others are missing.
   */
  readonly classNames?: ClassNames;
  /** Written below each image (below its prediction, where there is a truth beside it). */
  readonly captions?: readonly string[];
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
  const labels = [...(truth ?? []), ...found].flat().map(({ label }) => label);
  const style = { order: classOrder(labels, options.classNames), names: options.classNames };
  if (options.captions !== undefined && options.captions.length !== pixels.length) {
    throw new RangeError(
      `There are ${String(pixels.length)} images and ${String(options.captions.length)} captions.`,
    );
  }
  const { shown, notes } = limitImages(pixels, options.maxImages);
  const panels = shown.flatMap((picture, i): Panel[] => {
    const panel = (list: readonly Box[], heading?: string): Panel => ({
      pixels: picture,
      ...(heading !== undefined && { heading }),
      overlay: (scale) => boxShapes(list, picture, scale, style),
    });
    const text = options.captions?.[i];
    const caption = text !== undefined && { caption: { text } };
    const prediction = found[i] ?? [];
    return truth === undefined
      ? [{ ...panel(prediction), ...caption }]
      : [panel(truth[i] ?? [], "Truth"), { ...panel(prediction, "Prediction"), ...caption }];
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
  /** The labels as text, in the order of colours. */
  readonly order: readonly string[];
  readonly names: ClassNames | undefined;
}

/** Named classes first, in the order of their names, and then the others that are there. */
export function classOrder(
  labels: readonly (string | number)[],
  names: ClassNames | undefined = [],
): string[] {
  const byNumber = labels.some((label) => typeof label === "number");
  const named =
    Array.isArray(names) && !byNumber ? (names as readonly string[]) : Object.keys(names);
  return [...new Set([...named, ...labels.map(String).sort()])];
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const tagHeight = 14;

/** All outlines, and then all names, so that no outline crosses a name. */
export function boxShapes(
  boxes: readonly Box[],
  picture: Pixels,
  scale: number,
  style: BoxStyle,
): string {
  const names: string[] = [];
  const outlines: string[] = [];
  const taken: Area[] = [];
  for (const box of boxes.toSorted((a, b) => (b.score ?? 1) - (a.score ?? 1))) {
    const [x0, y0, x1, y1] = corners(box).map((value) => value * scale) as [
      number,
      number,
      number,
      number,
    ];
    const kind = Math.max(0, style.order.indexOf(String(box.label)));
    const color = okabeIto[kind % okabeIto.length] ?? okabeIto[0];
    const text =
      className(box.label, style.names) +
      (box.score === undefined ? "" : ` ${box.score.toFixed(2)}`);
    const width = textWidth(text, 10, "bold") + 6;
    const place = freePlace({ x0, y0, x1, y1 }, width, picture, scale, taken);
    taken.push({ ...place, width });
    outlines.unshift(outline(x0, y0, x1, y1, color, kind));
    names.push(
      `<rect x="${round(place.left)}" y="${round(place.top)}" width="${round(width)}" height="${String(tagHeight)}" fill="${color}"/>`,
      svgText(place.left + 3, place.top + 10.5, text, {
        size: 10,
        weight: "bold",
        color: isPale(color) ? "black" : "white",
      }),
    );
  }
  return outlines.join("") + names.join("");
}

function outline(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  color: string,
  kind: number,
): string {
  const rect = `<rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}" fill="none"`;
  const dash = dashes[kind % dashes.length] ?? dashes[0];
  const dashed = kind % dashes.length === 0 ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  return `${rect} stroke="white" stroke-width="4"/>${rect} stroke="${color}" stroke-width="2"${dashed}/>`;
}

/** Above the box, below it or inside it, at its left or its right: where the fewest names are covered. */
function freePlace(
  box: { x0: number; y0: number; x1: number; y1: number },
  width: number,
  picture: Pixels,
  scale: number,
  taken: readonly Area[],
): { left: number; top: number } {
  const bottom = picture.height * scale - tagHeight;
  const inside = (left: number) => Math.max(0, Math.min(left, picture.width * scale - width));
  const tops = [box.y0 - tagHeight, box.y1, box.y0, box.y1 - tagHeight].filter(
    (top) => top >= 0 && top <= bottom,
  );
  if (tops.length === 0) tops.push(Math.max(0, Math.min(box.y0, bottom)));
  const covered = ({ left, top }: { left: number; top: number }) =>
    taken.reduce((sum, other) => {
      const across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
      const down = tagHeight - Math.abs(top - other.top);
      return sum + Math.max(0, across) * Math.max(0, down);
    }, 0);
  const [best] = [inside(box.x0 - 1), inside(box.x1 + 1 - width)]
    .flatMap((left) => tops.map((top) => ({ left, top })))
    .map((place) => ({ place, covers: covered(place) }))
    .sort((a, b) => a.covers - b.covers);
  return best.place;
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
