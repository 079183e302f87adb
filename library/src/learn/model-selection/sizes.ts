import { describe } from "../matrix/index.ts";

export interface SizeOptions {
  /** How much is for testing: a share between 0 and 1, or a number of samples. Default 0.25. */
  readonly testSize?: number;
  /** How much is to learn from: a share or a number of samples. Default the rest. */
  readonly trainSize?: number;
}

/**
 * The number of samples of either part. A share of the test is rounded up, one of the training down.
 *
 * @throws RangeError for sizes that are no share and no number of samples, and for an empty part
 */
export function sizesOf(
  who: string,
  count: number,
  { testSize, trainSize }: SizeOptions,
  usual: number,
): { train: number; test: number } {
  const read = (
    name: string,
    size: number | undefined,
    round: (share: number) => number,
  ): number | undefined => {
    if (size === undefined) return undefined;
    if (size > 0 && size < 1) return round(size * count);
    if (Number.isInteger(size) && size >= 1 && size < count) return size;
    throw new RangeError(
      `${who}: ${name} must be a share between 0 and 1, or a number of samples from 1 to ${count - 1}; it is ${describe(size)}.`,
    );
  };
  const wished = testSize === undefined && trainSize === undefined ? usual : testSize;
  const test = read("testSize", wished, Math.ceil);
  const train = read("trainSize", trainSize, Math.floor);
  const sizes = { train: train ?? count - (test ?? 0), test: test ?? count - (train ?? 0) };
  if (sizes.train + sizes.test > count) {
    throw new RangeError(
      `${who}: trainSize and testSize make ${sizes.train} + ${sizes.test} samples; there are ${count}.`,
    );
  }
  if (sizes.train > 0 && sizes.test > 0) return sizes;
  throw new RangeError(
    `${who}: of ${count} samples, ${sizes.train} would be to learn from and ${sizes.test} to test on. Both need at least one: change testSize or trainSize.`,
  );
}
