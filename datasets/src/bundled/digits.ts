import type { ImageBatch } from "../generate/options.ts";
import { readColumns } from "./columns.ts";
import { info } from "./manifest.ts";

/** Images of digits and which digit each shows. */
export interface DigitImages extends ImageBatch {
  /** `[count]`, 0 to 9. */
  readonly labels: Uint8Array;
}

/**
 * The bundled 8 × 8 digits as images: `[1797, 8, 8, 1]`, ink from 0 to 1.
 *
 * @example
 * const { images, labels, shape } = readDigitImages();
 */
export function readDigitImages(): DigitImages {
  const columns = readColumns("digits");
  const { rows } = info("digits");
  const images = new Float32Array(rows * 64);
  for (let p = 0; p < 64; p++) {
    const pixel = columns[`pixel_${p >> 3}_${p & 7}` as "pixel_0_0"];
    for (let i = 0; i < rows; i++) images[i * 64 + p] = pixel[i] / 16;
  }
  return { images, shape: [rows, 8, 8, 1], labels: Uint8Array.from(columns.target) };
}
