import type { Tensor4D } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import { checkAxes, checkWhole, known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";

export interface PatchEmbeddingOptions extends LayerOptions {
  /** Side of a patch in pixels; it divides the image's height and width. */
  readonly patch: number;
  /** Numbers a patch. */
  readonly width: number;
  readonly seed: SeedOrRandom;
}

/**
 * Cuts images into square patches and makes a vector of each: the words of a vision transformer.
 * `[batch, height, width, channels]` → `[batch, patches, width]`, patches row by row;
 * patch² · channels · width + width parameters.
 *
 * Source: A. Dosovitskiy et al., "An Image is Worth 16x16 Words", ICLR 2021.
 *
 * @throws RangeError where the patch does not divide the image
 *
 * @example
 * const layer = patchEmbedding({ patch: 4, width: 32, seed: 1 });
 * layer.apply(tf.zeros([2, 28, 28, 1])).shape; // [2, 49, 32]
 */
export function patchEmbedding(
  options: PatchEmbeddingOptions,
): PlannedLayer<PatchEmbeddingOptions> {
  return make(options);
}

const make = defineLayer<PatchEmbeddingOptions>({
  className: "PatchEmbedding",
  check: ({ patch, width }, shape) => {
    checkWhole({ patch, width });
    checkAxes("patchEmbedding", shape, ["batch", "height", "width", "channels"]);
    if (shape) patches(shape, patch);
  },
  weights: ({ patch, width }, shape) => ({
    kernel: {
      shape: [patch, patch, known("patchEmbedding", shape, -1), width],
      start: "glorot",
    },
    bias: { shape: [width], start: "zeros" },
  }),
  call: ([x], { options: { patch, width }, weights }) =>
    (x as Tensor4D)
      .conv2d(weights.kernel as Tensor4D, patch, "valid")
      .reshape([x.shape[0], patches(x.shape, patch), width])
      .add(weights.bias),
  outputShape: ({ patch, width }, shape) => [shape[0], patches(shape, patch), width],
});

function patches(shape: readonly (number | null)[], patch: number): number {
  const [rows, columns] = [1, 2].map((axis) => known("patchEmbedding", shape, axis) / patch);
  if (!Number.isInteger(rows) || !Number.isInteger(columns))
    throw new RangeError(
      `An image of ${shape[1]} × ${shape[2]} cannot be cut into patches of ${patch} × ${patch}.`,
    );
  return rows * columns;
}
