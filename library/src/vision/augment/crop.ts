import { crop, pad, resize } from "../geometry/index.ts";
import { warpAffine } from "../geometry/index.ts";
import type { AffineMatrix } from "../geometry/index.ts";
import { wholeNumber } from "../options.ts";
import { moved } from "./sample.ts";
import type { Rules, Working } from "./sample.ts";
import { makeStep, rangeOf } from "./step.ts";
import type { AugmentStep, Range, StepOptions } from "./step.ts";

/** Options of `randomCrop`. */
export interface RandomCropOptions extends StepOptions {
  readonly height: number;
  readonly width: number;
  /** Pixels that are added on each side before, as for CIFAR-10. Default 0. */
  readonly padding?: number;
}

/** Options of `randomResizedCrop`. */
export interface RandomResizedCropOptions extends StepOptions {
  /** Of the result. */
  readonly height: number;
  readonly width: number;
  /** How much of the picture's area is cut out. Default `[0.08, 1]`. */
  readonly scale?: Range;
  /** Width over height of what is cut out. Default `[3 / 4, 4 / 3]`. */
  readonly ratio?: Range;
}

/**
 * Cuts out a piece of a size at a random place. Pixels move exactly.
 *
 * @throws RangeError when it runs on a picture that is smaller.
 * @example
 * augment([randomCrop({ height: 2, width: 2 })])({ image: [[1, 2, 3], [4, 5, 6]] }, 0).image.shape; // [2, 2, 1]
 */
export function randomCrop(options: RandomCropOptions): AugmentStep {
  const height = wholeNumber("height", options.height);
  const width = wholeNumber("width", options.width);
  const padding = wholeNumber("padding", options.padding ?? 0, 0);
  return makeStep("randomCrop", options.probability, (sample, random, rules) => {
    const free = {
      x: sample.image.width + 2 * padding - width,
      y: sample.image.height + 2 * padding - height,
    };
    if (free.x < 0 || free.y < 0)
      throw new RangeError(
        `randomCrop cuts out ${String(height)} × ${String(width)}; the picture has ${String(sample.image.height)} × ${String(sample.image.width)}. Give padding, or use randomResizedCrop.`,
      );
    const [x, y] = [random.integer(0, free.x + 1), random.integer(0, free.y + 1)];
    const sides = { top: padding, bottom: padding, left: padding, right: padding };
    const matrix: AffineMatrix = [
      [1, 0, padding - x],
      [0, 1, padding - y],
    ];
    return moved(sample, matrix, rules, {
      height,
      width,
      move: (image) => crop(padding > 0 ? pad(image, sides) : image, { x, y, height, width }),
    });
  });
}

/**
 * Cuts out a piece of random size and shape and brings it to one size.
 *
 * Source: C. Szegedy and others, Going Deeper with Convolutions, CVPR 2015.
 *
 * @throws RangeError for a broken range.
 * @example
 * augment([randomResizedCrop({ height: 4, width: 6 })])({ image: [[1, 2, 3], [4, 5, 6]] }, 0).image.shape; // [4, 6, 1]
 */
export function randomResizedCrop(options: RandomResizedCropOptions): AugmentStep {
  const size = {
    height: wholeNumber("height", options.height),
    width: wholeNumber("width", options.width),
  };
  const scale = rangeOf("scale", options.scale ?? [0.08, 1]);
  const ratio = rangeOf("ratio", options.ratio ?? [3 / 4, 4 / 3]);
  if (scale[0] <= 0 || scale[1] > 1 || ratio[0] <= 0)
    throw new RangeError(
      `The option scale is a part of the area and ratio above 0; they were ${JSON.stringify(scale)} and ${JSON.stringify(ratio)}.`,
    );
  return makeStep("randomResizedCrop", options.probability, (sample, random, rules) => {
    const { height, width } = sample.image;
    const area = height * width * random.uniform(...scale);
    const shape = Math.exp(random.uniform(Math.log(ratio[0]), Math.log(ratio[1])));
    const side = (value: number, most: number) => Math.max(1, Math.min(most, Math.round(value)));
    const w = side(Math.sqrt(area * shape), width);
    const h = side(Math.sqrt(area / shape), height);
    const x = random.integer(0, width - w + 1);
    const y = random.integer(0, height - h + 1);
    return cutAndResize(sample, { x, y, width: w, height: h }, size, rules);
  });
}

/** A piece of the picture at another size. */
export function cutAndResize(
  sample: Working,
  piece: { x: number; y: number; width: number; height: number },
  size: { height: number; width: number },
  rules: Rules,
): Working {
  const [sx, sy] = [size.width / piece.width, size.height / piece.height];
  // Middles of pixels lie half a pixel inside, at both sizes.
  const matrix: AffineMatrix = [
    [sx, 0, (0.5 - piece.x) * sx - 0.5],
    [0, sy, (0.5 - piece.y) * sy - 0.5],
  ];
  return moved(sample, matrix, rules, {
    ...size,
    move: (image, isMask) =>
      isMask
        ? warpAffine(image, matrix, { ...size, method: "nearest", border: "replicate" })
        : resize(crop(image, piece), size),
  });
}
