import pl from "nodejs-polars";
import { innerJoin } from "../engine/inner-join.ts";
import { checkNames } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import { comparable, keyColumn, type KeyNames } from "./keys.ts";
import type { MergeHow } from "./types.ts";
import { type Cardinality, checkCardinality } from "./validate.ts";

export interface Join {
  readonly keys: readonly KeyNames[];
  readonly how: MergeHow;
  readonly suffixes: readonly [string | null, string | null];
  readonly validate?: Cardinality | undefined;
  /** The name of a column that says on which side the key of a row was found. */
  readonly indicator?: string | undefined;
  /** Keys of an outer join in ascending order (default), or in order of appearance. */
  readonly sort?: boolean;
}

// Engine names by position: no column's own name can collide, or be read as a pattern.
const keyName = (position: number): string => `key${position}`;
const columnName = (side: string, position: number): string => `${side}${position}`;
const labelsName = (side: string): string => `${side}Labels`;
const markName = (side: string): string => `${side}Mark`;

/** One side for the engine: keys, columns, and what else is asked for. */
function sideFor(
  side: "left" | "right",
  table: Table,
  keys: readonly pl.Series[],
  gone: ReadonlySet<string>,
  marked: boolean,
): pl.DataFrame {
  const columns = table.data
    .getColumns()
    .flatMap((one, i) => (gone.has(one.name) ? [] : [one.alias(columnName(side, i))]));
  const labels = table.index === undefined ? [] : [table.index.alias(labelsName(side))];
  const mark = marked ? [pl.Series(markName(side), new Int8Array(table.data.height).fill(1))] : [];
  return pl.DataFrame([
    ...keys.map((key, i) => key.alias(keyName(i))),
    ...columns,
    ...labels,
    ...mark,
  ]);
}

const orders = {
  inner: "left_right",
  left: "left_right",
  right: "right_left",
  outer: "left_right",
} as const;

/** The rows of both sides that share a key, in pandas' order: the left's, the right's, or sorted. */
function joinSides(
  left: pl.DataFrame,
  right: pl.DataFrame,
  keys: string[],
  how: MergeHow,
  sort: boolean,
): pl.DataFrame {
  if (how === "cross") return left.join(right, { how: "cross" } as never) as pl.DataFrame;
  if (how === "inner") return innerJoin(left, right, keys);
  const joined = left.join(right, {
    on: keys,
    how: how === "outer" ? "full" : how,
    coalesce: true,
    nullsEqual: true,
    maintainOrder: orders[how],
  } as never) as pl.DataFrame;
  return how === "outer" && sort
    ? joined.sort({ by: keys, nullsLast: true, maintainOrder: true })
    : joined;
}

/** Where the key of each row was found. */
const found = (): pl.Expr =>
  pl
    .when(pl.col(markName("right")).isNull())
    .then(pl.lit("left_only"))
    .when(pl.col(markName("left")).isNull())
    .then(pl.lit("right_only"))
    .otherwise(pl.lit("both"));

/** The rows of two tables side by side where their keys are equal; missing equals missing. */
export function joinTables(left: Table, right: Table, join: Join): Table {
  const { keys, how, suffixes, validate, indicator, sort = true } = join;
  const pairs = keys.map((key) =>
    comparable(keyColumn(left, key.left), keyColumn(right, key.right)),
  );
  const named = (side: 0 | 1): pl.Series[] => pairs.map((pair, i) => pair[side].alias(keyName(i)));
  if (validate !== undefined) {
    checkCardinality(validate, { left: pl.DataFrame(named(0)), right: pl.DataFrame(named(1)) });
  }
  // A column that the joined key takes the place of: on both sides where its name is the same, or
  // where the other side's key is its row labels.
  const keyAt = { left: new Map<string, number>(), right: new Map<string, number>() };
  const shared = new Set<string>();
  keys.forEach((key, i) => {
    const same = key.left !== undefined && key.left === key.right;
    if (same) shared.add(key.left);
    if (key.left !== undefined && (same || key.right === undefined)) keyAt.left.set(key.left, i);
    if (key.right !== undefined && key.left === undefined) keyAt.right.set(key.right, i);
  });
  const marked = indicator !== undefined;
  const joined = joinSides(
    sideFor("left", left, named(0), new Set(keyAt.left.keys()), marked),
    sideFor("right", right, named(1), new Set([...keyAt.right.keys(), ...shared]), marked),
    keys.map((_, i) => keyName(i)),
    how,
    sort,
  );
  const rightNames = right.data.columns.filter((name) => !shared.has(name));
  const both = new Set(left.data.columns.filter((name) => rightNames.includes(name)));
  const columnsOf = (side: "left" | "right", { data }: Table, suffix: string | null): pl.Series[] =>
    data.columns.flatMap((name, i) => {
      if (side === "right" && shared.has(name)) return [];
      const key = keyAt[side].get(name);
      const column = joined.getColumn(key === undefined ? columnName(side, i) : keyName(key));
      return [column.alias(both.has(name) ? `${name}${suffix ?? ""}` : name)];
    });
  const columns = [
    ...columnsOf("left", left, suffixes[0]),
    ...columnsOf("right", right, suffixes[1]),
    ...(marked ? [joined.select(found().alias(indicator)).toSeries(0)] : []),
  ];
  checkNames(
    columns.map((one) => one.name),
    "Give suffixes.",
  );
  return { data: pl.DataFrame(columns), index: labelsOf(left, right, keys, joined) };
}

/** Labels that were the key on both sides stay; those of a side joined by its columns travel along. */
function labelsOf(
  left: Table,
  right: Table,
  keys: readonly KeyNames[],
  joined: pl.DataFrame,
): pl.Series | undefined {
  const [key] = keys;
  const [byLeft, byRight] = [key?.left === undefined, key?.right === undefined];
  if (key === undefined || (!byLeft && !byRight)) return undefined;
  if (byLeft && byRight) {
    // Two frames of unlabelled rows have the numbers of the longer or the shorter one.
    const own = left.index ?? right.index;
    return own === undefined ? undefined : joined.getColumn(keyName(0)).alias(own.name);
  }
  const [side, own] = byLeft ? (["right", right.index] as const) : (["left", left.index] as const);
  return own === undefined ? undefined : joined.getColumn(labelsName(side)).alias(own.name);
}
