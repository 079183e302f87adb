import { type Label, sortLabels } from "../../base/index.ts";
import { describe, isMissing, type Table } from "../../matrix/index.ts";

/** A value of a categorical feature; null where it is missing, which is a category of its own. */
export type Category = Label | null;

/** The categories of each feature, or `"auto"` for those that `fit` sees. */
export type CategoriesOption = "auto" | readonly (readonly Category[])[];

/** A cell as a category: dates by their ISO text, big integers as numbers. */
export function categoryOf(cell: unknown, who: string, feature: string, row: number): Category {
  if (isMissing(cell)) return null;
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean")
    return cell;
  if (typeof cell === "bigint") return Number(cell);
  if (cell instanceof Date) return cell.toISOString();
  throw new TypeError(
    `${who} needs texts, numbers, truth values or dates; feature "${feature}" has ${describe(cell)} in row ${row}.`,
  );
}

/** A feature's categories and how often each was seen. */
export interface FeatureCategories {
  readonly categories: readonly Category[];
  readonly counts: readonly number[];
}

/** The categories of each feature in sorted order, missing last; or those given, checked. */
export function learnCategories(
  table: Table,
  given: CategoriesOption,
  who: string,
  refuseUnknown: boolean,
): FeatureCategories[] {
  if (given !== "auto" && given.length !== table.cells.length) {
    throw new RangeError(
      `${who}: categories needs one list for each of the ${table.cells.length} features; it has ${given.length}.`,
    );
  }
  return table.cells.map((cells, j) => {
    const counts = new Map<Category, number>();
    const listed = given === "auto" ? undefined : given[j];
    for (const category of listed ?? []) counts.set(category, 0);
    for (let i = 0; i < cells.length; i++) {
      const category = categoryOf(cells[i], who, table.columns[j], i);
      if (listed && !counts.has(category)) {
        if (refuseUnknown) throw unknown(who, category, table.columns[j], i, listed);
        continue;
      }
      counts.set(category, (counts.get(category) ?? 0) + 1);
    }
    const categories = listed ?? sorted([...counts.keys()]);
    return { categories, counts: categories.map((one) => counts.get(one) ?? 0) };
  });
}

function sorted(categories: readonly Category[]): Category[] {
  const labels = sortLabels(categories.filter((one) => one !== null));
  return labels.length < categories.length ? [...labels, null] : labels;
}

/** The place of each cell's category; -1 for one that is not among them. */
export function codesOf(
  cells: ArrayLike<unknown>,
  categories: readonly Category[],
  who: string,
  feature: string,
): Int32Array {
  const places = new Map(categories.map((category, at) => [category, at]));
  const codes = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++)
    codes[i] = places.get(categoryOf(cells[i], who, feature, i)) ?? -1;
  return codes;
}

/** The error for a category that was not learned. */
export function unknown(
  who: string,
  category: Category,
  feature: string,
  row: number,
  known: readonly Category[],
  remedy = "",
): RangeError {
  const list = known.slice(0, 12).map((one) => JSON.stringify(one));
  const more = known.length > 12 ? ", …" : "";
  return new RangeError(
    `${who} does not know ${JSON.stringify(category)} of feature "${feature}" (row ${row}). It knows: ${list.join(", ")}${more}.${remedy}`,
  );
}
