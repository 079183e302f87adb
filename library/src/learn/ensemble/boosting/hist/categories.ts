import { unknownColumn } from "../../../../frame/engine/names.ts";
import { type Label, sortLabels } from "../../../base/index.ts";
import { describe, isFrame, Matrix, type MatrixLike, readMatrix } from "../../../matrix/index.ts";

/** The values that a categorical feature has, in order; undefined for a feature that is a number. */
export type Categories = readonly (readonly Label[] | undefined)[];

/**
 * Which features are categories: `"fromDtype"` takes the text columns of a frame; names or positions
 * name them; `null` means none.
 */
export type CategoricalFeatures = "fromDtype" | readonly (string | number)[] | null;

/** Columns as they came: a frame's, or a matrix'. */
interface Columns {
  readonly rows: number;
  readonly names: readonly string[] | undefined;
  readonly columns: readonly ArrayLike<unknown>[];
}

/**
 * Finds the categories of samples to learn from.
 *
 * @returns undefined where no feature is categorical
 * @throws RangeError for a feature that is not there, and for more than `maxBins` categories
 */
export function findCategories(
  x: MatrixLike,
  chosen: CategoricalFeatures,
  maxBins: number,
  who: string,
): Categories | undefined {
  if (chosen === null) return undefined;
  if (chosen === "fromDtype" && !isFrame(x)) return undefined;
  const { columns, names } = columnsOf(x, who);
  const places =
    chosen === "fromDtype"
      ? columns.flatMap((values, j) => (isText(values) ? [j] : []))
      : chosen.map((one) => placeOf(one, columns.length, names, who));
  if (places.length === 0) return undefined;
  return columns.map((values, j) => {
    if (!places.includes(j)) return undefined;
    const found = new Set(Array.from(values).filter((value) => !isMissing(value)));
    if (found.size <= maxBins) return sortLabels([...found] as Label[]);
    throw new RangeError(
      `${who}: feature ${JSON.stringify(names?.[j] ?? `x${j}`)} has ${found.size} categories; at most ${maxBins} are possible (maxBins). Join the rare ones, or encode the feature as a number.`,
    );
  });
}

/**
 * The samples as numbers: categories by their places in `categories`; one that is not there is missing.
 *
 * @param seen the features' names when the categories were found
 */
export function encodeCategories(
  x: MatrixLike,
  categories: Categories,
  seen: readonly string[] | undefined,
  who: string,
): MatrixLike {
  const { columns, names, rows } = columnsOf(x, who);
  const codes = columns.map((values, j) => {
    const place = seen && names ? seen.indexOf(names[j]) : j;
    const known = categories[place];
    if (known === undefined) return values;
    const numbers = new Map(known.map((label, code) => [label, code]));
    return Float64Array.from(values, (value) => numbers.get(value as Label) ?? NaN);
  });
  const labels = names ?? columns.map((_, j) => `x${j}`);
  const read = readMatrix(
    { columns: labels, column: (name: string) => ({ values: codes[labels.indexOf(name)] }) },
    who,
  );
  return names ? read : new Matrix(read.data, rows, columns.length);
}

const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || Number.isNaN(value);

const isText = (values: ArrayLike<unknown>): boolean =>
  !ArrayBuffer.isView(values) && Array.from(values).some((value) => typeof value === "string");

function columnsOf(x: MatrixLike, who: string): Columns {
  if (isFrame(x)) {
    const columns = x.columns.map((name) => x.column(name as never).values);
    return { names: [...x.columns], columns, rows: columns[0]?.length ?? 0 };
  }
  const matrix = readMatrix(x, who);
  const columns = Array.from({ length: matrix.columns }, (_, j) => matrix.column(j));
  return { names: matrix.names, columns, rows: matrix.rows };
}

function placeOf(
  one: string | number,
  features: number,
  names: readonly string[] | undefined,
  who: string,
): number {
  if (typeof one === "string") {
    const place = names?.indexOf(one) ?? -1;
    if (place >= 0) return place;
    if (names !== undefined) throw unknownColumn(one, names);
  } else if (Number.isInteger(one) && one >= 0 && one < features) return one;
  const remedy =
    typeof one === "string" ? "the samples have no names" : `there are ${features} features`;
  throw new RangeError(
    `${who}: categoricalFeatures names ${describe(one)}, but ${remedy}. Give positions from 0 to ${features - 1}.`,
  );
}
