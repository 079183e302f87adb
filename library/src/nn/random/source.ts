import { Random } from "../../random/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import { defaultSeed } from "./course.ts";

/** What random numbers are drawn from. */
export interface SeedOption {
  /**
   * A whole number gives the same tensor at every call; a `Random` is drawn from, so that each call
   * gives another. Default: the course's seed (`setSeed`), or another each time.
   */
  readonly seed?: SeedOrRandom;
}

export function sourceOf(seed: SeedOrRandom | undefined): Random {
  return seed instanceof Random ? seed : new Random(seed ?? defaultSeed());
}
