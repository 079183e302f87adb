/**
 * Data made from a seed: the same seed gives the same bytes. Tables are dataframes.
 *
 * @module
 */
import { housing as makeHousing } from "@daylab/datasets/generate";
import type { HomeSale, HousingOptions, HousingTruth } from "@daylab/datasets/generate";
import { DataFrame } from "../frame/index.ts";

export * from "@daylab/datasets/generate";

/**
 * Sales of homes in a made-up city as a frame, and the truth behind the prices: interactions, gaps
 * that are not at random, slips of the pen.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { data, truth } = generate.housing({ rows: 500, seed: 1 });
 * data.shape; // [500, 14]
 * truth.expected.length; // 500
 */
export function housing(options: HousingOptions): {
  readonly data: DataFrame<HomeSale>;
  readonly truth: HousingTruth;
} {
  const { columns, truth } = makeHousing(options);
  return { data: new DataFrame<HomeSale>(columns), truth };
}
