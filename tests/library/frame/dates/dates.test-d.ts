/** Checked by the compiler alone: every line under `@ts-expect-error` must be an error. */
import type { DataFrame, Series } from "../../../../library/src/frame/index.ts";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function exactly<Wanted>(): <Got>(value: Got, same: Same<Got, Wanted>) => void;

export function dates(d: Series<Date | null>, df: DataFrame<{ at: Date; rain: number }>): void {
  exactly<Series<number | null>>()(d.dt.year(), true);
  exactly<Series<Date | null>>()(d.dt.floor("h"), true);
  exactly<Series<Date | null>>()(d.add("1h"), true);
  exactly<Series<number | null>>()(d.sub(d), true);
  exactly<Series<Date | null>>()(d.sub("1h"), true);
  exactly<Date>()(df.resample("D", { on: "at" }).sum().at(0, "at"), true);
  // @ts-expect-error a column that does not exist
  df.resample("D", { on: "day" });
  // @ts-expect-error an end that does not exist
  df.resample("D", { on: "at", closed: "up" });
  // @ts-expect-error a way that does not exist
  d.dt.tzLocalize("UTC", { ambiguous: "later" });
  // @ts-expect-error a period that does not exist
  d.dt.toPeriod("century");
}
