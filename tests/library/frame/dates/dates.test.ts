import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  DataFrame,
  dateRange,
  type DateRangeOptions,
  Series,
  toDatetime,
  toTimedelta,
} from "daylab/frame";

type Texts = (string | null)[];
type Dates = Series<Date | null>;
type Answer = unknown[] | { error: string };

const file = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  columns: Record<string, Texts>;
  zones: Record<string, Texts>;
  walls: Record<string, Texts>;
  repeated: Record<string, Texts>;
  other: Texts;
  durations: Texts;
  ranges: Record<string, DateRangeOptions>;
  parsed: Record<string, never[]>;
  formats: string[];
  steps: string[];
  answers: Record<string, Answer>;
};
const { answers } = file;

const dates = (texts: Texts): Dates =>
  new Series<Date | null>(
    texts.map((text) => (text === null ? null : new Date(`${text}Z`))),
    { dtype: "datetime" },
  );
const zoned = (texts: Texts, zone: string): Dates =>
  dates(texts).dt.tzLocalize("UTC").dt.tzConvert(zone);

const plain = (result: Series<unknown> | unknown[]): unknown[] =>
  Array.from(result instanceof Series ? result.values : result, (value) =>
    value instanceof Date ? value.toISOString().slice(0, -1) : value,
  );

const parts = {
  year: "year",
  quarter: "quarter",
  month: "month",
  day: "day",
  dayofweek: "weekday",
  dayofyear: "dayOfYear",
  hour: "hour",
  minute: "minute",
  second: "second",
  microsecond: "microsecond",
  days_in_month: "daysInMonth",
  is_leap_year: "isLeapYear",
  is_month_start: "isMonthStart",
  is_month_end: "isMonthEnd",
  is_quarter_start: "isQuarterStart",
  is_quarter_end: "isQuarterEnd",
  is_year_start: "isYearStart",
  is_year_end: "isYearEnd",
  week: "week",
  isoYear: "isoYear",
  monthName: "monthName",
  dayName: "dayName",
  normalize: "normalize",
} as const;
const frequencies = [
  "ME",
  "MS",
  "W",
  "W-WED",
  "QE",
  "QS-FEB",
  "YE-JUN",
  "YS",
  "B",
  "BME",
  "BMS",
  "BQE",
  "BYS",
];

describe("frame: dates as pandas has them", () => {
  const asked = new Set<string>();
  /** Our answer beside pandas'; where pandas refuses, so must we. */
  function ask(name: string, make: () => Series<unknown> | unknown[]): void {
    const theirs = answers[name];
    if (theirs === undefined) return;
    asked.add(name);
    if (!Array.isArray(theirs)) return assert.throws(() => make(), RangeError, name);
    assert.deepEqual(plain(make()), theirs, name);
  }

  function each(name: string, s: Dates): void {
    for (const [theirs, ours] of Object.entries(parts))
      ask(`${name} ${theirs}`, () => s.dt[ours]());
    ask(`${name} date`, () => s.dt.date().dt.strftime("%Y-%m-%d"));
    for (const format of file.formats)
      ask(`${name} strftime ${format}`, () => s.dt.strftime(format));
    for (const period of ["Y", "Q", "M", "W", "D", "h", "min", "s"] as const)
      ask(`${name} period ${period}`, () => s.dt.toPeriod(period));
    for (const step of file.steps)
      for (const way of ["floor", "ceil", "round"] as const)
        ask(`${name} ${way} ${step}`, () => s.dt[way](step));
    for (const months of [1, -1, 12, 25])
      ask(`${name} months ${months}`, () => s.dt.add({ months }));
    for (const days of [1, -3]) ask(`${name} days ${days}`, () => s.dt.add({ days }));
    ask(`${name} hours`, () => s.add("36h"));
    ask(`${name} diff`, () => s.diff());
    for (const freq of frequencies) {
      ask(`${name} forward ${freq}`, () => s.dt.rollForward(freq));
      ask(`${name} back ${freq}`, () => s.dt.rollBack(freq));
    }
  }

  for (const [name, texts] of Object.entries(file.columns))
    it(name, () => each(name, dates(texts)));
  for (const [zone, texts] of Object.entries(file.zones))
    it(zone, () => each(zone, zoned(texts, zone)));

  it("clock times become times of a zone", () => {
    for (const [zone, texts] of Object.entries(file.walls)) {
      const s = dates(texts);
      for (const [theirs, ambiguous] of [
        ["raise", "raise"],
        ["NaT", "null"],
      ] as const)
        for (const [other, nonexistent] of [
          ["raise", "raise"],
          ["NaT", "null"],
          ["shift_forward", "shiftForward"],
        ] as const)
          ask(`localize ${zone} ${theirs} ${other}`, () =>
            s.dt.tzLocalize(zone, { ambiguous, nonexistent }),
          );
      ask(`localize ${zone} True`, () =>
        s.dt.tzLocalize(zone, { ambiguous: "earliest", nonexistent: "null" }),
      );
      ask(`localize ${zone} False`, () =>
        s.dt.tzLocalize(zone, { ambiguous: texts.map(() => false), nonexistent: "null" }),
      );
    }
    for (const [zone, texts] of Object.entries(file.repeated))
      ask(`infer ${zone}`, () => dates(texts).dt.tzLocalize(zone, { ambiguous: "infer" }));
  });

  it("differences and comparisons", () => {
    const common = dates(file.columns.common);
    const other = dates(file.other);
    const gap = common.sub(other);
    ask("difference", () => gap);
    ask("difference days", () => gap.dt.days());
    ask("difference seconds", () => gap.dt.seconds());
    ask("difference total", () => gap.dt.totalSeconds());
    ask("difference date", () => common.sub(new Date("2024-01-01")));
    ask("difference floor", () => gap.dt.floor("h"));
    ask("difference mean", () => [Math.round(gap.mean())]);
    ask("greater", () => common.gt(new Date("2000-02-29")));
    ask("greater text", () => common.ge("2024-01-01" as never));
    ask("equal dates", () => common.eq(other));
    const berlin = zoned(file.zones["Europe/Berlin"], "Europe/Berlin");
    ask("berlin greater text", () => berlin.ge("2024-03-31 03:00" as never));
    ask("berlin less new york", () =>
      berlin.lt(zoned(file.zones["America/New_York"], "America/New_York")),
    );
  });

  it("durations", () => {
    const s = toTimedelta(file.durations);
    ask("timedelta", () => s);
    ask("timedelta days", () => s.dt.days());
    ask("timedelta seconds", () => s.dt.seconds());
    ask("timedelta plus", () => s.add("1h" as never));
    ask("timedelta times", () => s.mul(2));
    ask("timedelta share", () => s.div("1h"));
    ask("timedelta greater", () => s.gt("2h" as never));
    ask("timedelta sum", () => [s.sum()]);
    ask("timedelta text", () =>
      s
        .toString()
        .split("\n")
        .slice(2, 2 + s.length)
        .map((line) => /^ *\d+ +(.*)$/u.exec(line)?.[1]?.trim() ?? "")
        .map((text) => (text === "null" ? null : text)),
    );
  });

  for (const [name, options] of Object.entries(file.ranges))
    it(`range ${name}`, () => ask(`range ${name}`, () => dateRange(options)));

  const ways: Record<string, Parameters<typeof toDatetime>[1]> = {
    "slashes day first": { dayFirst: true },
    "dots day first": { dayFirst: true },
    format: { format: "%d.%m.%y %I:%M %p" },
    "format day of year": { format: "%Y-%j" },
    "format week": { format: "%G-W%V-%u" },
    "format fraction": { format: "%Y-%m-%d %H:%M:%S.%f" },
    "format zone": { format: "%Y-%m-%d %H:%M %z" },
    coerce: { errors: "coerce" },
    "coerce format": { errors: "coerce", format: "%d.%m.%Y" },
    "coerce slashes": { errors: "coerce" },
    "wrong format": { format: "%d.%m.%Y" },
    seconds: { unit: "s" },
    days: { unit: "D" },
    nanoseconds: { unit: "ns" },
  };
  for (const [name, values] of Object.entries(file.parsed))
    it(`parse ${name}`, () => ask(`parse ${name}`, () => toDatetime(values, ways[name] ?? {})));
  it("parse columns", () =>
    ask("parse columns", () =>
      toDatetime(
        new DataFrame({
          year: [2024, 1999],
          month: [2, 12],
          day: [29, 31],
          hour: [13, 0],
        }) as never,
      ),
    ));

  it("every answer was asked for", () => {
    assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  });
});
