import { checkOptions } from "../../frame/engine/options.ts";
import { asType, checkChoice, checkFinite, checkOdd, planeOf } from "../core/index.ts";
import { boxPlane } from "../filters/box.ts";
import { separablePlane } from "../filters/correlate-plane.ts";
import { gaussianKernel } from "../filters/gaussian.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { singleChannel } from "./lightness.ts";

const kinds = ["binary", "binaryInverse", "truncate", "toZero", "toZeroInverse"] as const;

/** What becomes of values above and below a threshold. */
export type ThresholdKind = (typeof kinds)[number];

/**
 * Compares every value with a level. `"binary"`: above it white, else 0; `"truncate"`: at most the
 * level; `"toZero"`: up to the level 0; `"…Inverse"` the other way round. OpenCV's threshold.
 *
 * @param level - In the image's own unit; see `otsuThreshold` and others to find one.
 * @throws RangeError for a level that is not finite.
 * @example
 * threshold([[0.2, 0.5, 0.7]], 0.5).rows(); // [[0, 0, 1]]
 */
export function threshold(image: ImageLike, level: number, kind: ThresholdKind = "binary"): Image {
  checkFinite("level", level);
  checkChoice("kind", kind, kinds);
  const picture = Image.from(image);
  const { data, white } = picture;
  const into = emptyLike(data, data.length);
  const [above, below] = outcomes(kind);
  const byKind = { white, zero: 0, level };
  for (let i = 0; i < data.length; i++) {
    const outcome = data[i] > level ? above : below;
    into[i] = outcome === "value" ? data[i] : byKind[outcome];
  }
  return imageLike(picture, into);
}

type Outcome = "white" | "zero" | "level" | "value";

function outcomes(kind: ThresholdKind): [above: Outcome, below: Outcome] {
  if (kind === "binary") return ["white", "zero"];
  if (kind === "binaryInverse") return ["zero", "white"];
  if (kind === "truncate") return ["level", "value"];
  return kind === "toZero" ? ["value", "zero"] : ["zero", "value"];
}

/** Options of `adaptiveThreshold`. */
export interface AdaptiveOptions {
  /** The side of the surroundings, odd. */
  readonly size: number;
  /** Taken from the mean, in the image's own unit: higher asks less of white. Default 0. */
  readonly offset?: number;
  /** The plain mean, or one weighted by a Gaussian. Default `"mean"`. */
  readonly method?: "mean" | "gaussian";
}

/**
 * White where a pixel is above the mean of its surroundings less `offset`: for light that changes over
 * the picture. OpenCV's adaptiveThreshold.
 *
 * @throws TypeError for an image of several channels.
 * @example
 * adaptiveThreshold([[0, 0, 1, 0, 0]], { size: 3 }).rows(); // [[0, 0, 1, 0, 0]]
 */
export function adaptiveThreshold(image: ImageLike, options: AdaptiveOptions): Image {
  checkOptions("adaptiveThreshold", options, ["size", "offset", "method"]);
  const { size, offset = 0, method = "mean" } = options;
  checkOdd("size", size);
  checkFinite("offset", offset);
  checkChoice("method", method, ["mean", "gaussian"]);
  const picture = singleChannel("adaptiveThreshold", image);
  const plane = planeOf(picture);
  const kernel = method === "gaussian" ? usualKernel(size) : [];
  const means =
    method === "mean"
      ? boxPlane(plane, size, size, "replicate", 0)
      : separablePlane(plane, kernel, kernel, "replicate", 0);
  const mean = asType(means.data, picture.data);
  const less = picture.data instanceof Uint8Array ? Math.ceil(offset) : offset;
  const into = emptyLike(picture.data, mean.length);
  for (let i = 0; i < into.length; i++)
    if (picture.data[i] > mean[i] - less) into[i] = picture.white;
  return imageLike(picture, into);
}

/** The Gaussian that OpenCV takes for a size alone: round weights up to 7. */
function usualKernel(size: number): number[] {
  const round: Record<number, number[]> = {
    1: [1],
    3: [1 / 4, 1 / 2, 1 / 4],
    5: [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16],
    7: [1 / 32, 7 / 64, 7 / 32, 9 / 32, 7 / 32, 7 / 64, 1 / 32],
  };
  return round[size] ?? gaussianKernel(size, 0.3 * ((size - 1) / 2 - 1) + 0.8);
}
