/** Images of one size in a row: the pixel (image i, row y, column x, channel c) lies at `((i · height + y) · width + x) · channels + c`. */
export interface ImageBatch {
  /** Brightness from 0 to 1. */
  readonly images: Float32Array;
  /** `[count, height, width, channels]`. */
  readonly shape: readonly [number, number, number, number];
}

/** A whole number within bounds, or an error that names the option and what was received. */
export function wholeNumber(name: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new RangeError(`${name} must be a whole number from ${low} to ${high}, not ${value}.`);
  return value;
}

/** A number within bounds, or an error that names the option and what was received. */
export function numberWithin(name: string, value: number, low: number, high: number): number {
  if (!(value >= low && value <= high))
    throw new RangeError(`${name} must be a number from ${low} to ${high}, not ${value}.`);
  return value;
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}
