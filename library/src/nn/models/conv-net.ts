import { tensorflow, type LayersModel } from "../../tensorflow/index.ts";
import { layerWeights } from "./layer-weights.ts";
import { checkSizes, type ImageShape, type ModelOptions } from "./options.ts";

export interface ConvNetOptions extends ModelOptions {
  readonly shape: ImageShape;
  readonly classes: number;
  /** Filters of each 3 × 3 convolution, in order; the image is halved after each. Default `[32, 64]`. */
  readonly filters?: readonly number[];
  /** Units of the dense layer before the last. Default 128. */
  readonly units?: number;
}

/**
 * A small convolutional net: `[batch, height, width, channels]` → `[batch, classes]`, softmax.
 *
 * Each step is a 3 × 3 convolution without padding, ReLU, and 2 × 2 max pooling; then come a dense
 * layer with ReLU and one with softmax. A convolution from c to f channels has 9 · c · f + f
 * parameters. The model is not compiled yet.
 *
 * @throws RangeError for sizes that are no whole numbers from 1, or where nothing of the image is left
 *
 * @example
 * const model = convNet({ shape: [28, 28, 1], classes: 10, seed: 1 });
 * model.countParams(); // 225034
 */
export function convNet(options: ConvNetOptions): LayersModel {
  const { shape, classes, filters = [32, 64], units = 128, seed, name } = options;
  checkSizes({ shape, classes, filters, units });
  if (left(Math.min(shape[0], shape[1]), filters.length) < 1)
    throw new RangeError(
      `An image of ${shape[0]} × ${shape[1]} is too small for ${filters.length} convolutions with pooling: give fewer filters or larger images.`,
    );
  const tf = tensorflow();
  const weights = layerWeights(seed);
  const model = tf.sequential({ name });
  for (const [index, count] of filters.entries()) {
    model.add(
      tf.layers.conv2d({
        ...(index === 0 && { inputShape: [...shape] }),
        filters: count,
        kernelSize: 3,
        activation: "relu",
        kernelInitializer: weights.relu(),
      }),
    );
    model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  }
  model.add(tf.layers.flatten(filters.length === 0 ? { inputShape: [...shape] } : {}));
  model.add(tf.layers.dense({ units, activation: "relu", kernelInitializer: weights.relu() }));
  model.add(
    tf.layers.dense({
      units: classes,
      activation: "softmax",
      kernelInitializer: weights.other(),
    }),
  );
  return model;
}

/** What is left of a side after each convolution took 2 and each pooling half. */
function left(side: number, steps: number): number {
  return steps === 0 ? side : left(Math.floor((side - 2) / 2), steps - 1);
}
