import { Random } from "../../random/index.ts";
import {
  tensorflow,
  type LayersModel,
  type Scalar,
  type SymbolicTensor,
  type Tensor,
} from "../../tensorflow/index.ts";
import { randomNormal } from "../initializers.ts";
import { layerNormalization, positionalEmbedding, transformerBlock } from "../layers/index.ts";
import { checkSizes, type ModelOptions } from "./options.ts";

export interface GptOptions extends ModelOptions {
  /** Different tokens. */
  readonly vocabulary: number;
  /** Tokens that it sees at once. */
  readonly context: number;
  /** Blocks. Default 2. */
  readonly layers?: number;
  /** Heads a block. Default 4. */
  readonly heads?: number;
  /** Numbers a token. Default 128. */
  readonly width?: number;
  /** Part that is dropped in each block in training. Default 0. */
  readonly dropout?: number;
}

/**
 * A small GPT: `[batch, context]` of token numbers → `[batch, context, vocabulary]` of logits for the
 * token after each. Compile it with {@link nextTokenLoss}, and give targets one-hot.
 *
 * Token and learned position vectors, blocks that see earlier tokens only (layer normalisation before
 * each half, GELU), a last normalisation and a product without bias. With w = width there are
 * w · (2 · vocabulary + context) + layers · (12 w² + 13 w) + 2 w parameters. The blocks are named
 * `block1`, `block2` …: {@link attentionScores} reads their scores. Not compiled yet.
 *
 * Source: A. Radford et al., "Language Models are Unsupervised Multitask Learners", 2019; unlike there,
 * the last product has weights of its own.
 *
 * @throws RangeError for sizes that are no whole numbers from 1, or heads that do not divide the width
 *
 * @example
 * const model = gpt({ vocabulary: 64, context: 32, width: 48, seed: 1 });
 * model.countParams(); // 64320
 */
export function gpt(options: GptOptions): LayersModel {
  const { vocabulary, context, layers = 2, heads = 4, width = 128 } = options;
  const { dropout = 0, seed, name } = options;
  checkSizes({ vocabulary, context, layers, heads, width });
  const tf = tensorflow();
  const random = seed instanceof Random ? seed : new Random(seed);
  const standardDeviation = 0.02;
  const input = tf.input({ shape: [context], dtype: "int32" });
  let x = tf.layers
    .embedding({
      inputDim: vocabulary,
      outputDim: width,
      embeddingsInitializer: randomNormal(random, standardDeviation),
    })
    .apply(input) as SymbolicTensor;
  x = positionalEmbedding({ standardDeviation, seed: random }).apply(x) as SymbolicTensor;
  for (let block = 1; block <= layers; block++)
    x = transformerBlock({
      name: `block${block}`,
      heads,
      causal: true,
      dropout,
      standardDeviation,
      seed: random,
    }).apply(x) as SymbolicTensor;
  x = layerNormalization({ epsilon: 1e-5 }).apply(x) as SymbolicTensor;
  const head = tf.layers.dense({
    units: vocabulary,
    useBias: false,
    kernelInitializer: randomNormal(random, standardDeviation),
  });
  return tf.model({ inputs: input, outputs: head.apply(x) as SymbolicTensor, name });
}

/**
 * The loss of {@link gpt}, for `compile`: the mean cross-entropy of one-hot targets and logits, both
 * `[batch, context, vocabulary]`.
 *
 * @example
 * nextTokenLoss(tf.tensor3d([[[1, 0]]]), tf.tensor3d([[[0, 0]]])).dataSync()[0].toFixed(4); // "0.6931"
 */
export function nextTokenLoss(targets: Tensor, logits: Tensor): Scalar {
  return tensorflow().losses.softmaxCrossEntropy(targets, logits).asScalar();
}
