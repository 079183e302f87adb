import { isMissing, type Table } from "../matrix/index.ts";

/** Kinds of columns: numbers, texts (categories too), truth values, times; or a dtype by its name. */
export type ColumnKind = "number" | "string" | "category" | "boolean" | "datetime" | (string & {});

/** A choice of columns, made when `fit` sees the frame. */
export interface ColumnSelector {
  readonly dtypeInclude?: ColumnKind | readonly ColumnKind[];
  readonly dtypeExclude?: ColumnKind | readonly ColumnKind[];
  /** A regular expression that is found in the name. */
  readonly pattern?: string;
}

/**
 * Chooses columns by their dtype or name, for `ColumnTransformer`.
 *
 * @example
 * const numbers = columnSelector({ dtypeInclude: "number" });
 * const frame = new DataFrame({ age: [1, 2], city: ["Rome", "Oslo"] });
 * const scaled = new ColumnTransformer([["num", new StandardScaler(), numbers]]);
 * scaled.fit(frame).getFeatureNamesOut(); // ["num__age"]
 */
export function columnSelector(options: {
  readonly dtypeInclude?: ColumnKind | readonly ColumnKind[];
  readonly dtypeExclude?: ColumnKind | readonly ColumnKind[];
  readonly pattern?: string | RegExp;
}): ColumnSelector {
  const { pattern, ...kinds } = options;
  if (pattern === undefined) return kinds;
  return { ...kinds, pattern: typeof pattern === "string" ? pattern : pattern.source };
}

/** The positions of the columns that a selector chooses. */
export function selectedBy(selector: ColumnSelector, table: Table): number[] {
  const { dtypeInclude, dtypeExclude, pattern } = selector;
  const named = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const is = (wanted: ColumnKind | readonly ColumnKind[], at: number): boolean =>
    [wanted].flat().some((kind) => kindsOf(table, at).includes(kind));
  return table.columns
    .map((_, at) => at)
    .filter((at) => dtypeInclude === undefined || is(dtypeInclude, at))
    .filter((at) => dtypeExclude === undefined || !is(dtypeExclude, at))
    .filter((at) => named === undefined || named.test(table.columns[at]));
}

/** All that a column may be called by: its dtype and the kind that this belongs to. */
function kindsOf(table: Table, at: number): string[] {
  const dtype = table.dtypes[at] ?? guess(table.cells[at]);
  if (/^(?:u?int|float)/u.test(dtype)) return [dtype, "number"];
  if (dtype === "date") return [dtype, "datetime"];
  // A category is a text too: in pandas both would be "object".
  return dtype === "category" ? [dtype, "string"] : [dtype];
}

function guess(cells: ArrayLike<unknown>): string {
  if (ArrayBuffer.isView(cells)) return "float64";
  const first = Array.from(cells).find((cell) => !isMissing(cell));
  if (first === undefined || typeof first === "number" || typeof first === "bigint")
    return "float64";
  if (first instanceof Date) return "datetime";
  return typeof first;
}
