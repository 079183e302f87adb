import { known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";
import { normaliseByRms } from "./normalise.ts";

export interface RmsNormalizationOptions extends LayerOptions {
  /** Added to the mean of squares. Default 1e-6. */
  readonly epsilon?: number;
}

/**
 * Divides the numbers of the last axis by the root of their mean square, and multiplies each with a
 * learned gain. `[…, n]` → the same; n parameters.
 *
 * Source: B. Zhang and R. Sennrich, "Root Mean Square Layer Normalization", NeurIPS 2019.
 *
 * @example
 * const layer = rmsNormalization({ epsilon: 0 });
 * layer.apply(tf.tensor2d([[1, 7]])).arraySync()[0].map((v) => +v.toFixed(4)); // [0.2, 1.4]
 */
export function rmsNormalization(
  options: RmsNormalizationOptions = {},
): PlannedLayer<RmsNormalizationOptions> {
  return make(options);
}

const make = defineLayer<RmsNormalizationOptions>({
  className: "RmsNormalization",
  weights: (_, shape) => ({
    gain: { shape: [known("rmsNormalization", shape, -1)], start: "ones" },
  }),
  call: ([x], { options: { epsilon = 1e-6 }, weights }) => normaliseByRms(x, weights.gain, epsilon),
});
