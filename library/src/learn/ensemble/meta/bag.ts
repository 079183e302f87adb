import {
  type AnyEstimator,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  rounds,
} from "../../base/index.ts";
import type { Random } from "../../../random/index.ts";

import type { Called } from "../../model-selection/learner.ts";
import { type Samples, takeSamples } from "../../model-selection/samples.ts";
import { drawn } from "./draws.ts";
import { columnsOf, type Seen } from "./features.ts";
import type { Read } from "./members.ts";

/** What both baggings take. */
export interface BaggingParams {
  /** What is fitted on each draw; default a decision tree. It stays as it is. */
  estimator: AnyEstimator | undefined;
  /** How many. Default 10. */
  nEstimators: number;
  /** Samples of each: a whole number from 1 on is a count, else a part of them. Default all (`"all"`). */
  maxSamples: number | "all";
  /** Features of each: a whole number from 1 on is a count, else a part of them. Default all (`"all"`). */
  maxFeatures: number | "all";
  /** Draw samples with replacement. Default true. */
  bootstrap: boolean;
  /** Draw features with replacement; then features must be numbers. Default false. */
  bootstrapFeatures: boolean;
  /** Score on the samples that a member did not draw. Default false. */
  oobScore: boolean;
  /** Makes what is drawn the same in every run. */
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts members. Default false. */
  verbose: boolean;
}

export const baggingDefaults = {
  estimator: undefined,
  nEstimators: 10,
  maxSamples: "all",
  maxFeatures: "all",
  bootstrap: true,
  bootstrapFeatures: false,
  oobScore: false,
  randomState: undefined,
  verbose: false,
} as const;

/** Members, the samples each drew, and its features; undefined where these are all. */
export interface Bag {
  readonly members: readonly AnyEstimator[];
  readonly samples: readonly Int32Array[];
  readonly features: readonly (Int32Array | undefined)[];
}

/** @throws RangeError for parameters that are wrong, or more draws than there is to draw */
export function fillBag(
  who: string,
  params: BaggingParams,
  estimator: AnyEstimator,
  { x, y, features, count, weights }: Read<ArrayLike<unknown>>,
): Bag {
  const { bootstrap, bootstrapFeatures, oobScore } = params;
  checkInteger(who, "nEstimators", params.nEstimators, 1);
  if (oobScore && !bootstrap) {
    throw new RangeError(`${who}: oobScore needs bootstrap: true, which leaves samples out.`);
  }
  if (weights?.every((weight) => weight === 0)) {
    throw new RangeError(`${who}: at least one sample needs a weight above 0.`);
  }
  const rows = sizeOf(who, "maxSamples", params.maxSamples, count, bootstrap);
  const wide = sizeOf(who, "maxFeatures", params.maxFeatures, features.columns, false);
  const random = randomOf(params.randomState);
  const equal = new Float64Array(features.columns).fill(1);
  const members: AnyEstimator[] = [];
  const samples: Int32Array[] = [];
  const chosen: (Int32Array | undefined)[] = [];
  const shown = { who, verbose: params.verbose, unit: "members" };
  for (const _ of rounds(shown, params.nEstimators)) {
    void _;
    const member = freshFrom(estimator, random);
    const all = wide === features.columns && !bootstrapFeatures;
    const columns = all ? undefined : drawn(equal, wide, bootstrapFeatures, random);
    const places = drawn(weights ?? new Float64Array(count).fill(1), rows, bootstrap, random);
    member.fit(takeSamples(columnsOf(x, columns, features, who), places), takeSamples(y, places));
    members.push(member);
    samples.push(places);
    chosen.push(columns);
  }
  return { members, samples, features: chosen };
}

/** Each member with the samples as it sees them. */
export function eachMember(
  bag: Bag,
  x: Samples,
  seen: Seen,
  who: string,
  see: (member: Called, x: Samples, m: number) => void,
): void {
  bag.members.forEach((member, m) =>
    see(member as Called, columnsOf(x, bag.features[m], seen, who), m),
  );
}

/** Whether each sample was left out by the member. */
export function leftOut(places: Int32Array, count: number): Int32Array {
  const taken = new Uint8Array(count);
  for (const place of places) taken[place] = 1;
  return Int32Array.from({ length: count }, (_, i) => i).filter((i) => taken[i] === 0);
}

function freshFrom(estimator: AnyEstimator, random: Random): Called {
  const made = estimator.clone();
  if ("randomState" in made.getParams()) {
    made.setParams({ randomState: random.integer(0, 2 ** 31) });
  }
  return made as Called;
}

function sizeOf(
  who: string,
  name: string,
  given: number | "all",
  count: number,
  unbounded: boolean,
): number {
  if (given === "all") return count;
  checkNumber(who, name, given, { above: 0 });
  if (given < 1) return Math.max(1, Math.floor(given * count));
  checkInteger(who, name, given, 1, unbounded ? Infinity : count);
  return given;
}
