import { checkOptions } from "../../frame/engine/options.ts";
import { checkChoice, type Label } from "../base/index.ts";
import { Matrix } from "../matrix/index.ts";
import { type CV, splitsFor } from "./check-cv.ts";
import { fitOn } from "./fit-and-score.ts";
import type { Called, Learner, Prediction } from "./learner.ts";
import { countAll, type GroupsLike, type Samples, takeSamples } from "./samples.ts";

export interface CrossValPredictOptions {
  /** How to split; each sample must be tested once. Default 5 folds, stratified for classifiers. */
  readonly cv?: CV;
  /** One group a sample, for cross-validators that keep groups together. */
  readonly groups?: GroupsLike;
  /** One weight a sample, for `fit`. */
  readonly sampleWeight?: ArrayLike<number>;
  /** What is asked. Default `"predict"`. */
  readonly method?: "predict" | "predictProba" | "decisionFunction";
}

/** What is asked for each sample. */
export type CrossValPredicted<E, O> = O extends { readonly method: "predictProba" }
  ? Matrix
  : O extends { readonly method: "decisionFunction" }
    ? Matrix | Float64Array
    : Prediction<E>;

/**
 * For each sample what is predicted by an estimator that did not learn from it.
 *
 * @throws RangeError for splits that do not test each sample once, and for parts that lack a class
 * @example
 * crossValPredict(new DummyRegressor(), [[1], [2]], [10, 20], { cv: 2 }); // [20, 10]
 */
export function crossValPredict<E extends Learner, const O extends CrossValPredictOptions>(
  estimator: E,
  x: Samples,
  y?: Samples,
  options?: O,
): CrossValPredicted<E, O> {
  const who = "crossValPredict";
  const { cv, groups, sampleWeight, method = "predict" }: CrossValPredictOptions = options ?? {};
  checkOptions(who, options, ["cv", "groups", "sampleWeight", "method"]);
  checkChoice(who, "method", method, ["predict", "predictProba", "decisionFunction"]);
  const count = countAll(who, x, ...(y === undefined ? [] : [y]));
  const splits = splitsFor(cv, estimator, x, y, groups);
  const tested = new Int32Array(count);
  for (const [, test] of splits) for (const i of test) tested[i] += 1;
  const wrong = tested.findIndex((times) => times !== 1);
  if (wrong >= 0) {
    throw new RangeError(
      `${who} needs each sample tested once; sample ${wrong} is tested ${tested[wrong]} times. Use folds.`,
    );
  }
  const parts = splits.map(([train, test]) => {
    const model = (estimator as unknown as Called).clone();
    const weights = sampleWeight && takeSamples(Float64Array.from(sampleWeight), train);
    fitOn(model, takeSamples(x, train), y && takeSamples(y, train), weights);
    const asked = model[method]?.(takeSamples(x, test));
    if (asked === undefined) throw new TypeError(`${model.name} has no ${method}.`);
    return { test, asked };
  });
  return joined(parts, count) as CrossValPredicted<E, O>;
}

function joined(parts: readonly { test: Int32Array; asked: unknown }[], count: number): unknown {
  const [first] = parts;
  if (first.asked instanceof Matrix) {
    const { columns, names } = first.asked;
    const data = new Float64Array(count * columns);
    for (const { test, asked } of parts) {
      const rows = asked as Matrix;
      if (rows.columns !== columns || rows.names?.join() !== names?.join()) {
        throw new RangeError(
          "crossValPredict: a training part lacks a class, so the columns differ. Use StratifiedKFold, or fewer folds.",
        );
      }
      test.forEach((i, at) => data.set(rows.row(at), i * columns));
    }
    return new Matrix(data, count, columns, names);
  }
  const typed = ArrayBuffer.isView(first.asked);
  const all: Label[] | Float64Array = typed ? new Float64Array(count) : new Array<Label>(count);
  for (const { test, asked } of parts) {
    test.forEach((i, at) => ((all as Label[])[i] = (asked as Label[])[at]));
  }
  return all;
}
