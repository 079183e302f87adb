import { DataFrame } from "../../../frame/index.ts";
import { inspect } from "node:util";
import { Estimator } from "../../base/index.ts";
import { capital } from "../cross-validate.ts";
import type { Fitted } from "../fit-and-score.ts";
import type { Called } from "../learner.ts";
import type { Candidate } from "../parameter-grid.ts";

/** One setting that was tried, and what each split gave. */
export interface Tried {
  readonly candidate: Candidate;
  readonly fits: readonly Fitted[];
  /** The round of a halving search, and how many samples it had. */
  readonly round?: { readonly iteration: number; readonly resources: number };
}

/** What a search has learned. */
export interface SearchState {
  readonly best: Called | undefined;
  readonly bestIndex: number;
  readonly candidates: readonly Candidate[];
  readonly columns: Readonly<Record<string, ArrayLike<unknown>>>;
  readonly nSplits: number;
  readonly scorer: string;
  readonly refitTime: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** 1 for the greatest; equal ones share the best place, what failed comes last. */
export function ranksOf(scores: ArrayLike<number>): Int32Array {
  const values = Array.from(scores, (score) => (Number.isNaN(score) ? -Infinity : score));
  return Int32Array.from(values, (one) => 1 + values.filter((other) => other > one).length);
}

/** The columns of `cvResults_`, by scikit-learn's names in camelCase; parameters as `param_alpha`. */
export function tableOf(
  tried: readonly Tried[],
  scorers: readonly string[],
  withTrain: boolean,
): Record<string, ArrayLike<unknown>> {
  const each = (of: (fits: readonly Fitted[]) => number): Float64Array =>
    Float64Array.from(tried, ({ fits }) => of(fits));
  const columns: Record<string, ArrayLike<unknown>> = {};
  const rounds = tried.flatMap(({ round }) => (round ? [round] : []));
  if (rounds.length > 0) {
    columns["iter"] = Int32Array.from(rounds, ({ iteration }) => iteration);
    columns["nResources"] = Int32Array.from(rounds, ({ resources }) => resources);
  }
  columns["meanFitTime"] = each((fits) => mean(fits.map((fit) => fit.fitTime)));
  columns["stdFitTime"] = each((fits) => deviation(fits.map((fit) => fit.fitTime)));
  columns["meanScoreTime"] = each((fits) => mean(fits.map((fit) => fit.scoreTime)));
  columns["stdScoreTime"] = each((fits) => deviation(fits.map((fit) => fit.scoreTime)));
  const names = [...new Set(tried.flatMap(({ candidate }) => Object.keys(candidate)))];
  for (const name of names) {
    columns[`param_${name}`] = cells(tried.map(({ candidate }) => candidate[name]));
  }
  const parts = withTrain ? (["test", "train"] as const) : (["test"] as const);
  for (const scorer of scorers) {
    for (const part of parts) {
      const end = `${capital(part)}${capital(scorer)}`;
      const scores = (fits: readonly Fitted[]) => fits.map((fit) => fit[part].get(scorer) ?? NaN);
      const splits = tried[0]?.fits.length ?? 0;
      for (let k = 0; k < splits; k++) {
        columns[`split${k}${end}`] = each((fits) => scores(fits)[k]);
      }
      columns[`mean${end}`] = each((fits) => mean(scores(fits)));
      columns[`std${end}`] = each((fits) => deviation(scores(fits)));
      if (part === "test") columns[`rank${end}`] = ranksOf(columns[`mean${end}`] as Float64Array);
    }
  }
  return columns;
}

/** Values as a column of a frame can hold them: all of one kind, else as texts. */
function cells(values: readonly unknown[]): unknown[] {
  const plain = values.map((value) => value ?? null);
  const kinds = new Set(plain.filter((value) => value !== null).map((value) => typeof value));
  const [kind] = kinds;
  if (kinds.size <= 1 && kind !== "object" && kind !== "function") return plain;
  return plain.map((value) =>
    value === null || typeof value === "string"
      ? value
      : value instanceof Estimator
        ? value.toString()
        : inspect(value, { depth: 3, breakLength: Infinity }),
  );
}

/** The frame of the columns. */
export const frameOf = (columns: Readonly<Record<string, ArrayLike<unknown>>>): DataFrame =>
  new DataFrame(columns as never);
