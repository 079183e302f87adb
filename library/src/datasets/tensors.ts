import { tensorflow, type Tensor2D, type Tensor4D } from "../tensorflow/index.ts";

/** What {@link toTensors} takes: images in a row, as generators and `readDigitImages` give them. */
export interface Images {
  readonly images: Float32Array;
  readonly shape: readonly [number, number, number, number];
}

/**
 * Images, and what is known of them, as tensors: `x` `[count, height, width, channels]`, and `y`
 * one-hot labels `[count, classes]` or masks `[count, height, width, 1]` of zeros and ones (1
 * wherever the mask is not 0). The caller disposes them.
 *
 * @throws RangeError where the lengths do not fit the shape
 *
 * @example
 * const { x, y } = toTensors(generate.strokeDigits({ count: 3000, seed: 1 }));
 * y.shape; // [3000, 10]
 */
export function toTensors(
  data: Images & { readonly labels: ArrayLike<number> },
  classes?: number,
): { x: Tensor4D; y: Tensor2D };
export function toTensors(data: Images & { readonly masks: Uint8Array }): {
  x: Tensor4D;
  y: Tensor4D;
};
export function toTensors(
  data: Images & { readonly labels?: ArrayLike<number>; readonly masks?: Uint8Array },
  classes = 10,
): { x: Tensor4D; y: Tensor2D | Tensor4D } {
  const tf = tensorflow();
  const [count, height, width, channels] = data.shape;
  fits("images", data.images.length, count * height * width * channels);
  if (data.labels) {
    const { labels } = data;
    fits("labels", labels.length, count);
    const oneHot = new Float32Array(count * classes);
    for (let i = 0; i < count; i++) {
      if (!Number.isInteger(labels[i]) || labels[i] < 0 || labels[i] >= classes)
        throw new RangeError(`Label ${i} is ${labels[i]}, not a class from 0 to ${classes - 1}.`);
      oneHot[i * classes + labels[i]] = 1;
    }
    return {
      x: tf.tensor4d(data.images, [...data.shape]),
      y: tf.tensor2d(oneHot, [count, classes]),
    };
  }
  const masks = data.masks ?? new Uint8Array();
  fits("masks", masks.length, count * height * width);
  return {
    x: tf.tensor4d(data.images, [...data.shape]),
    y: tf.tensor4d(Float32Array.from(masks, Math.sign), [count, height, width, 1]),
  };
}

function fits(name: string, found: number, wanted: number): void {
  if (found !== wanted)
    throw new RangeError(`${name} holds ${found} numbers where the shape says ${wanted}.`);
}
