import { tensorflow } from "../../tensorflow/index.ts";

/**
 * A seed under which the bounds of whole numbers show: TensorFlow.js's uniform numbers for it begin
 * with 0.00004 and 0.9998, near enough to 0 and 1 for up to 5000 whole numbers.
 */
export const boundsSeed = 0.51615038;

/** The op that draws what a function of TensorFlow.js does. */
const ops = {
  randomUniform: "StatelessRandomUniform",
  randomNormal: "StatelessRandomNormal",
  truncatedNormal: "StatelessTruncatedNormal",
} as const;

export type RandomFunction = keyof typeof ops;

export const isRandomFunction = (name: string): name is RandomFunction => Object.hasOwn(ops, name);

/** Random numbers as `scale * standard + offset`, with the op that draws the standard ones. */
export interface Distribution {
  readonly op: string;
  readonly offset: number;
  readonly scale: number;
}

/** Numbers that a function gave, beside those that it gives for the same seed and standard parameters. */
export interface Sample {
  readonly standard: Float32Array;
  readonly given: Float32Array | Int32Array;
}

/** As many numbers as are looked at. */
const looked = 64;

/**
 * What a function gave under a seed, beside what it gives with its standard parameters. It draws with
 * a seed, and so leaves Math.random alone.
 */
export function sampleOf(
  name: RandomFunction,
  given: Float32Array | Int32Array,
  seed: number,
): Sample {
  const count = Math.min(given.length, looked);
  const tensor = tensorflow()[name]([count], 0, 1, "float32", seed);
  const standard = tensor.dataSync<"float32">();
  tensor.dispose();
  return { standard, given: given.slice(0, count) };
}

/**
 * Finds out the parameters that a random function was called with, from the numbers that it gave: all
 * that a recording sees.
 *
 * @returns undefined where they do not show
 */
export function distributionOf(name: RandomFunction, sample: Sample): Distribution | undefined {
  const { standard, given } = sample;
  const op = ops[name];
  if (given.length === 0 || fits(sample, 0, 1)) return { op, offset: 0, scale: 1 };
  if (given.length === 1) return undefined;
  const [low, high] = extremes(standard);
  if (given instanceof Int32Array) {
    if (name !== "randomUniform") return undefined;
    const bounds = wholeBounds(sample, low, high);
    return bounds && { op, ...bounds };
  }
  const scale = rounded((given[high] - given[low]) / (standard[high] - standard[low]), 0);
  const offset = rounded(given[low] - scale * standard[low], scale);
  return fits(sample, offset, scale) ? { op, offset, scale } : undefined;
}

function fits({ standard, given }: Sample, offset: number, scale: number): boolean {
  const whole = given instanceof Int32Array;
  const tolerance = whole ? 0 : 1e-5 * (Math.abs(offset) + Math.abs(scale));
  return given.every((value, i) => {
    const expected = offset + scale * standard[i];
    return Math.abs((whole ? Math.trunc(expected) : expected) - value) <= tolerance;
  });
}

/** TensorFlow.js cuts off what follows the point, so that bounds below 0 show one nearer to 0. */
function wholeBounds(
  sample: Sample,
  low: number,
  high: number,
): { offset: number; scale: number } | undefined {
  const { standard, given } = sample;
  for (const offset of [given[low], given[low] - 1])
    for (const end of [given[high] + 1, given[high]]) {
      const scale = end - offset;
      const shows = scale * standard[low] < 1 && scale * (1 - standard[high]) <= 1;
      if (shows && fits(sample, offset, scale)) return { offset, scale };
    }
  return undefined;
}

function extremes(numbers: Float32Array): [low: number, high: number] {
  let [low, high] = [0, 0];
  numbers.forEach((number, i) => {
    if (number < numbers[low]) low = i;
    if (number > numbers[high]) high = i;
  });
  return [low, high];
}

/** Parameters are short numbers as a rule, seen through the rounding of 32 bits. */
function rounded(value: number, beside: number): number {
  const error = 2e-6 * Math.max(Math.abs(beside), Math.abs(value));
  if (Math.abs(value) <= error) return 0;
  const short = Number(value.toPrecision(5));
  return Math.abs(short - value) <= error ? short : value;
}
