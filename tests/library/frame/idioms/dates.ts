import { d, dates, moments } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "d.dt.year": () => d.dt.year(),
  "d.dt.month": () => d.dt.month(),
  "d.dt.day": () => d.dt.dayOfMonth(),
  "d.dt.dayofweek": () => d.dt.dayOfWeek(),
  "d.dt.hour": () => d.dt.hours(),
  "d.dt.second": () => d.dt.seconds(),
  "d.dt.month_name()": () => d.dt.monthName(),
  "d.dt.day_name()": () => d.dt.dayOfWeekName(),
  'dates[dates.d > "2024-03-01"].d.dt.day': () =>
    dates
      .filter(d.gt(new Date("2024-03-01")))
      .column("d")
      .dt.dayOfMonth(),
  "d.dt.minute": () => d.dt.minutes(),
  '(d > pd.Timestamp("2024-03-01")).tolist()': () => d.gt(new Date("2024-03-01")).values,
  "dates.d.tolist()": () => d.values,
  "dates.groupby(d.dt.year).size().tolist()": () =>
    dates.addColumn("year", d.dt.year()).groupby("year").size().column("size").values,
  "moments.when.tolist()": () => moments.column("when").values,
  "moments.when.dt.hour": () => moments.column("when").dt.hours(),
};
