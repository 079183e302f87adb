import { checkOptions } from "../../frame/engine/options.ts";
import { checkCount } from "../core/index.ts";
import { imageLike } from "../image/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";
import { checkConnectivity } from "./neighbours.ts";
import type { Connectivity, Labels } from "./neighbours.ts";

/** One region of a mask. */
export interface Component {
  /** Its number in the labels, from 1. */
  readonly label: number;
  /** How many pixels. */
  readonly area: number;
  /** The rectangle around it, in whole pixels. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The mean of its pixels' places. */
  readonly centroid: readonly [x: number, y: number];
}

/** The regions of a mask. */
export interface Components {
  readonly labels: Labels;
  /** In the order of their first pixels, row by row. */
  readonly components: readonly Component[];
}

/**
 * Numbers the regions of pixels that are not 0. OpenCV's connectedComponentsWithStats, without the
 * background; numbers as scipy's label gives them. Two passes with union-find.
 *
 * @param options - `connectivity`: 4 joins at sides, 8 at corners too; default 8.
 * @throws TypeError for an image of several channels.
 * @example
 * connectedComponents([[1, 1, 0, 1]]).components.map(({ area }) => area); // [2, 1]
 */
export function connectedComponents(
  image: ImageLike,
  options: { readonly connectivity?: Connectivity } = {},
): Components {
  checkOptions("connectedComponents", options, ["connectivity"]);
  const { connectivity = 8 } = options;
  checkConnectivity(connectivity);
  const picture = singleChannel("connectedComponents", image);
  const { height, width } = picture;
  const { provisional, roots } = firstPass(picture, connectivity === 8);
  const numbers = new Int32Array(roots.length);
  let count = 0;
  for (let i = 1; i < roots.length; i++) {
    const root = find(roots, i);
    numbers[i] = root === i ? ++count : numbers[root];
  }
  for (let i = 0; i < provisional.length; i++) provisional[i] = numbers[provisional[i]];
  const labels: Labels = { data: provisional, shape: [height, width] };
  return { labels, components: measure(labels, count) };
}

/** Labels that may still be several for one region; the least of a region is its root. */
function firstPass(
  { height, width, data }: Image,
  corners: boolean,
): { provisional: Int32Array; roots: number[] } {
  const provisional = new Int32Array(height * width);
  const roots = [0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (data[at] === 0) continue;
      let label = x > 0 ? provisional[at - 1] : 0;
      if (y > 0) {
        label = join(roots, label, provisional[at - width]);
        if (corners && x > 0) label = join(roots, label, provisional[at - width - 1]);
        if (corners && x < width - 1) label = join(roots, label, provisional[at - width + 1]);
      }
      if (label === 0) label = roots.push(roots.length) - 1;
      provisional[at] = label;
    }
  }
  return { provisional, roots };
}

function join(roots: number[], a: number, b: number): number {
  if (a === 0 || b === 0 || a === b) return a === 0 ? b : a;
  const first = find(roots, a);
  const second = find(roots, b);
  const root = Math.min(first, second);
  roots[first] = roots[second] = root;
  return root;
}

function find(roots: number[], label: number): number {
  let at = label;
  while (roots[at] !== at) at = roots[at] = roots[roots[at]];
  return at;
}

function measure({ data, shape: [height, width] }: Labels, count: number): Component[] {
  const area = new Float64Array(count + 1);
  const [sumX, sumY] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const left = new Int32Array(count + 1).fill(width);
  const right = new Int32Array(count + 1).fill(-1);
  const top = new Int32Array(count + 1).fill(height);
  const bottom = new Int32Array(count + 1).fill(-1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const label = data[at];
      if (label === 0) continue;
      area[label]++;
      sumX[label] += x;
      sumY[label] += y;
      if (x < left[label]) left[label] = x;
      if (x > right[label]) right[label] = x;
      if (y < top[label]) top[label] = y;
      bottom[label] = y;
    }
  }
  return Array.from({ length: count }, (_, i) => {
    const label = i + 1;
    return {
      label,
      area: area[label],
      box: {
        x: left[label],
        y: top[label],
        width: right[label] - left[label] + 1,
        height: bottom[label] - top[label] + 1,
      },
      centroid: [sumX[label] / area[label], sumY[label] / area[label]] as const,
    };
  });
}

/**
 * Takes regions of fewer pixels away. scikit-image's remove_small_objects.
 *
 * @param least - Regions of at least so many pixels stay.
 * @throws TypeError for an image of several channels.
 * @example
 * removeSmallObjects([[1, 1, 0, 1]], 2).rows(); // [[1, 1, 0, 0]]
 */
export function removeSmallObjects(
  image: ImageLike,
  least: number,
  options: { readonly connectivity?: Connectivity } = {},
): Image {
  checkOptions("removeSmallObjects", options, ["connectivity"]);
  checkCount("least", least, 0);
  const picture = singleChannel("removeSmallObjects", image);
  const { labels, components } = connectedComponents(picture, options);
  return imageLike(
    picture,
    picture.data.map((value, i) => {
      const label = labels.data[i];
      return label > 0 && components[label - 1].area < least ? 0 : value;
    }),
  );
}
