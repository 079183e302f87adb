import { checkPart } from "../checks.ts";
import type { Random } from "../../random/index.ts";
import type { Rules, Working } from "./sample.ts";

/** One step of an augmentation, made by a function such as `randomFlip`. */
export interface AugmentStep {
  /** What it is called, for error messages. */
  readonly name: string;
  /** How often it happens, 0 to 1. */
  readonly probability: number;
  /** Does it. */
  readonly apply: (sample: Working, random: Random, rules: Rules) => Working;
}

/** What every step takes. */
export interface StepOptions {
  /** How often the step happens, 0 to 1. Default 1 where the step does not say otherwise. */
  readonly probability?: number;
}

/** A pair of numbers, the lower first. */
export type Range = readonly [low: number, high: number];

export function makeStep(
  name: string,
  probability: number | undefined,
  apply: AugmentStep["apply"],
): AugmentStep {
  return { name, probability: checkPart("probability", probability ?? 1), apply };
}

/** A range that is given as one number around `middle`, or as both ends. */
export function rangeOf(name: string, value: number | Range, middle = 0): Range {
  const [low, high] = typeof value === "number" ? [middle - value, middle + value] : value;
  if (Number.isFinite(low) && Number.isFinite(high) && low <= high) return [low, high];
  throw new RangeError(
    `The option ${name} is a number or [low, high]; it was ${JSON.stringify(value)}.`,
  );
}
