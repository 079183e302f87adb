import type { AnyEstimator } from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";
import { type CV, splitsFor } from "../../model-selection/check-cv.ts";
import { crossValPredict } from "../../model-selection/cross-val-predict.ts";
import { fitOn } from "../../model-selection/fit-and-score.ts";
import type { Called } from "../../model-selection/learner.ts";
import { countAll, type Samples } from "../../model-selection/samples.ts";
import type { Split } from "../../model-selection/splitter.ts";
import { freshMembers, type NamedEstimators, type NamedMember, type Read } from "./members.ts";

/** What is asked of a member, for the estimator on top. */
export type Asked = "predictProba" | "decisionFunction" | "predict";

/** What both stackings take. */
export interface StackingParams {
  /** Estimators by name; `"drop"` leaves one out. They stay as they are. */
  estimators: NamedEstimators;
  /** What learns from their predictions; it stays as it is. */
  finalEstimator: AnyEstimator | undefined;
  /** How the samples are split for these predictions. Default 5 folds, stratified for classes. */
  cv: CV | undefined;
  /** The final estimator sees the samples' features too. Default false. */
  passthrough: boolean;
}

/** What a stacking learned. */
export interface Stack {
  readonly members: readonly NamedMember[];
  readonly asked: readonly Asked[];
  readonly final: AnyEstimator;
  readonly names: readonly string[];
  readonly passthrough: boolean;
}

/** A stacking as this file learns it. */
export interface StackTask {
  readonly of: AnyEstimator;
  readonly params: StackingParams;
  readonly final: AnyEstimator;
  readonly asked: (member: Called) => Asked;
  /** A member's answer as columns. */
  readonly columns: Columns;
}

type Columns = (said: unknown, name: string) => Matrix;

/**
 * Members learn from all samples; the final estimator from what they predict for samples that they did
 * not learn from.
 *
 * @throws RangeError for splits that do not test each sample once, or of too few samples
 */
export function learnStack(
  task: StackTask,
  read: Read<readonly (string | number | boolean)[] | Float64Array>,
): Stack {
  const { params, of } = task;
  const { x, y, weights } = read;
  const members = freshMembers(params.estimators, of.name);
  const splits = splitsOf(task, x, y);
  const asked = members.map(([, member]) => task.asked(member));
  for (const [, member] of members) fitOn(member, x, y, weights);
  const parts = members.map(([name, member], m) => {
    const options = { cv: splits, method: asked[m], ...(weights && { sampleWeight: weights }) };
    return task.columns(crossValPredict(member.clone(), x, y, options), name);
  });
  const features = params.passthrough ? readMatrix(x as MatrixLike, of.name) : undefined;
  const top = joined(parts, features);
  const final = task.final.clone() as Called;
  fitOn(final, top, y, weights);
  const { passthrough } = params;
  return { members, asked, final, names: top.featureNames(), passthrough };
}

/**
 * What the members say of new samples, as the final estimator takes it.
 *
 * @param features the samples' own, in the order of `fit`, where they go on too
 */
export function throughStack(
  stack: Stack,
  x: Samples,
  features: Matrix | undefined,
  columns: Columns,
  who: string,
): Matrix {
  countAll(who, x);
  const parts = stack.members.map(([name, member], m) =>
    columns((member as Called)[stack.asked[m]]!(x), name),
  );
  return joined(parts, features);
}

function splitsOf({ of, params }: StackTask, x: Samples, y: Samples): Split[] {
  try {
    return splitsFor(params.cv, of, x, y, undefined);
  } catch (error) {
    const { message } = error as Error;
    throw new RangeError(`${of.name} has no splits. ${message}`, { cause: error });
  }
}

function joined(parts: readonly Matrix[], features: Matrix | undefined): Matrix {
  const all = features === undefined ? parts : [...parts, features];
  const width = all.reduce((sum, part) => sum + part.columns, 0);
  const rows = all[0].rows;
  const data = new Float64Array(rows * width);
  let from = 0;
  for (const part of all) {
    for (let i = 0; i < rows; i++) data.set(part.row(i), i * width + from);
    from += part.columns;
  }
  const names = all.flatMap((part) => part.featureNames());
  return new Matrix(data, rows, width, names);
}
