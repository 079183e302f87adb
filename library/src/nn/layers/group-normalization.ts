import { tensorflow } from "../../tensorflow/index.ts";
import { checkWhole, known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";
import { normalise } from "./normalise.ts";

export interface GroupNormalizationOptions extends LayerOptions {
  /** Into how many groups the channels are cut; it divides their number. Default 32. */
  readonly groups?: number;
  /** Added to the variance. Default 1e-3. */
  readonly epsilon?: number;
}

/**
 * Brings each group of neighbouring channels of each sample to mean 0 and variance 1 over all places,
 * then multiplies each channel with a learned gain and adds a learned offset. Independent of the batch,
 * and the same in training and prediction. `[batch, …, channels]` → the same; 2 · channels parameters.
 *
 * Source: Y. Wu and K. He, "Group Normalization", ECCV 2018.
 *
 * @throws RangeError where `groups` does not divide the channels
 *
 * @example
 * const layer = groupNormalization({ groups: 1, epsilon: 0 });
 * layer.apply(tf.tensor3d([[[1, 1], [3, 3]]])).arraySync(); // [[[-1, -1], [1, 1]]]
 */
export function groupNormalization(
  options: GroupNormalizationOptions = {},
): PlannedLayer<GroupNormalizationOptions> {
  return make(options);
}

const make = defineLayer<GroupNormalizationOptions>({
  className: "GroupNormalization",
  check: ({ groups = 32 }, shape) => {
    checkWhole({ groups });
    const channels = shape && known("groupNormalization", shape, -1);
    if (channels !== undefined && channels % groups !== 0)
      throw new RangeError(`${channels} channels cannot be cut into ${groups} equal groups.`);
  },
  weights: (_, shape) => {
    const channels = [known("groupNormalization", shape, -1)];
    return {
      gain: { shape: channels, start: "ones" },
      offset: { shape: channels, start: "zeros" },
    };
  },
  call: ([x], { options: { groups = 32, epsilon = 1e-3 }, weights }) => {
    const tf = tensorflow();
    const batch = x.shape[0];
    const channels = x.shape.at(-1)!;
    const members = channels / groups;
    const places = x.size / (batch * channels);
    // Each group's numbers side by side on the last axis: they are then normalised as a layer's are.
    const together = x.reshape([batch, places, groups, members]).transpose([0, 2, 1, 3]);
    const rows = together.reshape([batch * groups, places * members]);
    const [one, nil] = [tf.ones([places * members]), tf.zeros([places * members])];
    const unit = normalise(rows, one, nil, epsilon)
      .reshape([batch, groups, places, members])
      .transpose([0, 2, 1, 3])
      .reshape(x.shape);
    return unit.mul(weights.gain).add(weights.offset);
  },
});
