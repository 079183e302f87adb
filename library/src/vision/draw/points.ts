import { dashes, okabeIto } from "../../plot/figure/palette.ts";
import { round } from "../../plot/images/svg.ts";
import type { Point } from "../geometry/index.ts";
import type { DescriptorMatch, Keypoint } from "../features/index.ts";
import type { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { canvasOf, drawOn } from "./canvas.ts";
import type { DrawOptions } from "./canvas.ts";
import { inkOn } from "./colors.ts";
import { pathOf, rimmed, tag } from "./shapes.ts";

/** Options of `drawPoints`. */
export interface DrawPointsOptions extends DrawOptions {
  /** A word for each point, written beside it. */
  readonly labels?: readonly string[];
  /** Pairs of points that a line joins, such as the bones of a body. */
  readonly edges?: readonly (readonly [number, number])[];
}

/** Options of `drawMatches`. */
export interface DrawMatchesOptions extends DrawOptions {
  /** For each match whether it is right, as `ransacTransform` says; the others are dashed and grey. */
  readonly inliers?: readonly boolean[];
  /** Pixels between the two pictures. Default 4. */
  readonly gap?: number;
}

/**
 * Key points on an image: rings as large as what was found, with a stroke in their direction, or dots.
 *
 * @param points - `[x, y]`, or key points of a detector; whole numbers are the middles of pixels.
 * @returns A new image in bytes and RGB.
 * @throws RangeError where labels or edges do not fit the points.
 * @example
 * drawPoints([[0, 0], [0, 0]], [[0, 1]], { scale: 10 }).shape; // [20, 20, 3]
 */
export function drawPoints(
  image: ImageLike,
  points: readonly (Point | Keypoint)[],
  options: DrawPointsOptions = {},
): Image {
  const { labels, edges = [] } = options;
  if (labels !== undefined && labels.length !== points.length)
    throw new RangeError(
      `There are ${String(points.length)} points and ${String(labels.length)} labels.`,
    );
  const places = points.map(placeOf);
  const beyond = edges.flat().find((i) => places[i] === undefined);
  if (beyond !== undefined)
    throw new RangeError(
      `An edge names point ${String(beyond)}; there are ${String(points.length)}.`,
    );
  const canvas = canvasOf(image);
  const [bone, dot] = [okabeIto[0], okabeIto[1]];
  return drawOn(canvas, options, (scale) =>
    [
      ...edges.map(([a, b]) => rimmed(pathOf([places[a], places[b]], scale, false), bone)),
      ...points.map((point, i) => mark(point, places[i], scale, dot)),
      ...(labels ?? []).map((text, i) => {
        const [x, y] = places[i];
        return tag(x * scale + 6, y * scale - 7, text, dot, inkOn(dot));
      }),
    ].join(""),
  );
}

/**
 * Two images side by side, with a line for each match of key points.
 *
 * @returns A new image in bytes and RGB, as wide as both and as high as the higher.
 * @throws RangeError for a match of a key point that is not there.
 * @example
 * const point = [{ x: 0, y: 0, response: 1 }];
 * drawMatches([[0]], point, [[0, 0]], point, [{ a: 0, b: 0, distance: 0 }], { gap: 1 }).shape; // [1, 4, 3]
 */
export function drawMatches(
  first: ImageLike,
  firstPoints: readonly (Point | Keypoint)[],
  second: ImageLike,
  secondPoints: readonly (Point | Keypoint)[],
  matches: readonly DescriptorMatch[],
  options: DrawMatchesOptions = {},
): Image {
  const { gap = 4, inliers } = options;
  const [a, b] = [firstPoints, secondPoints].map((points) => points.map(placeOf));
  for (const match of matches)
    if (a[match.a] === undefined || b[match.b] === undefined)
      throw new RangeError(
        `A match joins points ${String(match.a)} and ${String(match.b)}; there are ${String(a.length)} and ${String(b.length)}.`,
      );
  const [left, right] = [canvasOf(first), canvasOf(second)];
  const shift = left.width + gap;
  const [width, height] = [shift + right.width, Math.max(left.height, right.height)];
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const [picture, at] of [
    [left, 0],
    [right, shift],
  ] as const)
    for (let y = 0; y < picture.height; y++)
      rgba.set(
        picture.rgba.subarray(4 * y * picture.width, 4 * (y + 1) * picture.width),
        4 * (y * width + at),
      );
  return drawOn({ width, height, rgba }, options, (scale) =>
    // Wrong ones first, so that right ones lie above.
    matches
      .map((match, i) => ({ match, right: inliers?.[i] ?? true, color: okabeIto[i % 6] }))
      .sort((p, q) => Number(p.right) - Number(q.right))
      .map(({ match, right: isRight, color }) => {
        const [x, y] = b[match.b];
        const ends = [a[match.a], [x + shift, y]] as const;
        const ink = isRight ? color : "#777777";
        const dash = isRight ? "" : dashes[2].join(" ");
        const line = rimmed(pathOf(ends, scale, false), ink, 1.2, dash);
        return line + ends.map((end) => ring(end, 3, scale, ink)).join("");
      })
      .join(""),
  );
}

/** In the unit of edges, where a pixel's middle lies half-way. */
function placeOf(point: Point | Keypoint): Point {
  return "x" in point ? [point.x + 0.5, point.y + 0.5] : [point[0] + 0.5, point[1] + 0.5];
}

function mark(point: Point | Keypoint, place: Point, scale: number, color: string): string {
  const { size, angle } = "x" in point ? point : {};
  if (size === undefined) return ring(place, 3, scale, color, true);
  const radius = (size / 2) * scale;
  const spoke: Point[] = [
    place,
    [place[0] + (size / 2) * Math.cos(angle ?? 0), place[1] + (size / 2) * Math.sin(angle ?? 0)],
  ];
  return (
    ring(place, radius, scale, color) +
    (angle === undefined ? "" : rimmed(pathOf(spoke, scale, false), color, 1.2))
  );
}

function ring([x, y]: Point, radius: number, scale: number, color: string, filled = false): string {
  const at = `cx="${round(x * scale)}" cy="${round(y * scale)}" r="${round(radius)}"`;
  if (filled) return `<circle ${at} fill="${color}" stroke="white" stroke-width="1.2"/>`;
  return `<circle ${at} fill="none" stroke="white" stroke-width="2.8"/><circle ${at} fill="none" stroke="${color}" stroke-width="1.4"/>`;
}
