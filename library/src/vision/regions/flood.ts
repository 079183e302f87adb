import { checkOptions } from "../../frame/engine/options.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { singleChannel } from "../intensity/lightness.ts";
import { checkConnectivity } from "./neighbours.ts";
import type { Connectivity } from "./neighbours.ts";

/** Options of `flood` and `floodFill`. */
export interface FloodOptions {
  /** How far a value may be from the one at the seed. Default 0. */
  readonly tolerance?: number;
  /** 8 joins at corners too. Default 4. */
  readonly connectivity?: Connectivity;
}

/**
 * White where pixels are joined to the seed by pixels of about its colour (in every channel).
 * scikit-image's flood.
 *
 * @param seed - Column and row.
 * @throws RangeError for a seed outside the image.
 * @example
 * flood([[5, 5, 0, 5]], [0, 0]).rows(); // [[1, 1, 0, 0]]
 */
export function flood(
  image: ImageLike,
  [x, y]: readonly [x: number, y: number],
  options: FloodOptions = {},
): Image {
  checkOptions("flood", options, ["tolerance", "connectivity"]);
  const { tolerance = 0, connectivity = 4 } = options;
  checkConnectivity(connectivity);
  if (!(tolerance >= 0))
    throw new RangeError(`The option tolerance is 0 or more; it was ${tolerance}.`);
  const picture = Image.from(image);
  const { height, width, channels, data } = picture;
  const wanted = picture.at(y, x);
  const mask = emptyLike(data, height * width);
  const fits = (at: number): boolean => {
    for (let c = 0; c < channels; c++)
      if (!(Math.abs(data[at * channels + c] - wanted[c]) <= tolerance)) return false;
    return true;
  };
  const stack = [y * width + x];
  mask[stack[0]] = picture.white;
  while (stack.length > 0) {
    const at = stack.pop() as number;
    const column = at % width;
    const row = (at - column) / width;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (connectivity === 4 && dx !== 0 && dy !== 0) continue;
        if (row + dy < 0 || row + dy >= height || column + dx < 0 || column + dx >= width) continue;
        const next = at + dy * width + dx;
        if (mask[next] !== 0 || !fits(next)) continue;
        mask[next] = picture.white;
        stack.push(next);
      }
    }
  }
  return imageLike(picture, mask, { channels: 1, colorSpace: "gray" });
}

/**
 * Gives the pixels of `flood` another colour. scikit-image's flood_fill; OpenCV's floodFill with
 * FLOODFILL_FIXED_RANGE.
 *
 * @param color - One value for each channel, or one for all.
 * @throws RangeError for a seed outside the image, or another number of values than channels.
 * @example
 * floodFill([[5, 5, 0, 5]], [0, 0], 9).rows(); // [[9, 9, 0, 5]]
 */
export function floodFill(
  image: ImageLike,
  seed: readonly [x: number, y: number],
  color: number | readonly number[],
  options: FloodOptions = {},
): Image {
  const picture = Image.from(image);
  const { channels } = picture;
  const fill = typeof color === "number" ? new Array<number>(channels).fill(color) : color;
  if (fill.length !== channels)
    throw new RangeError(`The image has ${channels} channels; the colour has ${fill.length}.`);
  const mask = flood(picture, seed, options);
  const data = picture.data.map((value, i) =>
    mask.data[Math.floor(i / channels)] === 0 ? value : fill[i % channels],
  );
  return imageLike(picture, data);
}

/**
 * Fills what is 0 and wholly surrounded. scipy's binary_fill_holes.
 *
 * @throws TypeError for an image of several channels.
 * @example
 * fillHoles([[1, 1, 1], [1, 0, 1], [1, 1, 1]]).at(1, 1); // [1]
 */
export function fillHoles(image: ImageLike): Image {
  const picture = singleChannel("fillHoles", image);
  const { height, width, white } = picture;
  const stride = width + 2;
  const framed = new Float32Array((height + 2) * stride);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      framed[(y + 1) * stride + x + 1] = picture.data[i] === 0 ? 0 : 1;
  const outside = flood({ data: framed, shape: [height + 2, stride] }, [0, 0]).data;
  const data = picture.data.map((_, i) => {
    const at = (Math.floor(i / width) + 1) * stride + 1 + (i % width);
    return outside[at] === 0 ? white : 0;
  });
  return imageLike(picture, data);
}
