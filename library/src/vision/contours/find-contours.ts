import { checkOptions } from "../../frame/engine/options.ts";
import { checkChoice } from "../core/index.ts";
import type { Point } from "../geometry/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";

/** The border of a region, or of a hole in one. */
export interface Contour {
  /** Its pixels in order, each a neighbour of the next; those of a hole lie around it. */
  readonly points: readonly Point[];
  readonly hole: boolean;
  /** The contour that this one lies in, by its place in the list; -1 for none. */
  readonly parent: number;
}

/** Options of `findContours`. */
export interface ContourOptions {
  /** All borders, or only those that lie in no other. Default `"all"`. */
  readonly mode?: "all" | "external";
  /** Leave out points on straight runs between others. Default false. */
  readonly simplify?: boolean;
}

/**
 * Follows the borders of what is not 0 (Suzuki and Abe 1985). OpenCV's findContours: `"all"` is RETR_TREE,
 * `simplify` is CHAIN_APPROX_SIMPLE.
 *
 * Differs from OpenCV: contours come in the order of their first pixels, row by row.
 *
 * @throws TypeError for an image of several channels.
 * @example
 * findContours([[0, 0, 0], [0, 1, 1], [0, 1, 1]])[0].points; // [[1, 1], [1, 2], [2, 2], [2, 1]]
 */
export function findContours(image: ImageLike, options: ContourOptions = {}): Contour[] {
  checkOptions("findContours", options, ["mode", "simplify"]);
  const { mode = "all", simplify = false } = options;
  checkChoice("mode", mode, ["all", "external"]);
  const picture = singleChannel("findContours", image);
  const stride = picture.width + 2;
  const marks = framed(picture, stride);
  const found: Contour[] = [];
  for (let y = 1; y <= picture.height; y++) {
    let last = 0;
    for (let at = y * stride + 1, end = at + picture.width; at < end; at++) {
      const mark = marks[at];
      if (mark === 0) continue;
      const outer = mark === 1 && marks[at - 1] === 0;
      const hole = !outer && mark >= 1 && marks[at + 1] === 0;
      if (outer || hole) {
        if (hole && mark > 1) last = mark;
        const number = found.length + 2;
        const trace = follow(marks, stride, at, outer ? 4 : 0, number);
        const points = (simplify ? turns(trace) : trace).map((place): Point => [
          (place % stride) - 1,
          Math.floor(place / stride) - 1,
        ]);
        found.push({ points, hole, parent: parentOf(found, last - 2, hole) });
      }
      if (marks[at] !== 1) last = Math.abs(marks[at]);
    }
  }
  if (mode === "all") return found;
  return found.filter(({ parent }) => parent < 0);
}

/** 1 where the image is not 0, with a frame of zeros. */
function framed({ height, width, data }: Image, stride: number): Int32Array {
  const marks = new Int32Array((height + 2) * stride);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0, at = (y + 1) * stride + 1; x < width; x++, at++, i++)
      if (data[i] !== 0) marks[at] = 1;
  return marks;
}

/** A border met last on the row is the parent, or has the same parent, by what both are. */
function parentOf(found: readonly Contour[], last: number, hole: boolean): number {
  if (last < 0) return -1;
  return found[last].hole === hole ? found[last].parent : last;
}

/**
 * Walks along a border and writes its number: negative where the pixel to the right is outside.
 *
 * @param from - The direction of the pixel outside from which it is met: 0 right, then clockwise.
 */
function follow(
  marks: Int32Array,
  stride: number,
  start: number,
  from: number,
  number: number,
): number[] {
  const steps = [1, stride + 1, stride, stride - 1, -1, -stride - 1, -stride, 1 - stride];
  let first = -1;
  for (let i = 1; i < 8 && first < 0; i++) {
    const way = (from + i) % 8;
    if (marks[start + steps[way]] !== 0) first = way;
  }
  if (first < 0) {
    marks[start] = -number;
    return [start];
  }
  const end = start + steps[first];
  const trace: number[] = [];
  let at = start;
  let back = first;
  for (;;) {
    trace.push(at);
    let rightIsOutside = false;
    let way = (back + 7) % 8;
    while (marks[at + steps[way]] === 0) {
      if (way === 0) rightIsOutside = true;
      way = (way + 7) % 8;
    }
    if (rightIsOutside) marks[at] = -number;
    else if (marks[at] === 1) marks[at] = number;
    const next = at + steps[way];
    if (next === start && at === end) return trace;
    at = next;
    back = (way + 4) % 8;
  }
}

/** The points where a trace changes its direction. */
function turns(trace: readonly number[]): number[] {
  if (trace.length < 3) return [...trace];
  const count = trace.length;
  const kept = trace.filter(
    (at, i) => at - trace[(i + count - 1) % count] !== trace[(i + 1) % count] - at,
  );
  return kept;
}
