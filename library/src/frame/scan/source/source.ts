import type pl from "nodejs-polars";
import type { DType } from "../../engine/dtypes.ts";

/** What is known of the columns of files: the type that every piece of them is read as. */
export type Schema = Map<string, DType>;

/** Files as a run of frames of one schema, each small enough for the memory. */
export interface Source {
  /** The columns as far as the files were read; a later piece may widen them. */
  readonly schema: Schema;
  /** Reads the files from their beginning, only these columns. */
  frames(columns: readonly string[]): AsyncGenerator<pl.DataFrame>;
  /** The files as the engine's lazy frame, where it reads them in little memory itself. */
  readonly lazy?: () => pl.LazyDataFrame;
}

/** A piece of a file has values that the schema does not allow. The schema is already the wider one. */
export class WiderSchema extends Error {
  override readonly name = "WiderSchema";
  readonly column: string;
  readonly before: DType | undefined;
  readonly after: DType;
  constructor(column: string, before: DType | undefined, after: DType) {
    super(
      before === undefined
        ? `Column ${JSON.stringify(column)} appears only further down in the file; name it from the start: dtypes: { ${JSON.stringify(column)}: "${after}" }.`
        : `Column ${JSON.stringify(column)} was read as ${before} at first, but further down it is ${after}; say so from the start: dtypes: { ${JSON.stringify(column)}: "${after}" }.`,
    );
    this.column = column;
    this.before = before;
    this.after = after;
  }
}

const isNumber = (dtype: DType): boolean => /^(?:u?int|float)/u.test(dtype);

/** The type that holds the values of both: whole and other numbers float64, days and times datetime. */
export function commonType(a: DType, b: DType): DType {
  if (a === b) return a;
  if (isNumber(a) && isNumber(b)) return "float64";
  const kinds = new Set([a, b]);
  return kinds.has("date") && kinds.has("datetime") ? "datetime" : "string";
}

/**
 * Widens a schema by what a piece of a file holds.
 *
 * @param unknown columns that had no value so far, whose type is a guess
 * @throws WiderSchema where something changed
 */
export function widen(
  schema: Schema,
  unknown: Set<string>,
  found: ReadonlyMap<string, DType>,
  fixed: ReadonlySet<string>,
): void {
  for (const [name, dtype] of found) {
    const before = schema.get(name);
    const after = before === undefined || unknown.has(name) ? dtype : commonType(before, dtype);
    unknown.delete(name);
    if (before === after || fixed.has(name)) continue;
    schema.set(name, after);
    throw new WiderSchema(name, before, after);
  }
}
