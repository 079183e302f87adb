import { checkOptions } from "../../frame/engine/options.ts";
import { borderIndex, checkCount, checkPositive } from "../core/index.ts";
import { imageLike } from "../image/index.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { levels } from "./histogram.ts";
import { onLightness } from "./lightness.ts";

/**
 * Spreads the levels so that each occurs about as often. Of RGB the luma. Bytes as OpenCV's
 * equalizeHist, floats as scikit-image's equalize_hist with 256 bins.
 *
 * @throws TypeError for another colour space than gray and RGB.
 * @example
 * equalizeHistogram({ data: new Uint8Array([10, 10, 20, 30]), shape: [1, 4] }).rows(); // [[0, 0, 128, 255]]
 */
export function equalizeHistogram(image: ImageLike): Image {
  return onLightness("equalizeHistogram", image, (gray) =>
    gray.data instanceof Uint8Array ? equalizeBytes(gray) : equalizeFloats(gray),
  );
}

function equalizeBytes(image: Image): Image {
  const { data } = image;
  const counts = new Array<number>(256).fill(0);
  for (let i = 0; i < data.length; i++) counts[data[i]]++;
  const first = counts.findIndex((count) => count > 0);
  if (counts[first] === data.length) return image;
  const scale = 255 / (data.length - counts[first]);
  const table = new Uint8ClampedArray(256);
  for (let i = first + 1, sum = 0; i < 256; i++) table[i] = (sum += counts[i]) * scale;
  const into = new Uint8Array(data.length);
  for (let i = 0; i < into.length; i++) into[i] = table[data[i]];
  return imageLike(image, into);
}

function equalizeFloats(image: Image): Image {
  const { counts, centers } = levels(image);
  let sum = 0;
  const share = counts.map((count) => (sum += count) / image.data.length);
  const step = centers.length > 1 ? centers[1] - centers[0] : 1;
  const last = centers.length - 1;
  const data = Float32Array.from(image.data, (value) => {
    const at = (value - centers[0]) / step;
    if (at <= 0) return share[0];
    if (at >= last) return share[last];
    const whole = Math.floor(at);
    return share[whole] + (at - whole) * (share[whole + 1] - share[whole]);
  });
  return imageLike(image, data);
}

/** Options of `clahe`. */
export interface ClaheOptions {
  /** How far a level may rise above the mean count of its tile; higher is stronger. Default 2. */
  readonly clipLimit?: number;
  /** Tiles down and across. Default [8, 8]. */
  readonly tiles?: readonly [rows: number, columns: number];
}

/**
 * Contrast-limited adaptive histogram equalisation: every tile is equalised for itself, not too
 * strongly, and pixels in between mix their tiles (Zuiderveld 1994). Of RGB the luma. OpenCV's CLAHE.
 *
 * Differs from OpenCV: floats are looked up in 256 levels too. Mixing in double precision may round
 * to the neighbouring level.
 *
 * @throws RangeError for tiles that are no counts or more than the pixels.
 * @example
 * clahe({ data: new Uint8Array(64).fill(7), shape: [8, 8] }, { tiles: [1, 1], clipLimit: 1 }).at(0, 0); // [12]
 */
export function clahe(image: ImageLike, options: ClaheOptions = {}): Image {
  checkOptions("clahe", options, ["clipLimit", "tiles"]);
  const { clipLimit = 2, tiles = [8, 8] } = options;
  checkPositive("clipLimit", clipLimit);
  tiles.forEach((count) => checkCount("tiles", count));
  return onLightness("clahe", image, (gray) => {
    if (tiles[0] > gray.height || tiles[1] > gray.width) {
      throw new RangeError(
        `There are ${tiles.join(" × ")} tiles for an image of ${gray.height} × ${gray.width}; give the option tiles fewer.`,
      );
    }
    const bytes = claheBytes(gray.toBytes(), clipLimit, tiles);
    return gray.data instanceof Uint8Array ? bytes : bytes.toFloat();
  });
}

function claheBytes(image: Image, clipLimit: number, tiles: readonly [number, number]): Image {
  const { height, width, data } = image;
  const [rows, columns] = tiles;
  const even = height % rows === 0 && width % columns === 0;
  const tileHeight = (height + (even ? 0 : rows - (height % rows))) / rows;
  const tileWidth = (width + (even ? 0 : columns - (width % columns))) / columns;
  const area = tileHeight * tileWidth;
  const limit = Math.max(1, Math.floor((clipLimit * area) / 256));
  const tables: Uint8ClampedArray[] = [];
  for (let tile = 0; tile < rows * columns; tile++) {
    const counts = new Int32Array(256);
    const [top, left] = [Math.floor(tile / columns) * tileHeight, (tile % columns) * tileWidth];
    for (let y = top; y < top + tileHeight; y++) {
      const from = borderIndex(y, height, "reflect101") * width;
      for (let x = left; x < left + tileWidth; x++)
        counts[data[from + borderIndex(x, width, "reflect101")]]++;
    }
    clip(counts, limit);
    const table = new Uint8ClampedArray(256);
    for (let i = 0, sum = 0; i < 256; i++) table[i] = (sum += counts[i]) * Math.fround(255 / area);
    tables.push(table);
  }
  return imageLike(image, mixTiles(image, tables, [tileHeight, tileWidth], tiles));
}

/** Cuts counts above the limit and hands what was cut to all levels. */
function clip(counts: Int32Array, limit: number): void {
  let cut = 0;
  for (let i = 0; i < 256; i++) {
    if (counts[i] <= limit) continue;
    cut += counts[i] - limit;
    counts[i] = limit;
  }
  const share = Math.floor(cut / 256);
  for (let i = 0; i < 256; i++) counts[i] += share;
  let rest = cut - 256 * share;
  const step = Math.max(1, Math.floor(256 / rest));
  for (let i = 0; i < 256 && rest > 0; i += step, rest--) counts[i]++;
}

function mixTiles(
  { height, width, data }: Image,
  tables: readonly Uint8ClampedArray[],
  [tileHeight, tileWidth]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): Uint8Array {
  const into = new Uint8ClampedArray(data.length);
  for (let y = 0, i = 0; y < height; y++) {
    const down = y / tileHeight - 0.5;
    const above = Math.floor(down);
    const lower = down - above;
    const first = Math.max(0, above) * columns;
    const second = Math.min(rows - 1, above + 1) * columns;
    for (let x = 0; x < width; x++, i++) {
      const across = x / tileWidth - 0.5;
      const before = Math.floor(across);
      const right = across - before;
      const left = Math.max(0, before);
      const next = Math.min(columns - 1, before + 1);
      const value = data[i];
      const top = tables[first + left][value] * (1 - right) + tables[first + next][value] * right;
      const bottom =
        tables[second + left][value] * (1 - right) + tables[second + next][value] * right;
      into[i] = top * (1 - lower) + bottom * lower;
    }
  }
  return new Uint8Array(into.buffer);
}
