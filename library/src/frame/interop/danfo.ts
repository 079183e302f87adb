import type { DataFrame } from "../data-frame/data-frame.ts";
import { buildTable } from "../data-frame/build.ts";
import { type Label, type Row, shown } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";

/** What this package needs to see of a danfo DataFrame; danfo itself is never loaded. */
export interface DanfoFrameLike {
  readonly columns: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly index: readonly unknown[];
}

/** The part of the danfo module that makes frames. */
export interface DanfoModule<F> {
  readonly DataFrame: new (data: never, options: never) => F;
}

/** Labels that only count the rows are danfo's default, not the user's. */
const isCount = (labels: readonly unknown[]): boolean =>
  labels.every((label, row) => label === row);

/**
 * A danfo DataFrame as one of ours. Missing cells (NaN, null, undefined) become null.
 *
 * @throws TypeError when the argument does not look like a danfo DataFrame.
 * @example
 * const danfoFrame = { columns: ["a"], values: [[1], [Number.NaN]], index: [0, 1] };
 * fromDanfo(danfoFrame).column("a").values; // [1, null]
 */
export function fromDanfo<R extends object = Row>(frame: DanfoFrameLike): DataFrame<R> {
  const looks: Partial<DanfoFrameLike> | null | undefined = frame;
  if (
    !Array.isArray(looks?.columns) ||
    !Array.isArray(looks.values) ||
    !Array.isArray(looks.index)
  ) {
    throw new TypeError(`fromDanfo takes a danfo DataFrame; got ${shown(frame)}.`);
  }
  const names = frame.columns.map(String);
  const rows = frame.values as readonly (readonly unknown[])[];
  const columns = Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j])]));
  const index = isCount(frame.index) ? {} : { index: frame.index as readonly Label[] };
  return frameOf(buildTable(columns, index));
}

/** Columns and labels in the form danfo's constructor takes. */
export function toDanfo<F>(danfo: DanfoModule<F>, columns: object, index: readonly Label[]): F {
  return new danfo.DataFrame(
    columns as never,
    { index: index.map((one) => (typeof one === "number" ? one : String(one))) } as never,
  );
}
