import { checkOptions } from "../../frame/engine/options.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";
import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { checkConnectivity } from "./neighbours.ts";
import type { Connectivity, Labels } from "./neighbours.ts";

/** Options of `watershed`. */
export interface WatershedOptions {
  /** Leave pixels that are 0 here without a label. */
  readonly mask?: ImageLike;
  /** Default 4. */
  readonly connectivity?: Connectivity;
}

/**
 * Floods an image from markers, the lowest values first, until the basins meet (Beucher and Meyer
 * 1993). For round things that touch: flood the negative distance transform from its peaks.
 * scikit-image's watershed.
 *
 * @param markers - A whole number for each pixel; 0 for those to be found.
 * @returns The marker that each pixel belongs to.
 * @throws RangeError for markers or a mask of another size, or no marker at all.
 * @example
 * watershed([[1, 2, 3, 9, 2, 1]], [[1, 0, 0, 0, 0, 2]]).data; // [1, 1, 1, 2, 2, 2]
 */
export function watershed(
  image: ImageLike,
  markers: NdArrayLike,
  options: WatershedOptions = {},
): Labels {
  checkOptions("watershed", options, ["mask", "connectivity"]);
  const { connectivity = 4 } = options;
  checkConnectivity(connectivity);
  const picture = singleChannel("watershed", image);
  const { height, width, data: levels } = picture;
  const given = readNdArray(markers, "markers");
  const labels = Int32Array.from(given.data);
  const mask = options.mask === undefined ? undefined : Image.from(options.mask);
  for (const [name, [h, w]] of [
    ["markers", given.shape],
    ["mask", mask?.shape ?? [height, width]],
  ] as const)
    if (h !== height || w !== width)
      throw new RangeError(`The ${name} are ${h} × ${w} and the image ${height} × ${width}.`);
  const inside = (at: number) => mask === undefined || mask.data[at * mask.channels] !== 0;
  const queue = new LevelQueue();
  for (let at = 0; at < labels.length; at++) {
    if (!inside(at)) labels[at] = 0;
    else if (labels[at] !== 0) queue.push(at, levels[at]);
  }
  if (queue.size === 0) throw new RangeError("There is no marker to flood from: all are 0.");
  while (queue.size > 0) {
    const water = queue.level;
    const at = queue.pop();
    const x = at % width;
    const y = (at - x) / width;
    for (const [dx, dy] of connectivity === 4 ? sides : all) {
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      const next = at + dy * width + dx;
      if (labels[next] !== 0 || !inside(next)) continue;
      labels[next] = labels[at];
      queue.push(next, Math.max(water, levels[next]));
    }
  }
  return { data: labels, shape: [height, width] };
}

const sides = [
  [0, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
] as const;
const all = [...sides, [-1, -1], [1, -1], [-1, 1], [1, 1]] as const;

/** A heap of places, the lowest level first and of equal ones the earliest. */
class LevelQueue {
  readonly #levels: number[] = [];
  readonly #places: number[] = [];
  readonly #ages: number[] = [];
  #age = 0;

  get size(): number {
    return this.#places.length;
  }

  /** The lowest level. */
  get level(): number {
    return this.#levels[0];
  }

  push(place: number, level: number): void {
    let at = this.size;
    this.#places.push(place);
    this.#levels.push(level);
    this.#ages.push(this.#age++);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number {
    const places = this.#places;
    this.#swap(0, places.length - 1);
    const place = places.pop() as number;
    this.#levels.pop();
    this.#ages.pop();
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let first = at;
      if (left < places.length && this.#before(left, first)) first = left;
      if (left + 1 < places.length && this.#before(left + 1, first)) first = left + 1;
      if (first === at) return place;
      this.#swap(at, first);
      at = first;
    }
  }

  #before(a: number, b: number): boolean {
    const difference = this.#levels[a] - this.#levels[b];
    return difference < 0 || (difference === 0 && this.#ages[a] < this.#ages[b]);
  }

  #swap(a: number, b: number): void {
    for (const list of [this.#places, this.#levels, this.#ages]) {
      const kept = list[a];
      list[a] = list[b];
      list[b] = kept;
    }
  }
}
