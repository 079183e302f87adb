import { checkCount, mapPlanes } from "../core/index.ts";
import type { Plane } from "../core/index.ts";
import { separablePlane } from "../filters/correlate-plane.ts";
import { Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

const binomial = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];

/**
 * Blurs and keeps every second row and column (Burt and Adelson 1983). OpenCV's pyrDown.
 *
 * @example
 * pyramidDown([[0, 0, 1, 1]]).shape; // [1, 2, 1]
 */
export function pyramidDown(image: ImageLike): Image {
  return mapPlanes(Image.from(image), (plane) => {
    const blurred = separablePlane(plane, binomial, binomial, "reflect101", 0);
    const height = Math.ceil(plane.height / 2);
    const width = Math.ceil(plane.width / 2);
    const data = new Float32Array(height * width);
    for (let y = 0, to = 0; y < height; y++)
      for (let x = 0, from = 2 * y * plane.width; x < width; x++, from += 2)
        data[to++] = blurred.data[from];
    return { height, width, data };
  });
}

/**
 * Twice as large, smoothly. OpenCV's pyrUp.
 *
 * @param size - Of the new image, twice the image's or one less. Default twice.
 * @throws RangeError for another size.
 * @example
 * pyramidUp([[0, 1]], { height: 1, width: 4 }).shape; // [1, 4, 1]
 */
export function pyramidUp(
  image: ImageLike,
  size?: { readonly height: number; readonly width: number },
): Image {
  const picture = Image.from(image);
  const { height, width } = size ?? { height: 2 * picture.height, width: 2 * picture.width };
  const fits = (length: number, from: number) => length === 2 * from || length === 2 * from - 1;
  if (!fits(height, picture.height) || !fits(width, picture.width)) {
    throw new RangeError(
      `pyramidUp doubles ${picture.height} × ${picture.width}, or gives one row or column less; asked was ${height} × ${width}.`,
    );
  }
  return mapPlanes(picture, (plane) =>
    doubleRows(transpose(doubleRows(transpose(plane), width)), height),
  );
}

/** Twice as many rows: even ones by 1 6 1, odd ones by 4 4, of 8. */
function doubleRows({ data: from, height, width }: Plane, rows: number): Plane {
  const data = new Float32Array(rows * width);
  for (let y = 0; y < rows; y++) {
    const here = (y >> 1) * width;
    const below = Math.min(height - 1, (y >> 1) + 1) * width;
    const above = y >> 1 === 0 ? Math.min(height - 1, 1) * width : here - width;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      data[to + x] =
        y % 2 === 0
          ? (from[above + x] + 6 * from[here + x] + from[below + x]) / 8
          : (from[here + x] + from[below + x]) / 2;
    }
  }
  return { height: rows, width, data };
}

function transpose({ data: from, height, width }: Plane): Plane {
  const data = new Float32Array(from.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) data[x * height + y] = from[i];
  return { height: width, width: height, data };
}

/**
 * The image and `levels` smaller ones, each half of the one before.
 *
 * @throws RangeError where there would be no pixels to halve.
 * @example
 * gaussianPyramid([[1, 1, 1, 1]], 2).map((level) => level.width); // [4, 2, 1]
 */
export function gaussianPyramid(image: ImageLike, levels: number): Image[] {
  checkCount("levels", levels, 0);
  const pyramid = [Image.from(image)];
  for (let level = 0; level < levels; level++) {
    const last = pyramid[level];
    if (last.height === 1 && last.width === 1)
      throw new RangeError(`The image is one pixel after ${level} levels; asked were ${levels}.`);
    pyramid.push(pyramidDown(last));
  }
  return pyramid;
}

/**
 * What each level of the Gaussian pyramid has beyond the next one enlarged, in floats, and last the
 * smallest level itself. Adding up from the end gives the image again.
 *
 * @example
 * laplacianPyramid([[1, 1, 1, 1], [1, 1, 1, 1]], 1).map((level) => level.rows()); // [[[0, 0, 0, 0], [0, 0, 0, 0]], [[1, 1]]]
 */
export function laplacianPyramid(image: ImageLike, levels: number): Image[] {
  const picture = Image.from(image);
  const floats = imageLike(picture, new Float32Array(picture.data));
  const pyramid = gaussianPyramid(floats, levels);
  return pyramid.map((level, i) => {
    if (i === pyramid.length - 1) return level;
    const next = pyramidUp(pyramid[i + 1], level);
    return imageLike(
      level,
      Float32Array.from(level.data, (value, j) => value - next.data[j]),
    );
  });
}
