import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { declaredCategories } from "../categories/declared.ts";
import { type Cell, isDate, shown } from "../engine/cell.ts";
import { castTo, toEngine } from "../engine/to-engine.ts";
import { type DType, dtypeOf, isFloat } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { Classes } from "./classes.ts";
import { type FrameLike, isFrame, isSeries, type SeriesLike } from "./kinds.ts";

type Texts = string | readonly string[] | Readonly<Record<string, string>>;

export interface DummiesOptions {
  /** The columns to encode (default: those of texts and categories). */
  readonly columns?: readonly string[];
  /** What the names begin with: one text for all, one a column, or by column (default: its name). */
  readonly prefix?: Texts;
  /** What stands between the two parts of a name (default `"_"`). */
  readonly prefixSep?: string;
  /** The same under danfo's name. */
  readonly prefixSeparator?: string;
  /** Leaves the first label of each column out (default false). */
  readonly dropFirst?: boolean;
  /** A column for missing ones, whose name ends in `nan` (default false). */
  readonly dummyNa?: boolean;
  /** Default `"boolean"`; `"int64"` for 0 and 1. */
  readonly dtype?: DType;
}

/**
 * Labels as columns of truths, one a label in their order; other columns stay before them. A missing
 * label is false in all.
 *
 * @throws RangeError where two columns would have one name
 * @example
 * const df = new DataFrame({ n: [1, 2], city: ["Rome", "Oslo"] });
 * getDummies(df).columns; // ["n", "city_Oslo", "city_Rome"]
 * getDummies(df, { dtype: "int64" }).column("city_Rome").values; // [1, 0]
 * getDummies(new Series(["b", null, "a"])).toRecords()[1]; // { a: false, b: false }
 */
export function getDummies(
  data: FrameLike | SeriesLike<Cell>,
  options: DummiesOptions = {},
): DataFrame {
  checkOptions("getDummies", options, [
    "columns",
    "prefix",
    "prefixSep",
    "prefixSeparator",
    "dropFirst",
    "dummyNa",
    "dtype",
  ]);
  const { prefix, prefixSep = options.prefixSeparator ?? "_" } = options;
  if (isSeries(data)) {
    const made = dummiesOf(data.data, prefixOf(prefix, [data.name], data.name), prefixSep, options);
    return assembled(made, data.labels);
  }
  if (!isFrame(data))
    throw new TypeError(`getDummies takes a frame or a column; got ${shown(data)}.`);
  const columns = data.table.data.getColumns();
  const wanted =
    options.columns === undefined
      ? columns
          .filter((one) => ["string", "category"].includes(dtypeOf(one)))
          .map((one) => one.name)
      : knownColumns(options.columns, data.columns);
  if (Array.isArray(prefix) && prefix.length !== wanted.length)
    throw new RangeError(`getDummies: ${prefix.length} prefixes for ${wanted.length} columns.`);
  const others = columns.filter((one) => !wanted.includes(one.name));
  const made = wanted.flatMap((name) =>
    dummiesOf(
      data.table.data.getColumn(name),
      prefixOf(prefix, wanted, name) ?? name,
      prefixSep,
      options,
    ),
  );
  return assembled([...others, ...made], data.table.index);
}

function assembled(columns: readonly pl.Series[], index: pl.Series | undefined): DataFrame {
  const names = columns.map((one) => one.name);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined)
    throw new RangeError(
      `getDummies: two columns would be called ${JSON.stringify(repeated)}; give a prefix.`,
    );
  return frameOf({ data: pl.DataFrame([...columns]), index });
}

function prefixOf(
  given: Texts | undefined,
  names: readonly string[],
  name: string,
): string | undefined {
  if (given === undefined || typeof given === "string") return given;
  if (Array.isArray(given)) return (given as readonly string[])[names.indexOf(name)];
  knownColumns(Object.keys(given), names);
  return (given as Readonly<Record<string, string>>)[name];
}

function dummiesOf(
  series: pl.Series,
  prefix: string | undefined,
  separator: string,
  { dropFirst = false, dummyNa = false, dtype = "boolean" }: DummiesOptions,
): pl.Series[] {
  const cells = fromEngine(series);
  const classes = new Classes(cells, "getDummies");
  const seen = classes.list.filter((label) => label !== null);
  const present: readonly NonNullable<Cell>[] = declaredCategories(series) ?? seen;
  const places = new Map<Cell, number>(present.map((label, place) => [label, place]));
  const levels: (Cell | null)[] = dummyNa ? [...present, null] : [...present];
  const flags = levels.map(() => new Uint8Array(cells.length));
  cells.forEach((cell, row) => {
    const place =
      cell === null
        ? present.length
        : (places.get(isDate(cell) ? seen[classes.place(cell) ?? 0] : cell) ?? 0);
    if (place < flags.length) flags[place][row] = 1;
  });
  const float = isFloat(dtypeOf(series));
  return levels.slice(dropFirst ? 1 : 0).map((level, at) => {
    const name = prefix === undefined ? "" : `${prefix}${separator}`;
    const column = toEngine(`${name}${text(level, float)}`, flags[at + (dropFirst ? 1 : 0)]);
    return dtype === "boolean" ? column.cast(pl.Bool) : castTo(column, dtype);
  });
}

function text(label: Cell, float: boolean): string {
  if (label === null) return "nan";
  if (isDate(label)) return label.toISOString();
  // As pandas names them: 1.0 where the column has fractions.
  return float && Number.isInteger(label) ? `${String(label)}.0` : String(label);
}
