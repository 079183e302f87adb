import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import {
  type DataFrame,
  polars,
  readCSV,
  readParquet,
  scan,
} from "../../../../library/src/frame/index.ts";
import { difference, encoded } from "../compare.ts";

interface Trip {
  id: number;
  city: string | null;
  member: boolean;
  price: number | null;
  days: number | null;
  start: string;
}

const fixtures = join(import.meta.dirname, "fixtures");
const trips = join(fixtures, "trips.csv");
const answers = JSON.parse(readFileSync(join(fixtures, "answers.json"), "utf8")) as Record<
  string,
  unknown
>;
const spec = [
  ...(["sum", "mean", "count", "min", "max"] as const),
  ...(["std", "var", "first", "last", "nUnique"] as const),
] as const;

describe("frame: scan", () => {
  let folder = "";
  const file = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "scan-"));
    const whole = await readCSV<Trip>(trips);
    whole.toParquet(join(folder, "trips.parquet"));
    whole.toNDJSON(join(folder, "trips.ndjson"));
    file("trips.csv.gz", gzipSync(readFileSync(trips)));
    file("trips.csv.zst", zstdCompressSync(readFileSync(trips)));
  });
  after(() => rmSync(folder, { recursive: true }));

  const agrees = <R extends object>(name: string, ours: DataFrame<R>): void =>
    assert.equal(difference(encoded(ours, false), answers[name]), undefined);

  // Blocks of a few records: every answer is put together from many pieces.
  for (const [name, path] of [
    ["CSV", () => trips],
    ["CSV in gzip", () => join(folder, "trips.csv.gz")],
    ["CSV in zstd", () => join(folder, "trips.csv.zst")],
    ["NDJSON", () => join(folder, "trips.ndjson")],
    ["Parquet", () => join(folder, "trips.parquet")],
  ] as const) {
    it(`answers as pandas does from ${name}`, async () => {
      const all = await scan<Trip>(path(), { blockBytes: 6000 });
      const asked = { price: spec, days: spec };
      agrees("one key", await all.groupby("city").agg(asked).collect());
      agrees("two keys", await all.groupby(["city", "member"]).agg(asked).collect());
      agrees("size", await all.groupby("city").size().collect());
      const rome = all.filter(({ days, city }) => days.gt(100).and(city.eq("Rome")));
      agrees("filtered", await rome.select("id", "price").collect());
      const top = all.top(7, ["days", "id"], { ascending: [false, true] });
      agrees("top", await top.select("days", "id").collect());
      const sorted = all.sortValues(["days", "id"], { ascending: [false, true] }).head(7);
      agrees("top", await sorted.select("days", "id").collect());
      agrees("whole", await all.collect());
      assert.equal(await all.count(), 600);
    });
  }

  it("does steps one after another, with functions and with expressions", async () => {
    const all = await scan<Trip>(trips, { blockBytes: 6000 });
    const steps = all
      .assign({ weeks: ({ days }) => days.div(7) })
      .rename({ city: "town" })
      .withColumns<{ twice: number }>(polars.col("days").mul(2).alias("twice"))
      .filter(polars.col("twice").gt(700))
      .drop({ columns: ["start", "member"] });
    assert.deepEqual(steps.columns, ["id", "town", "price", "days", "weeks", "twice"]);
    const ours = await steps.collect();
    const whole = await readCSV<Trip>(trips);
    const theirs = whole.filter(({ days }) => days.gt(350));
    assert.deepEqual(ours.column("id").values, theirs.column("id").values);
    assert.deepEqual(ours.column("weeks").values, theirs.column("days").div(7).values);
    assert.deepEqual(ours.column("town").values, theirs.column("city").values);
  });

  it("hands out pieces of the number of rows asked for", async () => {
    const all = await scan<Trip>(trips, { blockBytes: 6000 });
    const lengths: number[] = [];
    const ids: unknown[] = [];
    for await (const piece of all.select("id").chunks({ rows: 250 })) {
      lengths.push(piece.length);
      ids.push(...piece.column("id").values);
    }
    assert.deepEqual(lengths, [250, 250, 100]);
    assert.deepEqual(
      ids,
      Array.from({ length: 600 }, (_, i) => i),
    );
    assert.throws(() => all.chunks({ size: 3 } as never), /chunks has no option "size"/);
    await assert.rejects(all.chunks({ rows: 0 }).next(), /at least 1; got 0/);
  });

  it("reads again with wider types where the file goes on otherwise than it began", async () => {
    const lines = (from: number, to: number, cell: (i: number) => string): string =>
      Array.from({ length: to - from }, (_, i) => `${from + i},${cell(from + i)}\n`).join("");
    const path = file(
      "wider.csv",
      `i,a,b,c,d\n${lines(0, 200, (i) => `${i},,True,2024-01-01`)}${lines(200, 210, () => "2.5,7,x,")}`,
    );
    const options = { blockBytes: 2500 } as const;
    const all = await scan<{ i: number; a: number; b: number; c: string; d: Date }>(path, options);
    assert.deepEqual(all.dtypes, ["int64", "int64", "string", "boolean", "string"]);
    const ours = await all.collect();
    const theirs = await readCSV(path);
    assert.deepEqual(ours.dtypes, ["int64", "float64", "int64", "string", "string"]);
    assert.deepEqual(ours.toArrays(), theirs.toArrays());
    const groups = (await scan(path, options)).groupby([]).agg({ a: "max" });
    assert.deepEqual((await groups.collect()).toArrays(), [[199]]);
    await assert.rejects(async () => {
      for await (const piece of (await scan(path, options)).chunks()) assert.ok(piece.length > 0);
    }, /"a" was read as int64 at first, but further down it is float64.*dtypes: \{ "a": "float64" \}/);
    const told = await scan(path, {
      ...options,
      dtypes: { a: "float64", b: "int64", c: "string" },
    });
    let rows = 0;
    for await (const piece of told.chunks()) rows += piece.length;
    assert.equal(rows, 210);
  });

  it("answers SQL, from Parquet and from CSV", async () => {
    const query = `select city, max(days) as longest from self where city is not null
      group by city order by city`;
    const whole = (await readCSV<Trip>(trips)).sql(query).toArrays();
    for (const path of [trips, join(folder, "trips.parquet")]) {
      const all = await scan<Trip>(path, { blockBytes: 9000 });
      assert.deepEqual((await all.sql(query)).toArrays(), whole);
      await assert.rejects(all.sql("select town from self"), /no column "town"/);
    }
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("daylab-scan-"));
    assert.deepEqual(left, []);
  });

  it("writes files larger than it holds", async () => {
    const all = (await scan<Trip>(trips, { blockBytes: 9000 })).filter(({ id }) => id.lt(400));
    const whole = (await readCSV<Trip>(trips)).filter(({ id }) => id.lt(400)).toArrays();
    await all.sinkParquet(join(folder, "out.parquet"));
    await all.sinkCSV(join(folder, "out.csv"));
    await all.sinkNDJSON(join(folder, "out.ndjson"));
    assert.deepEqual((await readParquet(join(folder, "out.parquet"))).toArrays(), whole);
    assert.deepEqual((await readCSV(join(folder, "out.csv"))).toArrays(), whole);
    assert.deepEqual(await (await scan(join(folder, "out.ndjson"))).count(), 400);
    const none = all.filter(({ id }) => id.lt(0));
    await none.sinkCSV(join(folder, "none.csv"));
    assert.equal(
      readFileSync(join(folder, "none.csv"), "utf8"),
      "id,city,member,price,days,start\n",
    );
    assert.deepEqual((await none.collect()).shape, [0, 6]);
    assert.ok(!readdirSync(folder).some((name) => name.endsWith(".part")));
  });

  it("reads several files as one, in the order of their names", async () => {
    file("part-2.csv", "a,b\n3,z\n");
    file("part-1.csv", "a,b\n1,x\n2,y");
    const all = await scan(join(folder, "part-*.csv"));
    assert.deepEqual((await all.collect()).toArrays(), [
      [1, "x"],
      [2, "y"],
      [3, "z"],
    ]);
    file("part-3.csv", "a,c\n3,z\n");
    await assert.rejects(
      async () => (await scan(join(folder, "part-*.csv"))).collect(),
      /part-3\.csv" has the columns a, c; the first file has a, b/,
    );
  });

  it("says what is wrong, and where", async () => {
    await assert.rejects(scan("no/such.csv"), /no file "no\/such\.csv"/);
    await assert.rejects(scan(join(folder, "no-*.csv")), /No file matches/);
    await assert.rejects(scan(file("a.data", "a\n1\n")), /format: "csv", "ndjson" or "parquet"/);
    await assert.rejects(scan(file("empty.csv", "")), /empty\.csv" is empty/);
    await assert.rejects(
      scan(trips, { seq: 1 } as never),
      /scan has no option "seq". Did you mean "sep"/,
    );
    await assert.rejects(scan(file("no.parquet", "hello")), /cannot be read as Parquet/);
    const all = await scan<Trip>(trips);
    assert.throws(() => all.select("town" as never), /no column "town"/);
    assert.throws(
      () => all.filter(({ days }) => (days as never as { gtt(): never }).gtt()),
      TypeError,
    );
    assert.throws(
      () => all.groupby("city").agg({ price: "median" as never }),
      /cannot compute "median" piece by piece; it has sum, min/,
    );
    assert.throws(() => all.groupby("member").agg({ city: "mean" }), /mean needs numbers.*string/);
    const rows = Array.from({ length: 300 }, (_, i) => `${i},x`).join("\n");
    const long = file("long.csv", `a,b\n${rows}\n1,2,3\n`);
    await assert.rejects(
      async () => (await scan(long, { blockBytes: 600 })).collect(),
      /long\.csv" cannot be read as CSV: line 302 has 3 cells, the first line 2/,
    );
    const open = file("open.csv", `a,b\n${rows}\n7,"open\n8,x\n`);
    await assert.rejects(
      async () => (await scan(open, { blockBytes: 600 })).count(),
      /line 302 opens a quote that is never closed/,
    );
    const json = file("broken.ndjson", '{"a":1}\n{"a":2}\n{"a":\n');
    await assert.rejects(
      async () => (await scan(json, { blockBytes: 10 })).count(),
      /broken\.ndjson" cannot be read as JSON: line 3 is no JSON/,
    );
  });
});
