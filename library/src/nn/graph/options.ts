import type { Seed } from "../../random/index.ts";
import type { StepOptions } from "./step-graphs.ts";

export interface GraphOptions {
  /**
   * For random numbers within the step (dropout, noise, `tf.randomNormal` without a seed): the same in
   * every process. Without it they differ from run to run.
   */
  readonly seed?: Seed;
  /** How many graphs are kept, one for each make-up of the inputs; default 8. The least recently used goes. */
  readonly maxGraphs?: number;
  /**
   * Run op by op all the same, for comparison or to look into a step; random numbers are those of the
   * graph. Default false.
   */
  readonly eager?: boolean;
  /** Told once why a step runs op by op; by default a warning is written. */
  readonly onFallback?: (reason: string) => void;
}

const known = ["seed", "maxGraphs", "eager", "onFallback"];

export function checkedOptions(name: string, options: GraphOptions): Omit<StepOptions, "name"> {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new RangeError(`${name} has no option ${unknown}; it has ${known.join(", ")}.`);
  const { seed, maxGraphs = 8, eager = false, onFallback } = options;
  if (!Number.isInteger(maxGraphs) || maxGraphs < 1)
    throw new RangeError(`maxGraphs must be a whole number from 1, not ${String(maxGraphs)}.`);
  if (seed !== undefined && typeof seed !== "string" && !Number.isFinite(seed))
    throw new RangeError(`seed must be a number or a text, not ${String(seed)}.`);
  return {
    maxGraphs,
    eager,
    ...(seed !== undefined && { seed }),
    onFallback:
      onFallback ??
      ((reason) => console.warn(`${name}: this step runs op by op, because ${reason}.`)),
  };
}
