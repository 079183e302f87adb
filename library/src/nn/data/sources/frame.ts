import { knownColumns } from "../../../frame/engine/names.ts";
import type { DataFrame } from "../../../frame/index.ts";
import { described, type Shaped } from "../element.ts";
import { columnsPipe } from "./columns.ts";
import type { Pipe } from "../pipe/pipe.ts";

/** The names of columns that hold numbers or truth values. */
export type NumberColumn<R> = {
  [K in keyof R & string]: NonNullable<R[K]> extends number | boolean | bigint ? K : never;
}[keyof R & string];

export interface FrameOptions<R extends object, Target extends keyof R & string> {
  /** Columns of numbers that make `x`. Default: all but the target. */
  readonly features?: readonly NumberColumn<R>[];
  /** The column that becomes `y`: numbers, truth values or texts. */
  readonly target: Target;
}

/** One row of a frame as a sample. */
export interface FrameSample<Y> {
  /** The features, float32 [features]. */
  readonly x: Shaped;
  readonly y: Y;
}

/** The rows of a frame as samples. @throws TypeError for missing values, and texts as features */
export function framePipe<R extends object, Target extends keyof R & string>(
  frame: DataFrame<R>,
  { features, target }: FrameOptions<R, Target>,
): Pipe<FrameSample<R[Target]>> {
  knownColumns([target, ...(features ?? [])], frame.columns);
  const names = features ?? frame.columns.filter((name) => name !== target);
  if (names.length === 0) throw new TypeError("A dataset of a frame needs at least one feature.");
  const y = targetOf(frame.column(target).values, target);
  const rows = y.length;
  const data = new Float32Array(rows * names.length);
  names.forEach((name, j) => {
    const { values } = frame.column(name);
    for (let i = 0; i < rows; i++) data[i * names.length + j] = numberOf(values[i], name, i);
  });
  const x: Shaped = { data, shape: [rows, names.length] };
  return columnsPipe({ x, y }) as unknown as Pipe<FrameSample<R[Target]>>;
}

/** Numbers stay numbers, so that whole ones can be taken as a block. */
function targetOf(values: ArrayLike<unknown>, name: string): readonly unknown[] {
  return Array.from(values, (value, row) => {
    if (value === null || value === undefined) throw missing(name, row);
    return typeof value === "bigint" ? Number(value) : value;
  });
}

/** A cell as a number. */
export function numberOf(value: unknown, name: string, row: number): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return Number(value);
  if (value === null || value === undefined) throw missing(name, row);
  throw new TypeError(
    `Column ${JSON.stringify(name)} holds ${described(value)} in row ${row}, which is no number: encode it first (getDummies, stringLookup), or leave it out of features.`,
  );
}

const missing = (name: string, row: number): TypeError =>
  new TypeError(
    `A tensor has no missing values, but column ${JSON.stringify(name)} misses one in row ${row}: dropNa or fillNa first.`,
  );
