import { dateRange, toDatetime } from "../../../../library/src/frame/index.ts";
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
  "d.dt.quarter": () => d.dt.quarter(),
  "d.dt.dayofyear": () => d.dt.dayOfYear(),
  "d.dt.isocalendar().week": () => d.dt.week(),
  "d.dt.days_in_month": () => d.dt.daysInMonth(),
  "d.dt.is_leap_year": () => d.dt.isLeapYear(),
  "d.dt.is_month_end": () => d.dt.isMonthEnd(),
  'd.dt.floor("h")': () => d.dt.floor("h"),
  'd.dt.round("D")': () => d.dt.round("D"),
  "d.dt.normalize()": () => d.dt.normalize(),
  'd.dt.strftime("%Y-%m-%d %H:%M")': () => d.dt.strftime("%Y-%m-%d %H:%M"),
  'd.dt.to_period("M").astype(str).where(d.notna())': () => d.dt.toPeriod("M"),
  "d - pd.Timedelta(days=1)": () => d.dt.sub("1D"),
  'moments.when.dt.tz_convert("Europe/Berlin").dt.hour': () =>
    moments.column("when").dt.tzLocalize("UTC").dt.tzConvert("Europe/Berlin").dt.hour(),
  'moments.when.dt.tz_convert("Europe/Berlin").dt.day': () =>
    moments.column("when").dt.tzLocalize("UTC").dt.tzConvert("Europe/Berlin").dt.day(),
  'moments.when.dt.tz_convert("Europe/Berlin").dt.strftime("%H:%M %z")': () =>
    moments
      .column("when")
      .dt.tzLocalize("UTC")
      .dt.tzConvert("Europe/Berlin")
      .dt.strftime("%H:%M %z"),
  'pd.to_datetime(pd.Series(["2024-02-29", "2024-03-01"]))': () =>
    toDatetime(["2024-02-29", "2024-03-01"]),
  'pd.to_datetime(pd.Series(["29.02.2024", "x"]), format="%d.%m.%Y", errors="coerce")': () =>
    toDatetime(["29.02.2024", "x"], { format: "%d.%m.%Y", errors: "coerce" }),
  'pd.to_datetime(pd.Series(["03/04/2024"]), dayfirst=True)': () =>
    toDatetime(["03/04/2024"], { dayFirst: true }),
  'pd.to_datetime(pd.Series([1709164800]), unit="s")': () =>
    toDatetime([1709164800], { unit: "s" }),
  'pd.date_range("2024-01-31", periods=3, freq="ME").to_series().reset_index(drop=True)': () =>
    dateRange({ start: "2024-01-31", periods: 3, freq: "ME" }),
  'pd.date_range("2024-03-01", "2024-03-05", freq="B").to_series().reset_index(drop=True)': () =>
    dateRange({ start: "2024-03-01", end: "2024-03-05", freq: "B" }),
  'pd.date_range("2024-03-31", periods=4, freq="h", tz="Europe/Berlin").to_series().reset_index(drop=True)':
    () => dateRange({ start: "2024-03-31", periods: 4, freq: "h", tz: "Europe/Berlin" }),
  "d.sort_values(ascending=False).dt.year": () => d.sortValues({ ascending: false }).dt.year(),
  "d.diff().dt.total_seconds()": () => d.diff().dt.totalSeconds(),
};
