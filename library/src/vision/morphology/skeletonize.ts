import { imageLike } from "../image/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";

/**
 * Thins what is not 0 to lines of one pixel that keep its shape (Guo and Hall 1989). scikit-image's
 * thin, OpenCV's THINNING_GUOHALL.
 *
 * @throws TypeError for an image of several channels.
 * @example
 * skeletonize([[1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]]).rows()[1]; // [0, 1, 1, 1, 0]
 */
export function skeletonize(image: ImageLike): Image {
  const picture = singleChannel("skeletonize", image);
  const { height, width, white } = picture;
  const stride = width + 2;
  const cells = new Uint8Array((height + 2) * stride);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0, at = (y + 1) * stride + 1; x < width; x++, i++, at++)
      cells[at] = picture.data[i] === 0 ? 0 : 1;
  // Around a pixel, counter-clockwise from the right.
  const around = [1, 1 - stride, -stride, -stride - 1, -1, stride - 1, stride, stride + 1];
  for (let changed = true; changed;) {
    changed = false;
    for (const second of [false, true]) {
      const gone = removable(cells, around, second);
      for (const at of gone) cells[at] = 0;
      changed ||= gone.length > 0;
    }
  }
  const data = picture.data.map((_, i) => {
    const at = (Math.floor(i / width) + 1) * stride + 1 + (i % width);
    return cells[at] * white;
  });
  return imageLike(picture, data);
}

function removable(cells: Uint8Array, around: readonly number[], second: boolean): number[] {
  const gone: number[] = [];
  for (let at = 0; at < cells.length; at++) {
    if (cells[at] === 0) continue;
    let crossings = 0;
    let [pairs, otherPairs] = [0, 0];
    for (let side = 0; side < 8; side += 2) {
      const here = cells[at + around[side]];
      const corner = cells[at + around[side + 1]];
      const next = cells[at + around[(side + 2) % 8]];
      if (here === 0 && (corner | next) === 1) crossings++;
      pairs += here | corner;
      otherPairs += corner | next;
    }
    const fewest = Math.min(pairs, otherPairs);
    if (crossings !== 1 || fewest < 2 || fewest > 3) continue;
    const first = second ? 4 : 0;
    const [side, corner, next, last] = [0, 1, 2, 7].map((i) => cells[at + around[(first + i) % 8]]);
    if ((side & (corner | next | (1 - last))) === 0) gone.push(at);
  }
  return gone;
}
