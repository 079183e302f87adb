import type { Point } from "../geometry/index.ts";
import type { ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";
import { checkPolygon } from "./polygons.ts";

const raw = ["m00", "m10", "m01", "m20", "m11", "m02", "m30", "m21", "m12", "m03"] as const;
type Raw = Record<(typeof raw)[number], number>;

/**
 * Moments to the third order: `m` as they are (`m10` by x), `mu` about the centre, `nu` of those
 * without the size. The centre is `m10 / m00`, `m01 / m00`.
 */
export interface Moments extends Raw {
  readonly mu20: number;
  readonly mu11: number;
  readonly mu02: number;
  readonly mu30: number;
  readonly mu21: number;
  readonly mu12: number;
  readonly mu03: number;
  readonly nu20: number;
  readonly nu11: number;
  readonly nu02: number;
  readonly nu30: number;
  readonly nu21: number;
  readonly nu12: number;
  readonly nu03: number;
}

/**
 * The moments of an image, whose values weigh its pixels. OpenCV's moments.
 *
 * @throws TypeError for an image of several channels.
 * @example
 * imageMoments([[0, 1, 1]]).m10; // 3
 */
export function imageMoments(image: ImageLike): Moments {
  const { height, width, data } = singleChannel("imageMoments", image);
  const sums = zeros();
  for (let y = 0, i = 0; y < height; y++) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++, i++) {
      const value = data[i];
      s0 += value;
      s1 += value * x;
      s2 += value * x * x;
      s3 += value * x * x * x;
    }
    sums.m00 += s0;
    sums.m10 += s1;
    sums.m20 += s2;
    sums.m30 += s3;
    sums.m01 += s0 * y;
    sums.m11 += s1 * y;
    sums.m21 += s2 * y;
    sums.m02 += s0 * y * y;
    sums.m12 += s1 * y * y;
    sums.m03 += s0 * y * y * y;
  }
  return complete(sums);
}

/**
 * The moments of the inside of a polygon, by Green's theorem. OpenCV's moments of a contour.
 *
 * @throws RangeError for no points.
 * @example
 * contourMoments([[0, 0], [4, 0], [4, 2], [0, 2]]).m00; // 8
 */
export function contourMoments(points: readonly Point[]): Moments {
  checkPolygon(points);
  const sums = zeros();
  points.forEach(([x1, y1], i) => {
    const [x0, y0] = points.at(i - 1) as Point;
    const c = x0 * y1 - x1 * y0;
    sums.m00 += c / 2;
    sums.m10 += (c * (x0 + x1)) / 6;
    sums.m01 += (c * (y0 + y1)) / 6;
    sums.m20 += (c * (x0 * x0 + x0 * x1 + x1 * x1)) / 12;
    sums.m02 += (c * (y0 * y0 + y0 * y1 + y1 * y1)) / 12;
    sums.m11 += (c * (x0 * (2 * y0 + y1) + x1 * (y0 + 2 * y1))) / 24;
    sums.m30 += (c * (x0 + x1) * (x0 * x0 + x1 * x1)) / 20;
    sums.m03 += (c * (y0 + y1) * (y0 * y0 + y1 * y1)) / 20;
    sums.m21 +=
      (c * (x0 * x0 * (3 * y0 + y1) + 2 * x0 * x1 * (y0 + y1) + x1 * x1 * (y0 + 3 * y1))) / 60;
    sums.m12 +=
      (c * (y0 * y0 * (3 * x0 + x1) + 2 * y0 * y1 * (x0 + x1) + y1 * y1 * (x0 + 3 * x1))) / 60;
  });
  if (sums.m00 < 0) for (const key of raw) sums[key] = -sums[key];
  return complete(sums);
}

const zeros = (): Raw => Object.fromEntries(raw.map((key) => [key, 0])) as Raw;

function complete(m: Raw): Moments {
  const [x, y] = m.m00 === 0 ? [0, 0] : [m.m10 / m.m00, m.m01 / m.m00];
  const mu20 = m.m20 - m.m10 * x;
  const mu11 = m.m11 - m.m10 * y;
  const mu02 = m.m02 - m.m01 * y;
  const mu30 = m.m30 - x * (3 * mu20 + x * m.m10);
  const mu03 = m.m03 - y * (3 * mu02 + y * m.m01);
  const mu21 = m.m21 - x * (2 * mu11 + x * m.m01) - y * mu20;
  const mu12 = m.m12 - y * (2 * mu11 + y * m.m10) - x * mu02;
  const second = m.m00 === 0 ? 0 : 1 / (m.m00 * m.m00);
  const third = m.m00 === 0 ? 0 : second / Math.sqrt(Math.abs(m.m00));
  return {
    ...m,
    ...{ mu20, mu11, mu02, mu30, mu21, mu12, mu03 },
    nu20: mu20 * second,
    nu11: mu11 * second,
    nu02: mu02 * second,
    nu30: mu30 * third,
    nu21: mu21 * third,
    nu12: mu12 * third,
    nu03: mu03 * third,
  };
}

/**
 * Hu's seven numbers (1962), which stay where a shape is moved, turned or scaled; the last changes its sign
 * where it is mirrored. OpenCV's HuMoments.
 *
 * @example
 * huMoments(contourMoments([[0, 0], [4, 0], [4, 4], [0, 4]])).length; // 7
 */
export function huMoments({ nu20, nu11, nu02, nu30, nu21, nu12, nu03 }: Moments): number[] {
  const [a, b] = [nu30 + nu12, nu21 + nu03];
  const [c, d] = [nu30 - 3 * nu12, 3 * nu21 - nu03];
  const [e, f] = [a * a - 3 * b * b, 3 * a * a - b * b];
  const apart = nu20 - nu02;
  return [
    nu20 + nu02,
    apart * apart + 4 * nu11 * nu11,
    c * c + d * d,
    a * a + b * b,
    c * a * e + d * b * f,
    apart * (a * a - b * b) + 4 * nu11 * a * b,
    d * a * e - c * b * f,
  ];
}

/**
 * How unlike two shapes are by their Hu moments: 0 for the same shape. OpenCV's matchShapes with
 * CONTOURS_MATCH_I1.
 *
 * @example
 * matchShapes([[0, 0], [4, 0], [4, 2], [0, 2]], [[0, 0], [8, 0], [8, 4], [0, 4]]) < 1e-9; // true
 */
export function matchShapes(first: readonly Point[], second: readonly Point[]): number {
  const [a, b] = [first, second].map((points) => huMoments(contourMoments(points)));
  let sum = 0;
  a.forEach((value, i) => {
    if (Math.abs(value) <= 1e-5 || Math.abs(b[i]) <= 1e-5) return;
    const size = (hu: number) => Math.sign(hu) * Math.log10(Math.abs(hu));
    sum += Math.abs(1 / size(b[i]) - 1 / size(value));
  });
  return sum;
}
