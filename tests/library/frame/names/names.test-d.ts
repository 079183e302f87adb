/** Checked by the compiler alone: a wrong column name is an error in every place that takes one. */
import {
  type DataFrame,
  merge,
  readCSV,
  readJSON,
  readParquet,
} from "../../../../library/src/frame/index.ts";
import { bar, line, scatter } from "../../../../library/src/plot/index.ts";

interface Person {
  age: number;
  city: string;
  note: string | null;
}

export function selection(df: DataFrame<Person>): void {
  // @ts-expect-error a column that does not exist
  df.column("agee");
  // @ts-expect-error a column that does not exist
  void df.cols.agee;
  // @ts-expect-error a column that does not exist
  df.at(0, "agee");
  // @ts-expect-error a column that does not exist
  df.select("city", "agee");
  // @ts-expect-error a column that does not exist
  df.select(["agee"]);
  // @ts-expect-error a column that does not exist
  df.loc({ columns: ["agee"] });
  df.loc({ columns: ["age:city"] });
  // @ts-expect-error a column that does not exist
  df.filter(({ agee }) => [agee === 1]);
  // @ts-expect-error a column that does not exist
  df.query((columns) => [columns.agee === 1]);
  // @ts-expect-error a column that does not exist
  df.drop({ columns: ["agee"] });
  // @ts-expect-error a column that does not exist
  df.sortValues("agee");
  // @ts-expect-error a column that does not exist
  df.sortValues(["city", "agee"]);
  // @ts-expect-error a column that does not exist
  df.nLargest(3, "agee");
  // @ts-expect-error a column that does not exist
  df.reorder("agee");
  // @ts-expect-error a column that does not exist
  df.setIndex({ column: "agee" });
}

export function values(df: DataFrame<Person>): void {
  // @ts-expect-error a column that does not exist
  df.assign({ older: ({ agee }) => [agee === 1] });
  // @ts-expect-error a column that does not exist
  df.addColumn("older", ({ agee }) => [agee === 1]);
  // @ts-expect-error a column that does not exist
  df.rename({ agee: "years" });
  // @ts-expect-error a column that does not exist
  df.asType("agee", "float64");
  // @ts-expect-error a column that does not exist
  df.dropNa({ subset: ["agee"] });
  // @ts-expect-error a column that does not exist
  df.fillNa(0, { columns: ["agee"] });
  // @ts-expect-error a column that does not exist
  df.fillNa({ agee: 0 });
  // @ts-expect-error a column that does not exist
  df.replace(1, 2, { columns: ["agee"] });
  // @ts-expect-error a column that does not exist
  df.dropDuplicates({ subset: ["agee"] });
}

export function groups(df: DataFrame<Person>, other: DataFrame<{ age: number }>): void {
  // @ts-expect-error a column that does not exist
  df.groupby("agee");
  // @ts-expect-error a column that does not exist
  df.groupby(["city", "agee"]);
  // @ts-expect-error a column that does not exist
  df.groupby("city").agg({ agee: "mean" });
  // @ts-expect-error a column that does not exist
  df.groupby("city").col(["agee"]);
  // @ts-expect-error a result that was not asked for
  df.groupby("city").agg({ age: "mean" }).column("age_max");
  // @ts-expect-error a key that neither side has
  merge({ left: df, right: other, on: ["agee"] });
  // @ts-expect-error a key that only one side has
  merge({ left: df, right: other, on: ["city"] });
  // @ts-expect-error a column that does not exist
  df.pivotTable({ index: "agee", columns: "city", values: "age" });
  // @ts-expect-error a column that does not exist
  df.pivotTable({ index: "city", columns: "agee", values: "age" });
  // @ts-expect-error a column that does not exist
  df.pivotTable({ index: "city", columns: "note", values: ["agee"] });
  // @ts-expect-error a column that does not exist
  df.melt({ idVars: ["agee"] });
}

export function plots(df: DataFrame<Person>): void {
  // @ts-expect-error a column that does not exist
  line(df, { x: "agee", y: "age" });
  // @ts-expect-error a column that does not exist
  bar(df, { x: "city", y: "agee" });
  // @ts-expect-error a column that does not exist
  scatter(df, { x: "age", y: "agee" });
}

export async function files(): Promise<void> {
  // @ts-expect-error a column that does not exist
  await readCSV<Person>("p.csv", { columns: ["agee"] });
  // @ts-expect-error a column that does not exist
  await readJSON<Person>("p.json", { parseDates: ["agee"] });
  // @ts-expect-error a column that does not exist
  await readParquet<Person>("p.parquet", { columns: ["agee"] });
}
