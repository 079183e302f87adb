import { flip } from "../geometry/index.ts";
import type { AffineMatrix } from "../geometry/index.ts";
import { oneOf } from "../options.ts";
import { chain, moved } from "./sample.ts";
import { makeStep, rangeOf } from "./step.ts";
import type { AugmentStep, Range, StepOptions } from "./step.ts";

/** Options of `randomFlip`. */
export interface RandomFlipOptions extends StepOptions {
  /** Default `"horizontal"`. */
  readonly direction?: "horizontal" | "vertical";
}

/** Options of `randomAffine`. A single number means that much to both sides. */
export interface RandomAffineOptions extends StepOptions {
  /** Counter-clockwise. Default 0. */
  readonly degrees?: number | Range;
  /** How many times as large, such as `[0.8, 1.2]`. Default 1. */
  readonly scale?: Range;
  /** Parts of the width and of the height. Default 0. */
  readonly translate?: number | readonly [across: number | Range, down: number | Range];
  /** Degrees by which upright lines lean. Default 0. */
  readonly shear?: number | Range;
  /** What lies beyond the edge of the picture, in its unit; 0 in masks. Default 0. */
  readonly fill?: number;
}

/**
 * Mirrors, half of the time unless `probability` says otherwise. Pixels move exactly.
 *
 * @throws TypeError for an unknown direction.
 * @example
 * const { image, boxes } = augment([randomFlip({ probability: 1 })])(
 *   { image: [[1, 0, 0, 0]], boxes: [{ box: [0, 0, 1, 1], label: "dot" }] }, 0);
 * [image.rows(), boxes[0].box]; // [[[0, 0, 0, 1]], [3, 0, 4, 1]]
 */
export function randomFlip(options: RandomFlipOptions = {}): AugmentStep {
  const direction = oneOf("direction", options.direction ?? "horizontal", [
    "horizontal",
    "vertical",
  ]);
  return makeStep("randomFlip", options.probability ?? 0.5, (sample, _, rules) => {
    const { height, width } = sample.image;
    const matrix: AffineMatrix =
      direction === "horizontal"
        ? [
            [-1, 0, width - 1],
            [0, 1, 0],
          ]
        : [
            [1, 0, 0],
            [0, -1, height - 1],
          ];
    return moved(sample, matrix, rules, { move: (image) => flip(image, direction) });
  });
}

/**
 * Turns, scales, shifts and leans about the middle, by amounts drawn evenly from ranges.
 *
 * @throws RangeError for a broken range, or a scale that is not above 0.
 * @example
 * const shift = augment([randomAffine({ translate: [[0.25, 0.25], 0] })]);
 * shift({ image: [[1, 2, 3, 4]] }, 0).image.rows(); // [[0, 1, 2, 3]]
 */
export function randomAffine(options: RandomAffineOptions): AugmentStep {
  const degrees = rangeOf("degrees", options.degrees ?? 0);
  const scale = rangeOf("scale", options.scale ?? [1, 1]);
  if (scale[0] <= 0)
    throw new RangeError(`The option scale is above 0; it was ${JSON.stringify(scale)}.`);
  const shifts = options.translate ?? 0;
  const [across, down] = typeof shifts === "number" ? [shifts, shifts] : shifts;
  const ranges = [rangeOf("translate", across), rangeOf("translate", down)] as const;
  const shear = rangeOf("shear", options.shear ?? 0);
  const { fill = 0 } = options;
  return makeStep("randomAffine", options.probability, (sample, random, rules) => {
    const { height, width } = sample.image;
    const radians = (range: Range) => (random.uniform(...range) * Math.PI) / 180;
    const angle = radians(degrees);
    const factor = random.uniform(...scale);
    const [dx, dy] = [random.uniform(...ranges[0]) * width, random.uniform(...ranges[1]) * height];
    const lean = Math.tan(radians(shear));
    const [cos, sin] = [factor * Math.cos(angle), factor * Math.sin(angle)];
    const [x, y] = [(width - 1) / 2, (height - 1) / 2];
    const around = chain(
      [
        [cos, sin, 0],
        [-sin, cos, 0],
      ],
      chain(
        [
          [1, lean, 0],
          [0, 1, 0],
        ],
        [
          [1, 0, -x],
          [0, 1, -y],
        ],
      ),
    );
    return moved(
      sample,
      chain(
        [
          [1, 0, x + dx],
          [0, 1, y + dy],
        ],
        around,
      ),
      rules,
      { fill },
    );
  });
}

/**
 * Turns about the middle, `degrees` to both sides or from one angle to another.
 *
 * @throws RangeError for a broken range.
 * @example
 * const half = augment([randomRotate({ degrees: [180, 180] })]);
 * half({ image: [[1, 2, 3]] }, 0).image.rows()[0].map((v) => Math.round(v)); // [3, 2, 1]
 */
export function randomRotate(
  options: Pick<RandomAffineOptions, "degrees" | "fill" | "probability">,
): AugmentStep {
  return randomAffine(options);
}
