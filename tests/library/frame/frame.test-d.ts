/**
 * Checked by the compiler alone: every line under `@ts-expect-error` must be an error, and every
 * `exactly` must name the very type.
 */
import { DataFrame, merge, Series } from "../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function frames(
  df: DataFrame<{ age: number | null; city: string | null; member: boolean }>,
): void {
  // @ts-expect-error a column that does not exist
  df.column("agee");
  // @ts-expect-error a column that does not exist
  df.select("age", "town");
  // @ts-expect-error a column that was not selected
  df.select("age").column("city");
  // @ts-expect-error a column that was not selected
  df.select(["age", "member"]).column("city");
  // @ts-expect-error a column that does not exist
  df.sortValues("town");
  // @ts-expect-error a column that does not exist
  df.groupby("town");
  // @ts-expect-error a column that does not exist
  df.groupby("city").agg({ height: "mean" });
  // @ts-expect-error an aggregation that does not exist
  df.groupby("city").agg({ age: "average" });
  // @ts-expect-error texts are not compared with numbers
  df.filter((columns) => columns.city.eq(3));
  // @ts-expect-error a column that is left out is gone
  df.drop({ columns: ["age"] }).column("age");
  // @ts-expect-error a column that is renamed has its new name
  df.rename({ age: "years" }).column("age");
  // @ts-expect-error frames never change in place
  df.dropNa({ inplace: true });
  // @ts-expect-error a filler of another type
  df.fillNa({ age: "none" });

  exactly<Series<number | null>>()(df.column("age"), true);
  exactly<(string | null)[]>()(df.column("city").values, true);
  exactly<number>()(df.column("age").mean(), true);
  exactly<Series<boolean>>()(df.column("age").gt(3), true);
  exactly<Series<number>>()(df.column("age").fillNa(0), true);
  exactly<number | null>()(df.rename({ age: "years" }).at(0, "years"), true);
  exactly<number>()(df.dropNa({ subset: ["age"] }).at(0, "age"), true);
  exactly<string | null>()(df.dropNa({ subset: ["age"] }).at(0, "city"), true);

  const grouped = df.groupby("city").agg({ age: ["mean", "max"], member: "count" });
  exactly<number | null>()(grouped.at(0, "age_mean"), true);
  exactly<number>()(grouped.at(0, "member_count"), true);
  exactly<string | null>()(grouped.at(0, "city"), true);
  // @ts-expect-error an aggregation that was not asked for
  grouped.column("age_min");

  const added = df.addColumn("double", ({ age }) => age.mul(2)).assign({ initial: ["a"] });
  exactly<number | null>()(added.at(0, "double"), true);
  exactly<string>()(added.at(0, "initial"), true);
}

export function makers(): void {
  const columns = new DataFrame({ n: [1, null], s: ["a", "b"], f: new Float32Array(2) });
  exactly<number | null>()(columns.at(0, "n"), true);
  exactly<string>()(columns.at(0, "s"), true);
  exactly<number>()(columns.at(0, "f"), true);
  const records = new DataFrame([{ n: 1, s: "a" }]);
  exactly<number>()(records.at(0, "n"), true);
  exactly<number>()(new Series([1, 2]).max(), true);
  exactly<string | null>()(new Series(["a"]).max(), true);
  const joined = merge({ left: columns, right: new DataFrame({ s: ["a"], z: [true] }), on: ["s"] });
  exactly<boolean>()(joined.at(0, "z"), true);
  // @ts-expect-error a key that only one side has
  merge({ left: columns, right: records, on: ["f"] });
}
