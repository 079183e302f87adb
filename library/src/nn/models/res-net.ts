import { tensorflow, type LayersModel, type SymbolicTensor } from "../../tensorflow/index.ts";
import { layerWeights, type LayerWeights } from "./layer-weights.ts";
import { checkSizes, type ImageShape, type ModelOptions } from "./options.ts";

export interface ResNetOptions extends ModelOptions {
  readonly shape: ImageShape;
  readonly classes: number;
  /** Filters of each stage; all stages but the first halve the image. Default `[16, 32, 64]`. */
  readonly filters?: readonly number[];
  /** Residual blocks a stage. Default 1: with three stages the ResNet-8 of CIFAR-10. */
  readonly blocks?: number;
}

/**
 * A small residual net: `[batch, height, width, channels]` → `[batch, classes]`, softmax.
 *
 * A block is convolution, batch normalisation, ReLU, convolution, batch normalisation; its input is
 * added (through a 1 × 1 convolution where the shape changes), and ReLU follows. Before the first
 * block come one convolution with normalisation and ReLU, after the last the mean of each channel
 * and a dense layer with softmax. With 3 stages the depth is 6 · blocks + 2. Not compiled yet.
 *
 * Source: K. He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, section 4.2; the
 * shortcut is its option B.
 *
 * @throws RangeError for sizes that are no whole numbers from 1
 *
 * @example
 * const model = resNet({ shape: [32, 32, 3], classes: 10, seed: 1 });
 * model.countParams(); // 78714
 */
export function resNet(options: ResNetOptions): LayersModel {
  const { shape, classes, filters = [16, 32, 64], blocks = 1, seed, name } = options;
  checkSizes({ shape, classes, filters, blocks });
  const tf = tensorflow();
  const weights = layerWeights(seed);
  const input = tf.input({ shape: [...shape] });
  let x = normalised(input, { filters: filters[0], strides: 1, kernelSize: 3 }, weights);
  x = relu(x);
  for (const [stage, count] of filters.entries())
    for (let block = 0; block < blocks; block++)
      x = residualBlock(x, count, stage > 0 && block === 0 ? 2 : 1, weights);
  x = tf.layers.globalAveragePooling2d({}).apply(x) as SymbolicTensor;
  const outputs = tf.layers
    .dense({ units: classes, activation: "softmax", kernelInitializer: weights.other() })
    .apply(x) as SymbolicTensor;
  return tf.model({ inputs: input, outputs, name });
}

function residualBlock(
  input: SymbolicTensor,
  filters: number,
  strides: number,
  weights: LayerWeights,
): SymbolicTensor {
  const first = relu(normalised(input, { filters, strides, kernelSize: 3 }, weights));
  const second = normalised(first, { filters, strides: 1, kernelSize: 3 }, weights);
  const isSame = strides === 1 && input.shape.at(-1) === filters;
  const shortcut = isSame ? input : normalised(input, { filters, strides, kernelSize: 1 }, weights);
  return relu(tensorflow().layers.add().apply([second, shortcut]) as SymbolicTensor);
}

function normalised(
  x: SymbolicTensor,
  convolution: { filters: number; strides: number; kernelSize: number },
  weights: LayerWeights,
): SymbolicTensor {
  const { layers } = tensorflow();
  // No bias: the normalisation would take it away again.
  const options = { ...convolution, padding: "same", useBias: false } as const;
  const convolved = layers.conv2d({ ...options, kernelInitializer: weights.relu() }).apply(x);
  return layers.batchNormalization().apply(convolved) as SymbolicTensor;
}

function relu(x: SymbolicTensor): SymbolicTensor {
  return tensorflow().layers.reLU().apply(x) as SymbolicTensor;
}
