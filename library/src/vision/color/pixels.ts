import type { ColorSpace } from "../image/index.ts";
import { fromLinear, toLinear } from "./transfer.ts";

/** Changes the three floats of each pixel in place. */
type Change = (pixels: Float32Array) => void;

/** The spaces of three channels besides RGB. */
export type OtherSpace = Exclude<ColorSpace, "gray" | "rgb" | "none">;

/** White of D65 in XYZ, two degrees. */
const whiteX = 0.95047;
const whiteZ = 1.08883;

const labCurve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
const labInverse = (t: number): number => (t > 0.2068966 ? t * t * t : (t - 16 / 116) / 7.787);

function rgbToLab(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const r = toLinear(pixels[i]);
    const g = toLinear(pixels[i + 1]);
    const b = toLinear(pixels[i + 2]);
    const x = labCurve((0.412453 * r + 0.35758 * g + 0.180423 * b) / whiteX);
    const y = labCurve(0.212671 * r + 0.71516 * g + 0.072169 * b);
    const z = labCurve((0.019334 * r + 0.119193 * g + 0.950227 * b) / whiteZ);
    pixels[i] = 116 * y - 16;
    pixels[i + 1] = 500 * (x - y);
    pixels[i + 2] = 200 * (y - z);
  }
}

function labToRgb(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const level = (pixels[i] + 16) / 116;
    const x = whiteX * labInverse(level + pixels[i + 1] / 500);
    const y = labInverse(level);
    const z = whiteZ * labInverse(Math.max(0, level - pixels[i + 2] / 200));
    pixels[i] = visible(3.24048134 * x - 1.53715152 * y - 0.49853633 * z);
    pixels[i + 1] = visible(-0.96925495 * x + 1.87599 * y + 0.04155593 * z);
    pixels[i + 2] = visible(0.05564664 * x - 0.20404134 * y + 1.05731107 * z);
  }
}

/** Linear light as sRGB, what no screen shows at the nearest end. */
const visible = (value: number): number => Math.min(1, Math.max(0, fromLinear(value)));

function rgbToHsv(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const r = pixels[i];
    const g = pixels[i + 1];
    const b = pixels[i + 2];
    const value = Math.max(r, g, b);
    const spread = value - Math.min(r, g, b);
    let hue = 0;
    if (spread > 0) {
      if (value === r) hue = (60 * (g - b)) / spread;
      else if (value === g) hue = 120 + (60 * (b - r)) / spread;
      else hue = 240 + (60 * (r - g)) / spread;
    }
    pixels[i] = hue < 0 ? hue + 360 : hue;
    pixels[i + 1] = value > 0 ? spread / value : 0;
    pixels[i + 2] = value;
  }
}

function hsvToRgb(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const hue = ((pixels[i] % 360) + 360) % 360;
    const value = pixels[i + 2];
    const chroma = value * pixels[i + 1];
    for (let c = 0; c < 3; c++) {
      const turn = (hue / 60 + 5 - 2 * c) % 6;
      pixels[i + c] = value - chroma * Math.max(0, Math.min(turn, 4 - turn, 1));
    }
  }
}

/** Luma weights of BT.601. */
export const luma = [0.299, 0.587, 0.114] as const;

function rgbToYcbcr(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const r = pixels[i];
    const b = pixels[i + 2];
    const y = luma[0] * r + luma[1] * pixels[i + 1] + luma[2] * b;
    pixels[i] = y;
    pixels[i + 1] = 0.5 + (0.5 * (b - y)) / (1 - luma[2]);
    pixels[i + 2] = 0.5 + (0.5 * (r - y)) / (1 - luma[0]);
  }
}

function ycbcrToRgb(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const y = pixels[i];
    const b = y + 2 * (1 - luma[2]) * (pixels[i + 1] - 0.5);
    const r = y + 2 * (1 - luma[0]) * (pixels[i + 2] - 0.5);
    pixels[i] = r;
    pixels[i + 1] = (y - luma[0] * r - luma[2] * b) / luma[1];
    pixels[i + 2] = b;
  }
}

const each =
  (change: (value: number) => number): Change =>
  (pixels) => {
    for (let i = 0; i < pixels.length; i++) pixels[i] = change(pixels[i]);
  };

export const fromRgb: Readonly<Record<OtherSpace, Change>> = {
  lab: rgbToLab,
  hsv: rgbToHsv,
  ycbcr: rgbToYcbcr,
  linear: each(toLinear),
};

export const toRgb: Readonly<Record<OtherSpace, Change>> = {
  lab: labToRgb,
  hsv: hsvToRgb,
  ycbcr: ycbcrToRgb,
  linear: each(fromLinear),
};
