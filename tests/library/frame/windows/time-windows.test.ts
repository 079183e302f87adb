import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, Series, toDatetime } from "daylab/frame";
import type { Closed } from "daylab/frame";

type Cells = (number | null)[];

const { dates, values, answers } = JSON.parse(
  readFileSync(new URL("fixtures/time-answers.json", import.meta.url), "utf8"),
) as { dates: Record<string, string[]>; values: Cells; answers: Record<string, Cells> };

const zones = { plain: undefined, berlin: "Europe/Berlin" } as const;

describe("frame: windows of time as pandas has them", () => {
  const column = new Series(values, { name: "v" });
  const days = toDatetime(dates["plain"]);

  for (const [key, wanted] of Object.entries(answers)) {
    const [name, window, closed, least, statistic] = key.split(" ");
    const read = toDatetime(dates[name]);
    const zone = zones[name as keyof typeof zones];
    const on = zone === undefined ? read : read.dt.tzLocalize("UTC").dt.tzConvert(zone);
    it(key, () => {
      const options = { on, closed: closed as Closed, minPeriods: Number(least) };
      const windows = column.rolling(window, options);
      const ours = windows[statistic as "sum" | "mean" | "min" | "max" | "count" | "std"]().values;
      wanted.forEach((value, row) => {
        const found = ours[row];
        if (value === null || found === null) return assert.equal(found, value, `row ${row}`);
        // pandas' spread is rounding error where a large value comes or goes.
        const size = Math.max(1, Math.abs(value));
        assert.ok(Math.abs(found - value) <= 1e-12 * size, `row ${row}: ${found}, not ${value}`);
      });
    });
  }

  it("take a frame's column of dates, or dates as row labels", () => {
    const frame = new DataFrame({ day: days.values, v: values });
    const summed = frame.rolling("7d", { on: "day" }).sum();
    assert.deepEqual(summed.columns, ["v"]);
    assert.deepEqual(summed.column("v").values, answers["plain 7d right 1 sum"]);
    const labelled = frame.setIndex({ column: "day" }) as unknown as DataFrame<{ v: number }>;
    assert.deepEqual(labelled.column("v").rolling("7d").sum().values, summed.column("v").values);
  });

  const wrong: [string, () => unknown, RegExp][] = [
    ["no dates", () => column.rolling("7d"), /the row labels are none\. Name them: \{ on:/],
    [
      "no column of dates",
      () => column.rolling("7d", { on: column as never }),
      /on is a column of dates; "v" is float64/,
    ],
    [
      "another length",
      () => column.rolling("7d", { on: days.head(2) }),
      /2 dates for a column of 6 rows/,
    ],
    ["no duration", () => column.rolling("7 bananas", { on: days }), /"7 bananas" is no duration/],
    ["nothing", () => column.rolling("0d", { on: days }), /above 0; got "0d"/],
    [
      "an unknown end",
      () => column.rolling("1d", { on: days, closed: "up" as never }),
      /closed is one of right, left, both, neither; got "up"/,
    ],
    [
      "dates that go back",
      () => column.rolling("1d", { on: toDatetime([...dates["plain"]].reverse()) }),
      /row 1 is earlier/,
    ],
    [
      "a missing date",
      () =>
        column.rolling("1d", { on: toDatetime([...dates["plain"].slice(1), null] as string[]) }),
      /row 5 has no date/,
    ],
    [
      "center",
      () => column.rolling("1d", { on: days, center: true } as never),
      /no option "center"/,
    ],
    [
      "an unknown column",
      () => new DataFrame({ day: days.values, v: values }).rolling("1d", { on: "dai" as "day" }),
      /no column "dai".*"day"/,
    ],
  ];
  for (const [what, call, message] of wrong)
    it(`refuse ${what}`, () => assert.throws(call, message));
});
