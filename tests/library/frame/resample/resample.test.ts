import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, type ResampleOptions, Series, toDatetime } from "daylab/frame";

type Table = Record<string, unknown[]>;
interface Given {
  at: (string | null)[];
  x: (number | null)[];
  zone: string | null;
}
interface Row {
  at: Date | null;
  x: number | null;
}

const { frames, ways, statistics, regular, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  frames: Record<string, Given>;
  ways: Record<string, ResampleOptions<"at">>;
  statistics: (
    "sum" | "mean" | "min" | "max" | "first" | "last" | "count" | "size" | "std" | "median"
  )[];
  regular: Given;
  answers: Record<string, Table>;
};

const frameOf = ({ at, x, zone }: Given): DataFrame<Row> => {
  const dates = toDatetime(new Series(at, { dtype: "string" }));
  const zoned = zone ? dates.dt.tzLocalize("UTC").dt.tzConvert(zone) : dates;
  const values = new Series<number | null>(x, { dtype: "float64" });
  return new DataFrame({ x: values.values }, { dtypes: { x: "float64" } }).addColumn("at", zoned);
};

const plain = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof Date ? value.toISOString().slice(0, -1) : value));

function same(ours: Table, theirs: Table, title: string): void {
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort(), title);
  for (const [name, cells] of Object.entries(theirs)) {
    const own = plain(ours[name]);
    assert.equal(own.length, cells.length, `${title}, ${name}`);
    cells.forEach((wanted, row) => {
      const value = own[row];
      if (typeof value !== "number" || typeof wanted !== "number")
        return assert.equal(value, wanted, `${title}, ${name}, row ${row}`);
      assert.ok(
        Math.abs(value - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted)),
        `${title}, ${name}, row ${row}: ${value}, pandas ${wanted}`,
      );
    });
  }
}

describe("frame: bins of time as pandas has them", () => {
  const asked = new Set<string>();
  for (const [name, given] of Object.entries(frames))
    it(name, () => {
      const df = frameOf(given);
      for (const [way, { origin, ...options }] of Object.entries(ways)) {
        const title = `${name} ${way}`;
        if (!(title in answers)) continue;
        asked.add(title);
        const resampler = df.resample(way.split(" ")[0], {
          on: "at",
          ...options,
          ...(origin === undefined
            ? {}
            : { origin: (origin as string) === "end_day" ? "endDay" : origin }),
        });
        const made = resampler.agg({ x: statistics }).toColumns() as unknown as Table;
        const table = { at: made.at } as Table;
        for (const statistic of statistics) table[statistic] = made[`x_${statistic}`];
        same(table, answers[title], title);
      }
      const ohlc = `${name} ohlc`;
      if (ohlc in answers) {
        asked.add(ohlc);
        same(df.resample("7h", { on: "at" }).ohlc("x").toColumns(), answers[ohlc], ohlc);
      }
    });

  it("steps between", () => {
    const df = frameOf(regular);
    for (const freq of ["D", "12h", "2D", "MS"])
      for (const [theirs, how] of [
        ["asfreq", "asFreq"],
        ["ffill", "ffill"],
        ["bfill", "bfill"],
        ["interpolate", "interpolate"],
      ] as const) {
        const title = `up ${freq} ${theirs}`;
        asked.add(title);
        same(df.resample(freq, { on: "at" })[how]().toColumns(), answers[title], title);
      }
  });

  it("every answer was asked for", () => {
    assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  });

  it("goes by row labels, takes other columns along, and empty frames", () => {
    const df = new DataFrame(
      { rain: [2, 4], place: ["a", "b"] },
      { index: [new Date("2024-01-01"), new Date("2024-01-03")] },
    );
    assert.deepEqual(df.resample("D").ffill().column("place").values, ["a", "a", "b"]);
    assert.deepEqual(df.resample("D").sum().columns, ["index", "rain_sum"]);
    assert.deepEqual(df.resample("YE").agg({ place: "last" }).column("place_last").values, ["b"]);
    const none = frameOf({ at: [], x: [], zone: null });
    assert.deepEqual(none.resample("D", { on: "at" }).sum().shape, [0, 2]);
    const missing = frameOf({ at: [null], x: [1], zone: null });
    assert.deepEqual(missing.resample("D", { on: "at" }).count().shape, [0, 2]);
  });

  it("says what is wrong", () => {
    const df = frameOf(regular);
    assert.throws(() => df.resample("D"), /the row labels are no dates/);
    assert.throws(() => df.resample("D", { on: "x" }), /"x" is float64, not dates/);
    assert.throws(() => df.resample("M", { on: "at" }), /"M" is now written "ME"/);
    assert.throws(() => df.resample("soon", { on: "at" }), /"soon" is no frequency/);
    assert.throws(() => df.resample("D", { on: "ta" as "at" }), /Did you mean "x" or "at"/);
    assert.throws(() => df.resample("D", { on: "at", closed: "up" as "left" }), /got "up"/);
    const twice = frameOf({ at: ["2024-01-01", "2024-01-01"], x: [1, 2], zone: null });
    assert.throws(() => twice.resample("h", { on: "at" }).ffill(), /has a date twice/);
  });
});
