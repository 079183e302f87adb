import { readFileSync } from "node:fs";
import { type ColumnTable, desc, escape, fromCSV, op, rolling } from "arquero";
import { engineArguments, measure, operation } from "./measure.ts";

const { rows, customers, repetitions } = engineArguments();
const read = () => fromCSV(readFileSync(rows, "utf8"));
const right = fromCSV(readFileSync(customers, "utf8"));
const left = read();
const numbers = ["id", "age", "fare", "score", "cust"];

const shape = (table: ColumnTable) => [table.numRows(), table.numCols()];
const values = (table: ColumnTable, name: string) =>
  Array.from(table.array(name) as ArrayLike<number | null>);
const sum = (table: ColumnTable, name: string) =>
  values(table, name).reduce<number>((total, x) => total + (x ?? 0), 0);
const scores = (table: ColumnTable) => {
  const found = values(table, "score");
  return [0, found.length >> 1, found.length - 1].map((at) => found[at] ?? Number.NaN);
};

/** count, mean, std and the five quantiles of every numeric column. */
const summaries = Object.fromEntries(
  numbers.flatMap((name) => [
    [`${name} count`, op.valid(name)],
    [`${name} mean`, op.mean(name)],
    [`${name} std`, op.stdev(name)],
    ...[0, 0.25, 0.5, 0.75, 1].map((q) => [`${name} ${q}`, op.quantile(name, q)]),
  ]),
) as Record<string, ReturnType<typeof op.mean>>;

interface Trip {
  fare: number;
  city: string;
  score: number;
}

// Its filter and order are views: they become tables here, as the other engines' do.
const output = await measure(
  [
    operation("read", read, (table) => [...shape(table), sum(table, "fare")]),
    operation(
      "filter",
      () => left.filter(escape((row: Trip) => row.fare > 60 && row.city === "Rome")).reify(),
      (table) => [...shape(table), sum(table, "fare")],
    ),
    operation(
      "group-1",
      () =>
        left
          .groupby("seg")
          .rollup({ age: op.mean("age") })
          .orderby("seg")
          .reify(),
      (table) => [table.numRows(), sum(table, "age")],
    ),
    operation(
      "group-2",
      () =>
        left
          .groupby("seg", "city")
          .rollup({ age: op.mean("age") })
          .orderby("seg", "city")
          .reify(),
      (table) => [table.numRows(), sum(table, "age")],
    ),
    operation("sort-1", () => left.orderby("score").reify(), scores),
    operation("sort-2", () => left.orderby("seg", desc("score")).reify(), scores),
    operation(
      "describe",
      () => left.rollup(summaries),
      (table) => ["fare mean", "score std", "age 0.25"].map((name) => Number(table.get(name))),
    ),
    operation(
      "merge",
      () => left.join(right, "cust").reify(),
      (table) => [...shape(table), sum(table, "weight")],
    ),
    operation(
      "pivot",
      () =>
        left
          .groupby("seg")
          .pivot("city", { fare: op.mean("fare") })
          .orderby("seg")
          .reify(),
      (table) => [
        table.numRows(),
        table.numCols() - 1,
        table
          .columnNames()
          .slice(1)
          .reduce((total, name) => total + sum(table, name), 0),
      ],
    ),
    operation(
      "rolling",
      () =>
        left
          .derive({ mean: rolling((row: Trip) => op.mean(row.score), [-99, 0]) as object })
          .select("mean")
          .reify(),
      (table) => {
        const means = values(table, "mean").slice(99);
        return [table.numRows(), 99, means.reduce<number>((total, x) => total + (x ?? 0), 0)];
      },
    ),
  ],
  repetitions,
);
console.log(JSON.stringify(output));
