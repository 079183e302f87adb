import { tensorflow } from "../../tensorflow/index.ts";

/**
 * The seed under which parameters are found out. TensorFlow.js's uniform numbers for it begin with
 * 0.00004 and 0.9998: the bounds of up to 5000 whole numbers show in the first two.
 */
export const probe = 0.51615038;

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

/** As many standard numbers as are looked at. */
const looked = 64;
const standardNumbers = new Map<RandomFunction, Float32Array>();

/** What a function of TensorFlow.js gives under the probe's seed with its standard parameters. */
function standardOf(name: RandomFunction): Float32Array {
  let numbers = standardNumbers.get(name);
  if (!numbers) {
    const tf = tensorflow();
    const tensor = tf[name]([looked], 0, 1, "float32", probe);
    standardNumbers.set(name, (numbers = tensor.dataSync<"float32">()));
    tensor.dispose();
  }
  return numbers;
}

/** To be called before anything is replaced: it draws. */
export function prepareDistributions(): void {
  for (const name of Object.keys(ops) as RandomFunction[]) standardOf(name);
}

/**
 * Finds out the parameters that a random function was called with, from the numbers that it gave under
 * the probe's seed: a recording sees the numbers only.
 *
 * @returns undefined where they do not show, as in a single number of other than standard parameters
 */
export function distributionOf(
  name: RandomFunction,
  values: Float32Array | Int32Array,
): Distribution | undefined {
  const op = ops[name];
  const standard = standardOf(name);
  const count = Math.min(values.length, looked);
  const fits = (offset: number, scale: number): boolean => {
    const whole = values instanceof Int32Array;
    for (let i = 0; i < count; i++) {
      const value = offset + scale * standard[i];
      const error = Math.abs((whole ? Math.trunc(value) : value) - values[i]);
      if (error > (whole ? 0 : 1e-5 * (Math.abs(offset) + Math.abs(scale)))) return false;
    }
    return true;
  };
  if (count === 0 || fits(0, 1)) return { op, offset: 0, scale: 1 };
  if (count === 1) return undefined;
  const [low, high] = extremes(standard.subarray(0, count));
  if (values instanceof Int32Array) {
    const [offset, last] = [values[low], values[high]];
    const scale = last + 1 - offset;
    const shows = name === "randomUniform" && offset >= 0 && scale * (1 - standard[high]) <= 1;
    return shows && fits(offset, scale) ? { op, offset, scale } : undefined;
  }
  const scale = rounded((values[high] - values[low]) / (standard[high] - standard[low]));
  const offset = rounded(values[low] - scale * standard[low]);
  return fits(offset, scale) ? { op, offset, scale } : undefined;
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
const rounded = (value: number): number => {
  const short = Number(value.toPrecision(5));
  const near = Math.abs(short - value) <= 2e-6 * Math.max(1, Math.abs(value));
  return near ? short : value;
};
