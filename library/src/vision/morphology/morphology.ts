import { checkCount, mapPlanes } from "../core/index.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { readElement } from "./element.ts";
import { extremePlane } from "./extremes.ts";

const square: NdArrayLike = [
  [1, 1, 1],
  [1, 1, 1],
  [1, 1, 1],
];

function extreme(image: ImageLike, element: NdArrayLike, times: number, least: boolean): Image {
  checkCount("iterations", times, 0);
  const under = readElement(element);
  return mapPlanes(Image.from(image), (plane) => {
    let result = plane;
    for (let i = 0; i < times; i++) result = extremePlane(result, under, least);
    return result;
  });
}

/**
 * The least value under the element: bright things shrink. OpenCV's erode.
 *
 * @param element - Rows of 0 and 1, its middle on the pixel. Default 3 × 3 of ones.
 * @param iterations - How often. Default 1.
 * @throws RangeError for an element without a 1.
 * @example
 * erode([[1, 1, 1, 0]]).rows(); // [[1, 1, 0, 0]]
 */
export function erode(image: ImageLike, element: NdArrayLike = square, iterations = 1): Image {
  return extreme(image, element, iterations, true);
}

/**
 * The greatest value under the element: bright things grow. OpenCV's dilate.
 *
 * @param element - Rows of 0 and 1, its middle on the pixel. Default 3 × 3 of ones.
 * @param iterations - How often. Default 1.
 * @throws RangeError for an element without a 1.
 * @example
 * dilate([[0, 0, 1, 0, 0]]).rows(); // [[0, 1, 1, 1, 0]]
 */
export function dilate(image: ImageLike, element: NdArrayLike = square, iterations = 1): Image {
  return extreme(image, element, iterations, false);
}

/**
 * Erodes, then dilates: bright things smaller than the element go. OpenCV's MORPH_OPEN.
 *
 * @example
 * opening([[0, 1, 0, 1, 1, 1]], [[1, 1, 1]]).rows(); // [[0, 0, 0, 1, 1, 1]]
 */
export function opening(image: ImageLike, element: NdArrayLike = square, iterations = 1): Image {
  return dilate(erode(image, element, iterations), element, iterations);
}

/**
 * Dilates, then erodes: dark things smaller than the element go. OpenCV's MORPH_CLOSE.
 *
 * @example
 * closing([[1, 0, 1, 0, 0, 0]], [[1, 1, 1]]).rows(); // [[1, 1, 1, 0, 0, 0]]
 */
export function closing(image: ImageLike, element: NdArrayLike = square, iterations = 1): Image {
  return erode(dilate(image, element, iterations), element, iterations);
}

/**
 * The dilated less the eroded image: outlines. OpenCV's MORPH_GRADIENT.
 *
 * @example
 * morphologicalGradient([[0, 0, 0, 1, 1, 1]]).rows(); // [[0, 0, 1, 1, 0, 0]]
 */
export function morphologicalGradient(image: ImageLike, element: NdArrayLike = square): Image {
  return less(dilate(image, element), erode(image, element));
}

/**
 * The image less its opening: bright things smaller than the element. OpenCV's MORPH_TOPHAT.
 *
 * @example
 * topHat([[0, 1, 0, 1, 1, 1]], [[1, 1, 1]]).rows(); // [[0, 1, 0, 0, 0, 0]]
 */
export function topHat(image: ImageLike, element: NdArrayLike = square): Image {
  return less(Image.from(image), opening(image, element));
}

/**
 * The closing less the image: dark things smaller than the element. OpenCV's MORPH_BLACKHAT.
 *
 * @example
 * blackHat([[1, 0, 1, 0, 0, 0]], [[1, 1, 1]]).rows(); // [[0, 1, 0, 0, 0, 0]]
 */
export function blackHat(image: ImageLike, element: NdArrayLike = square): Image {
  return less(closing(image, element), Image.from(image));
}

/**
 * White where a mask fits a pattern: 1 asks for a pixel that is not 0, -1 for one that is, 0 for
 * nothing. Outside the image everything fits. OpenCV's MORPH_HITMISS.
 *
 * @example
 * hitOrMiss([[0, 1, 0, 1, 1]], [[-1, 1, -1]]).rows(); // [[0, 1, 0, 0, 0]]
 */
export function hitOrMiss(image: ImageLike, pattern: NdArrayLike): Image {
  const { data, height, width } = readElement(pattern);
  const picture = Image.from(image);
  const { white } = picture;
  const not0 = imageLike(
    picture,
    picture.data.map((value) => (value === 0 ? 0 : white)),
  );
  const is0 = imageLike(
    picture,
    picture.data.map((value) => (value === 0 ? white : 0)),
  );
  const asks = (side: Image, wanted: number) =>
    data.includes(wanted)
      ? erode(side, {
          data: data.map((value) => (value === wanted ? 1 : 0)),
          shape: [height, width],
        })
      : undefined;
  const hit = asks(not0, 1);
  const miss = asks(is0, -1);
  const into = emptyLike(picture.data, picture.data.length);
  for (let i = 0; i < into.length; i++) {
    const fits = (hit === undefined || hit.data[i] > 0) && (miss === undefined || miss.data[i] > 0);
    into[i] = fits ? white : 0;
  }
  return imageLike(picture, into);
}

function less(image: Image, other: Image): Image {
  const into = emptyLike(image.data, image.data.length);
  for (let i = 0; i < into.length; i++) into[i] = image.data[i] - other.data[i];
  return imageLike(image, into);
}
