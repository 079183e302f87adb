import type { Box } from "./box.ts";

/** An option that is a part of one. */
export function checkPart(name: string, value: number): number {
  if (value >= 0 && value <= 1) return value;
  throw new RangeError(`The option ${name} is a number from 0 to 1; it was ${String(value)}.`);
}

/** The score of a box that needs one. */
export function checkScore(box: Box, index: number): number {
  if (typeof box.score === "number" && !Number.isNaN(box.score)) return box.score;
  throw new RangeError(
    `Box ${String(index)} has the score ${String(box.score)}; a detection needs a number.`,
  );
}

/** Truth and predictions hold one list of boxes for each image. */
export function checkImages(
  truth: readonly (readonly Box[])[],
  predictions: readonly (readonly Box[])[],
): void {
  for (const [name, images] of [
    ["truth", truth],
    ["predictions", predictions],
  ] as const) {
    const flat = images.findIndex((boxes) => !Array.isArray(boxes));
    if (flat >= 0) {
      throw new TypeError(
        `The ${name} are one list of boxes for each image, Box[][]; entry ${String(flat)} is not a list. For a single image write [boxes].`,
      );
    }
  }
  if (truth.length !== predictions.length) {
    throw new RangeError(
      `There are truths for ${String(truth.length)} images and predictions for ${String(predictions.length)}; give one list for each image, empty where there is no box.`,
    );
  }
}
