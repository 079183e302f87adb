import { nearest } from "../../nearest.ts";
import { Random, type Seed } from "../../random/index.ts";
import { clamp01, numberWithin, wholeNumber, type ImageBatch } from "../options.ts";
import { anatomy } from "./anatomy.ts";
import { biasField, noisy, paint, personal } from "./scanner.ts";
import { maskClasses, windows, type BodyPart, type Modality } from "./tissues.ts";

export type { BodyPart, Modality } from "./tissues.ts";

/** Slices like those of scanners, with what is to be found in them. */
export interface Phantoms extends ImageBatch {
  /** `[count, height, width]`: index of the organ in `classes`; 0 is background. */
  readonly masks: Uint8Array;
  /** What the masks' numbers mean; the last is the tumour. */
  readonly classes: readonly string[];
  /** `[count]`: 1 with a tumour, else 0. */
  readonly labels: Uint8Array;
  /** The same images without noise and bias, for denoising. */
  readonly clean: Float32Array;
  /** `[count, height, width]`: the factor of an uneven coil, 1 everywhere in CT. */
  readonly bias: Float32Array;
}

export interface PhantomsOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Width and height in pixels, 32 to 512 (default 64). */
  readonly size?: number;
  /** Default `"head"`. */
  readonly part?: BodyPart;
  /** Default `"mri"`. */
  readonly modality?: Modality;
  /** How many tumours a slice has at least and at most, 0 to 5 (default 0 and 2). */
  readonly tumours?: readonly [number, number];
  /** Standard deviation of the noise, 1 being white (default 0.05). */
  readonly noise?: number;
  /** How far the field of an MRI's coil goes from 1 either way, 0 to 0.9 (default 0.25). */
  readonly bias?: number;
}

/**
 * Slices like those of CT and MRI scanners, with masks of organs and tumours: for segmentation,
 * detection, denoising and the correction of bias fields, without anybody's scan. Not for medicine.
 *
 * Organs are wavering ellipses, each person's of other form, place and brightness; pixels on an edge
 * hold a part of both tissues. CT is in Hounsfield units, shown in the window in which the part is
 * usually read (head −20 to 100, abdomen −160 to 240), with normal noise; MRI is in the order of a
 * T1-weighted image, with a smooth bias field and the noise of a magnitude.
 *
 * Slice `i` depends on the seed and `i` alone.
 *
 * Source of the idea: L. A. Shepp and B. F. Logan, "The Fourier reconstruction of a head section",
 * IEEE Transactions on Nuclear Science 21 (1974). Noise: H. Gudbjartsson and S. Patz, "The Rician
 * distribution of noisy MRI data", Magnetic Resonance in Medicine 34 (1995).
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { masks, classes, shape } = phantoms({ count: 4, seed: 1, part: "abdomen", modality: "ct" });
 * shape; // [4, 64, 64, 1]
 * classes.at(-1); // "tumour"
 */
export function phantoms(options: PhantomsOptions): Phantoms {
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const size = wholeNumber("size", options.size ?? 64, 32, 512);
  const part = oneOf("part", options.part ?? "head", ["head", "abdomen"]);
  const modality = oneOf("modality", options.modality ?? "mri", ["ct", "mri"]);
  const [fewest, most] = options.tumours ?? [0, 2];
  wholeNumber("tumours", fewest, 0, 5);
  wholeNumber("tumours", most, fewest, 5);
  const noise = numberWithin("noise", options.noise ?? 0.05, 0, 1);
  const strength = numberWithin("bias", options.bias ?? 0.25, 0, 0.9);
  const classes = maskClasses[part];
  const pixels = size * size;
  const [images, clean] = [new Float32Array(count * pixels), new Float32Array(count * pixels)];
  const bias = new Float32Array(count * pixels).fill(1);
  const masks = new Uint8Array(count * pixels);
  const labels = new Uint8Array(count);
  const root = new Random(options.seed, "phantoms", part, modality);
  const [low, high] = modality === "ct" ? windows[part] : [0, 1];
  for (let i = 0; i < count; i++) {
    const random = root.fork(i);
    const of = <T extends Float32Array | Uint8Array>(batch: T): T =>
      batch.subarray(i * pixels, (i + 1) * pixels) as T;
    const [image, bare, mask, field] = [of(images), of(clean), of(masks), of(bias)];
    const layers = anatomy(random.fork("anatomy"), part, random.integer(fewest, most + 1));
    paint(layers, personal(random, modality), size, bare, mask);
    if (modality === "mri") biasField(random.fork("bias"), strength, size, field);
    for (let p = 0; p < pixels; p++) {
      bare[p] = clamp01((bare[p] - low) / (high - low));
      image[p] = clamp01(noisy(random, modality, bare[p] * field[p], noise));
    }
    labels[i] = Number(mask.includes(classes.length - 1));
  }
  return { images, shape: [count, size, size, 1], masks, classes, labels, clean, bias };
}

function oneOf<T extends string>(option: string, value: T, known: readonly T[]): T {
  if (known.includes(value)) return value;
  const near = nearest(String(value), known).map((name) => `"${name}"`);
  const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new RangeError(
    `${option} must be ${known.map((name) => `"${name}"`).join(" or ")}, not "${String(value)}".${question}`,
  );
}
