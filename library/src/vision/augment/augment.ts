import { Random } from "../../random/index.ts";
import { checkPart } from "../checks.ts";
import { toWorking } from "./sample.ts";
import type { Augmented, Sample } from "./sample.ts";
import type { AugmentStep } from "./step.ts";

/** Options of `augment`. */
export interface AugmentOptions {
  /** The same seed and the same number of a sample give the same result. Default 0. */
  readonly seed?: number;
  /** Boxes of which less than this part is left in the picture go. Default 0.1. */
  readonly minVisible?: number;
}

/**
 * Changes a sample at random. What is drawn depends on the seed and the sample's number alone, or on
 * the `Random` that is given.
 */
export type Augmentation = <Given extends Sample>(
  sample: Given,
  indexOrRandom: number | Random,
) => Augmented<Given>;

/**
 * A pipeline of random changes that moves boxes, masks and key points along with the picture.
 *
 * With a `Dataset`, `dataset.augment(augment([…]))` gives other changes in each epoch, and
 * `dataset.map((sample, { index }) => pipeline(sample, index))` the same in each.
 *
 * @param steps - Done one after the other.
 * @throws TypeError for something that is no step.
 * @example
 * const pipeline = augment([randomFlip(), randomAffine({ degrees: 10, scale: [0.8, 1.2] }), colorJitter({ brightness: 0.2 })], { seed: 1 });
 * const sample = { image: [[0.1, 0.9], [0.4, 0.6]], boxes: [{ box: [0, 0, 1, 1], label: "a" }] };
 * pipeline(sample, 7).image.data.join() === pipeline(sample, 7).image.data.join(); // true
 */
export function augment(steps: readonly AugmentStep[], options: AugmentOptions = {}): Augmentation {
  const { seed = 0 } = options;
  const minVisible = checkPart("minVisible", options.minVisible ?? 0.1);
  for (const [i, step] of steps.entries())
    if (typeof (step as Partial<AugmentStep>)?.apply !== "function")
      throw new TypeError(
        `Step ${String(i)} is no augmentation step; make one by randomFlip(), colorJitter(…) and so on.`,
      );
  return <Given extends Sample>(sample: Given, indexOrRandom: number | Random) => {
    const random =
      indexOrRandom instanceof Random ? indexOrRandom : new Random(seed, "augment", indexOrRandom);
    let working = toWorking(sample);
    for (const step of steps)
      if (random.uniform() < step.probability)
        working = step.apply(working, random, { minVisible });
    const { image, boxes, masks, points, transform } = working;
    return {
      ...sample,
      image,
      transform,
      ...(sample.boxes !== undefined && { boxes }),
      ...(sample.masks !== undefined && { masks }),
      ...(sample.points !== undefined && { points }),
    } as unknown as Augmented<Given>;
  };
}
