import type { Category } from "./categories.ts";

/** Which category of each feature gets no column. */
export type DropOption = null | "first" | "ifBinary" | readonly Category[];

/** Where the categories of a feature go. */
export interface Layout {
  /** The number of columns. */
  readonly width: number;
  /** The column of each category; -1 for the one that is left out. */
  readonly columnOf: readonly number[];
  /** The column that the rare ones share; -1 where there is none. */
  readonly rareColumn: number;
  /** The category that is left out; -1 for none. */
  readonly dropped: number;
  readonly rare: readonly boolean[];
}

/** Columns for the frequent categories in their order, then one for the rare ones. */
export function layout(rare: readonly boolean[], dropped: number): Layout {
  let next = 0;
  const columnOf = rare.map((isRare, at) => (isRare || at === dropped ? -1 : next++));
  const dropsRare = dropped >= 0 && rare[dropped];
  const rareColumn = rare.includes(true) && !dropsRare ? next++ : -1;
  const columns = columnOf.map((column, at) => (rare[at] ? rareColumn : column));
  return { width: next, columnOf: columns, rareColumn, dropped, rare };
}

/** The place of the category that is left out; -1 for none. */
export function dropPlace(
  drop: DropOption,
  feature: number,
  categories: readonly Category[],
  rare: readonly boolean[],
  name: string,
  who: string,
): number {
  if (drop === null) return -1;
  const frequent = rare.findIndex((one) => !one);
  const first = frequent >= 0 ? frequent : 0;
  const columns = rare.filter((one) => !one).length + Number(rare.includes(true));
  if (drop === "first") return first;
  if (drop === "ifBinary") return columns === 2 ? first : -1;
  const place = categories.indexOf(drop[feature]);
  if (place >= 0) return place;
  throw new RangeError(
    `${who}: drop names ${JSON.stringify(drop[feature])} for feature "${name}", whose categories are: ${categories.map((one) => JSON.stringify(one)).join(", ")}.`,
  );
}
