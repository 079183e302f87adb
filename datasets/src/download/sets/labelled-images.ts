import type { ImageBatch } from "../../generate/options.ts";

/** Images and the class of each, by its position among `classes`. */
export interface LabelledImages extends ImageBatch {
  /** `[count]` */
  readonly labels: Uint8Array;
  readonly classes: readonly string[];
}

/** Images to learn from, and images to judge by. */
export interface ImageSplits {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

/** The images with their bytes as numbers from 0 to 1. */
export function labelledImages(
  bytes: Uint8Array,
  labels: Uint8Array,
  shape: readonly [number, number, number, number],
  classes: readonly string[],
): LabelledImages {
  const images = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) images[i] = bytes[i] / 255;
  return { images, shape: [...shape], labels, classes };
}
