import { tensorflow, type Tensor, type Tensor3D } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import { checkAxes, checkWhole, known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";

export interface CausalConv1dOptions extends LayerOptions {
  readonly filters: number;
  readonly kernelSize: number;
  /** Steps between the numbers that one output sees. Default 1. */
  readonly dilationRate?: number;
  /** Default `"linear"`. */
  readonly activation?: "linear" | "relu" | "tanh" | "sigmoid";
  /** Default true. */
  readonly useBias?: boolean;
  readonly seed: SeedOrRandom;
}

/**
 * A convolution over time whose output at a step sees that step and earlier ones only.
 * `[batch, steps, channels]` → `[batch, steps, filters]`; kernelSize · channels · filters (+ filters)
 * parameters.
 *
 * `tf.layers.conv1d({ padding: "causal" })` of TensorFlow.js sees later steps, and its dilated
 * convolutions have no gradient; this one is padded by hand and can be trained with any dilation.
 *
 * Source: A. van den Oord et al., "WaveNet", 2016.
 *
 * @throws RangeError for sizes that are no whole numbers from 1, or an input without three axes
 *
 * @example
 * const layer = causalConv1d({ filters: 16, kernelSize: 3, dilationRate: 4, seed: 1 });
 * layer.apply(tf.zeros([2, 20, 8])).shape; // [2, 20, 16]
 */
export function causalConv1d(options: CausalConv1dOptions): PlannedLayer<CausalConv1dOptions> {
  return make(options);
}

const activations = ["linear", "relu", "tanh", "sigmoid"] as const;

const make = defineLayer<CausalConv1dOptions>({
  className: "CausalConv1d",
  check: ({ filters, kernelSize, dilationRate, activation = "linear" }, shape) => {
    checkWhole({ filters, kernelSize, dilationRate });
    if (!activations.includes(activation))
      throw new TypeError(
        `activation must be one of ${activations.join(", ")}, not ${String(activation)}.`,
      );
    checkAxes("causalConv1d", shape, ["batch", "steps", "channels"]);
  },
  weights: ({ filters, kernelSize, useBias = true }, shape) => ({
    kernel: {
      shape: [kernelSize, known("causalConv1d", shape, -1), filters],
      start: "glorot",
    },
    ...(useBias && { bias: { shape: [filters], start: "zeros" as const } }),
  }),
  call: ([x], { options, weights }) => {
    const { kernelSize, dilationRate = 1, activation = "linear" } = options;
    const before = (kernelSize - 1) * dilationRate;
    const padded = x.pad<Tensor3D>([
      [0, 0],
      [before, 0],
      [0, 0],
    ]);
    const sums =
      dilationRate === 1
        ? padded.conv1d(weights.kernel as Tensor3D, 1, "valid")
        : dilated(padded, weights.kernel, dilationRate);
    const out = weights.bias ? sums.add(weights.bias) : sums;
    return activation === "linear" ? out : out[activation]();
  },
  outputShape: ({ filters }, shape) => [...shape.slice(0, -1), filters],
});

/** The kernel's taps beside each other as channels, and one product: it has a gradient. */
function dilated(padded: Tensor3D, kernel: Tensor, rate: number): Tensor {
  const [size, channels, filters] = kernel.shape;
  const [batch, length] = padded.shape;
  const steps = length - (size - 1) * rate;
  const taps = Array.from({ length: size }, (_, tap) =>
    padded.slice([0, tap * rate, 0], [batch, steps, channels]),
  );
  const columns = tensorflow()
    .concat(taps, 2)
    .reshape([batch * steps, size * channels]);
  return columns
    .matMul(kernel.reshape([size * channels, filters]))
    .reshape([batch, steps, filters]);
}
