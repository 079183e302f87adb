import type { Label, LabelsLike, SeriesLike } from "../base/index.ts";
import {
  describe,
  type FrameLike,
  isFrame,
  isTensor,
  Matrix,
  type MatrixLike,
  type TensorLike,
} from "../matrix/index.ts";

/** What has samples: a frame, a matrix, rows, texts, a series, a tensor; or a target. */
export type Samples = MatrixLike | SeriesLike<unknown> | TensorLike | ArrayLike<unknown>;

/** One group a sample; samples of one group stay together. */
export type GroupsLike = LabelsLike<Label>;

interface Rows {
  iloc(selection: { rows: readonly number[] }): unknown;
}
interface Values {
  iloc(rows: readonly number[]): unknown;
  readonly values: ArrayLike<unknown>;
}

const isSeries = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && "values" in value && "iloc" in value;

/** How many samples there are. @throws TypeError for what has none */
export function countSamples(samples: Samples, who: string): number {
  if (isFrame(samples)) {
    const [first] = samples.columns;
    return first === undefined ? 0 : samples.column(first as never).values.length;
  }
  if (isTensor(samples)) return samples.shape[0] ?? 0;
  if (samples instanceof Matrix) return samples.rows;
  const values: unknown = isSeries(samples) ? samples.values : samples;
  if (Array.isArray(values) || ArrayBuffer.isView(values)) {
    return (values as unknown as ArrayLike<unknown>).length;
  }
  const inner = (samples as { values?: ArrayLike<unknown> } | null | undefined)?.values;
  if (inner !== undefined && typeof inner.length === "number") return inner.length;
  throw new TypeError(
    `${who} needs samples: a frame, rows, a Matrix, a series or a tensor; it received ${describe(samples)}.`,
  );
}

/** Checks that all have as many samples as the first; returns the number. */
export function countAll(who: string, ...all: readonly Samples[]): number {
  const counts = all.map((one) => countSamples(one, who));
  const [first] = counts;
  if (first === 0 || first === undefined) {
    throw new RangeError(`${who} needs at least one sample; it received none.`);
  }
  const other = counts.find((count) => count !== first);
  if (other === undefined) return first;
  throw new RangeError(
    `${who} needs as many samples in each; it received ${counts.join(" and ")}.`,
  );
}

/** The samples at these positions, of the kind that was given; a tensor becomes a matrix or numbers. */
export function takeSamples<S extends Samples>(samples: S, positions: Int32Array): S {
  return taken(samples, positions) as S;
}

function taken(samples: Samples, positions: Int32Array): unknown {
  if (samples instanceof Matrix) return samples.take(positions);
  if (isFrame(samples)) return takeRows(samples, positions);
  if (isTensor(samples)) {
    const [rows = 0, columns] = samples.shape;
    const data = samples.dataSync() as ArrayLike<number>;
    if (columns === undefined) return Float64Array.from(positions, (i) => data[i]);
    return new Matrix(Float64Array.from(data), rows, columns).take(positions);
  }
  if (isSeries(samples)) return samples.iloc([...positions]);
  if (ArrayBuffer.isView(samples)) {
    const values = samples as unknown as Float64Array;
    const made = new (values.constructor as Float64ArrayConstructor)(positions.length);
    for (let i = 0; i < positions.length; i++) made[i] = values[positions[i]];
    return made;
  }
  const values = Array.isArray(samples) ? samples : (samples as SeriesLike<unknown>).values;
  return Array.from(positions, (i): unknown => values[i]);
}

function takeRows(frame: FrameLike, positions: Int32Array): unknown {
  if (typeof (frame as FrameLike & Partial<Rows>).iloc === "function") {
    return (frame as FrameLike & Rows).iloc({ rows: [...positions] });
  }
  const columns = [...frame.columns];
  const values = new Map(
    columns.map((name) => {
      const all = frame.column(name as never).values;
      return [name, { values: Array.from(positions, (i) => all[i]) }];
    }),
  );
  return { columns, column: (name: string) => values.get(name) };
}
