import { tensorflow, type LayersModel, type SymbolicTensor } from "../../tensorflow/index.ts";
import { layerWeights, type LayerWeights } from "./layer-weights.ts";
import { checkSizes, type ImageShape, type ModelOptions } from "./options.ts";

export interface UnetOptions extends ModelOptions {
  /** Height and width must be divisible by 2 to the power of `depth`. */
  readonly shape: ImageShape;
  /** Filters at full size, doubled with each halving of the image. Default 16. */
  readonly filters?: number;
  /** How often the image is halved. Default 2. */
  readonly depth?: number;
  /** Masks a pixel. Default 1, with sigmoid; with more, softmax chooses between them. */
  readonly classes?: number;
}

/**
 * A U-Net for masks: `[batch, height, width, channels]` → `[batch, height, width, classes]`.
 *
 * Down: two 3 × 3 convolutions with ReLU, 2 × 2 max pooling. Up: a transposed 2 × 2 convolution, the
 * features of the same size from the way down beside it, two 3 × 3 convolutions. Unlike the paper's,
 * the convolutions are padded, so that the mask is as large as the image. Not compiled yet.
 *
 * Source: O. Ronneberger, P. Fischer, T. Brox, "U-Net", MICCAI 2015.
 *
 * @throws RangeError for sizes that are no whole numbers from 1, or an image that cannot be halved so often
 *
 * @example
 * const model = unet({ shape: [64, 64, 1], seed: 1 });
 * model.countParams(); // 116753
 */
export function unet(options: UnetOptions): LayersModel {
  const { shape, filters = 16, depth = 2, classes = 1, seed, name } = options;
  checkSizes({ shape, filters, depth, classes });
  const [height, width] = shape;
  if (height % 2 ** depth !== 0 || width % 2 ** depth !== 0)
    throw new RangeError(
      `An image of ${height} × ${width} cannot be halved ${depth} times: both sides must be divisible by ${2 ** depth}.`,
    );
  const tf = tensorflow();
  const weights = layerWeights(seed);
  const input = tf.input({ shape: [...shape] });
  const skipped: SymbolicTensor[] = [];
  let x: SymbolicTensor = input;
  for (let level = 0; level < depth; level++) {
    x = twoConvolutions(x, filters * 2 ** level, weights);
    skipped.push(x);
    x = tf.layers.maxPooling2d({ poolSize: 2 }).apply(x) as SymbolicTensor;
  }
  x = twoConvolutions(x, filters * 2 ** depth, weights);
  for (let level = depth - 1; level >= 0; level--) {
    const larger = tf.layers
      .conv2dTranspose({
        filters: filters * 2 ** level,
        kernelSize: 2,
        strides: 2,
        padding: "same",
        kernelInitializer: weights.other(),
      })
      .apply(x) as SymbolicTensor;
    x = tf.layers.concatenate().apply([larger, skipped[level]]) as SymbolicTensor;
    x = twoConvolutions(x, filters * 2 ** level, weights);
  }
  const outputs = tf.layers
    .conv2d({
      filters: classes,
      kernelSize: 1,
      activation: classes === 1 ? "sigmoid" : "softmax",
      kernelInitializer: weights.other(),
    })
    .apply(x) as SymbolicTensor;
  return tf.model({ inputs: input, outputs, name });
}

function twoConvolutions(
  x: SymbolicTensor,
  filters: number,
  weights: LayerWeights,
): SymbolicTensor {
  const convolution = (): ReturnType<ReturnType<typeof tensorflow>["layers"]["conv2d"]> =>
    tensorflow().layers.conv2d({
      filters,
      kernelSize: 3,
      padding: "same",
      activation: "relu",
      kernelInitializer: weights.relu(),
    });
  return convolution().apply(convolution().apply(x)) as SymbolicTensor;
}
