import { encodePng } from "../../plot/figure/png.ts";
import type { Raster } from "./raster.ts";

/** The lowest and the highest value; NaN and infinities are left out. */
export function extent(data: ArrayLike<number>): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (value < low && value !== -Infinity) low = value;
    if (value > high && value !== Infinity) high = value;
  }
  return low > high ? [0, 1] : [low, high];
}

/**
 * What is black and what is white on the screen: the range of the type where the values lie in it;
 * else symmetric about grey where some are negative, or from 0 to the highest.
 */
export function displayRange({ data }: Raster): [black: number, white: number] {
  if (data instanceof Uint8Array) return [0, 255];
  const [low, high] = extent(data);
  if (low >= 0) return [0, high > 1 + 1e-6 ? high : 1];
  const most = Math.max(-low, high);
  return [-most, most];
}

/** A PNG of an image in gray or RGB, every pixel `zoom` pixels wide and high. */
export function displayPng(raster: Raster, zoom: number): Buffer {
  const { height, width, channels, data } = raster;
  const [black, white] = displayRange(raster);
  const factor = 255 / (white - black);
  const colours = channels === 3 || channels === 4;
  const alpha = channels === 2 || channels === 4;
  const [w, h] = [width * zoom, height * zoom];
  const rgba = new Uint8ClampedArray(4 * w * h);
  for (let y = 0, to = 0; y < h; y++) {
    const row = Math.floor(y / zoom) * width;
    for (let x = 0; x < w; x++, to += 4) {
      const at = (row + Math.floor(x / zoom)) * channels;
      for (let c = 0; c < 3; c++) rgba[to + c] = (data[at + (colours ? c : 0)] - black) * factor;
      rgba[to + 3] = alpha ? (data[at + channels - 1] - black) * factor : 255;
    }
  }
  return encodePng(rgba, w, h);
}
