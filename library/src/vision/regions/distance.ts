import { checkOptions } from "../../frame/engine/options.ts";
import { checkChoice } from "../core/index.ts";
import { imageLike } from "../image/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";

/** How far apart two pixels are. */
export type DistanceMetric = "euclidean" | "cityblock" | "chessboard";

/**
 * How far each pixel is from the nearest 0, in pixels, exactly (Felzenszwalb and Huttenlocher 2012).
 * scipy's distance_transform_edt and distance_transform_cdt; OpenCV's distanceTransform with
 * DIST_MASK_PRECISE.
 *
 * @param options - `metric`, default `"euclidean"`.
 * @returns Floats; Infinity where no pixel is 0.
 * @throws TypeError for an image of several channels.
 * @example
 * distanceTransform([[0, 1, 1, 1, 0]]).rows(); // [[0, 1, 2, 1, 0]]
 */
export function distanceTransform(
  image: ImageLike,
  options: { readonly metric?: DistanceMetric } = {},
): Image {
  checkOptions("distanceTransform", options, ["metric"]);
  const { metric = "euclidean" } = options;
  checkChoice("metric", metric, ["euclidean", "cityblock", "chessboard"]);
  const picture = singleChannel("distanceTransform", image);
  const { height, width, data } = picture;
  const far = new Float64Array(height * width);
  for (let i = 0; i < far.length; i++) far[i] = data[i] === 0 ? 0 : Infinity;
  if (metric === "euclidean") squares(far, height, width);
  else sweep(far, height, width, metric === "chessboard");
  const distances = new Float32Array(far);
  if (metric === "euclidean") for (let i = 0; i < far.length; i++) distances[i] = Math.sqrt(far[i]);
  return imageLike(picture, distances);
}

function squares(far: Float64Array, height: number, width: number): void {
  const line = new Float64Array(Math.max(height, width));
  const places = new Int32Array(line.length);
  const starts = new Float64Array(line.length + 1);
  for (let x = 0; x < width; x++) lowest(far, x, width, height, { line, places, starts });
  for (let y = 0; y < height; y++) lowest(far, y * width, 1, width, { line, places, starts });
}

interface Room {
  readonly line: Float64Array;
  readonly places: Int32Array;
  readonly starts: Float64Array;
}

/** Each value of a line becomes the least of `value[i] + (at - i)²`: the envelope of parabolas. */
function lowest(
  far: Float64Array,
  first: number,
  step: number,
  length: number,
  { line, places, starts }: Room,
): void {
  let last = -1;
  for (let i = 0; i < length; i++) {
    const value = (line[i] = far[first + i * step]);
    if (value === Infinity) continue;
    let from = -Infinity;
    while (last >= 0) {
      const before = places[last];
      from = (value + i * i - line[before] - before * before) / (2 * (i - before));
      if (from > starts[last]) break;
      last--;
    }
    last++;
    places[last] = i;
    starts[last] = last === 0 ? -Infinity : from;
  }
  if (last < 0) return;
  for (let i = 0, at = 0; i < length; i++) {
    while (at < last && starts[at + 1] <= i) at++;
    const apart = i - places[at];
    far[first + i * step] = line[places[at]] + apart * apart;
  }
}

/** Steps of 1 to neighbours: once from the top left, once from the bottom right. */
function sweep(far: Float64Array, height: number, width: number, corners: boolean): void {
  const look = (at: number, x: number, y: number, way: 1 | -1) => {
    let best = far[at];
    const side = x - way;
    if (side >= 0 && side < width) best = Math.min(best, far[at - way] + 1);
    const row = y - way;
    if (row >= 0 && row < height) {
      const above = at - way * width;
      best = Math.min(best, far[above] + 1);
      if (corners && x > 0) best = Math.min(best, far[above - 1] + 1);
      if (corners && x < width - 1) best = Math.min(best, far[above + 1] + 1);
    }
    far[at] = best;
  };
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) look(at, x, y, 1);
  for (let y = height - 1, at = far.length - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--, at--) look(at, x, y, -1);
}
