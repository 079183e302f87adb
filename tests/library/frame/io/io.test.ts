import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { DataFrame, readArrow, readExcel, readJSON, readParquet } from "daylab/frame";

const fixture = (name: string): string => join(import.meta.dirname, "fixtures", name);
const folder = mkdtempSync(join(tmpdir(), "daylab-io-"));
const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const simple = {
  i: [1, null, 3],
  x: [0.5, null, -0],
  s: ["ü", null, ""],
  b: [true, null, false],
};
const typed = {
  i: simple.i,
  big: [9007199254740993n, -1, 0],
  x: simple.x,
  s: simple.s,
  b: simple.b,
  t: [new Date("2024-02-29T13:05:09.250Z"), null, new Date("1999-12-31")],
};

describe("frame: files that pandas wrote", () => {
  it("Parquet and Feather keep types and missing values", async () => {
    for (const [frame, last] of [
      [await readParquet(fixture("frame.parquet")), null],
      [await readArrow(fixture("frame.feather")), "low"],
    ] as const) {
      assert.deepEqual(frame.toColumns(), { ...typed, c: ["low", "high", last] });
      assert.deepEqual(frame.dtypes.slice(0, 6), [
        ...["int64", "int64", "float64", "string", "boolean", "datetime"],
      ]);
    }
  });

  it("an Arrow stream is read as well as an Arrow file", async () => {
    assert.deepEqual((await readArrow(fixture("frame.stream"))).toColumns(), typed);
  });

  it("columns and rows can be chosen, decimals become numbers", async () => {
    const some = await readParquet(fixture("frame.parquet"), { columns: ["s", "i"], nRows: 2 });
    assert.deepEqual(some.toColumns(), { s: ["ü", null], i: [1, null] });
    const few = await readArrow(fixture("frame.feather"), { columns: ["i"], nRows: 1 });
    assert.deepEqual(few.toColumns(), { i: [1] });
    const decimals = await readParquet(fixture("decimal.parquet"));
    assert.deepEqual(decimals.toColumns(), { d: [1.25, null] });
  });

  it("JSON as records and as lines", async () => {
    // pandas writes −0 as 0.
    const plain = { ...simple, x: [0.5, null, 0] };
    assert.deepEqual((await readJSON(fixture("records.json"))).toColumns(), plain);
    assert.deepEqual((await readJSON(fixture("lines.ndjson"))).toColumns(), plain);
    assert.deepEqual((await readJSON(fixture("lines.ndjson"), { lines: true })).length, 3);
  });

  it("a workbook: dates, booleans, repeated and unnamed heads, mixed kinds", async () => {
    const may = await readExcel(fixture("book.xlsx"));
    assert.deepEqual(may.toColumns(), {
      name: ["ann", "ü"],
      mark: [1.5, null],
      when: [new Date("2024-02-29T13:05:09Z"), null],
      passed: [true, false],
      "name.1": ["x", null],
      "Unnamed: 5": ["7", "seven"],
    });
    const june = await readExcel(fixture("book.xlsx"), { sheet: "June", skipRows: 1 });
    assert.deepEqual(june.toColumns(), { n: [1, 2] });
    const plain = await readExcel(fixture("book.xlsx"), { sheet: 1, header: false });
    assert.deepEqual(plain.toColumns(), { "0": ["skip me", "n", "1", "2"] });
  });
});

describe("frame: files that it writes", () => {
  const frame = new DataFrame(typed);

  it("Parquet, Arrow and NDJSON come back as they were", async () => {
    const parquet = join(folder, "a.parquet");
    frame.toParquet(parquet);
    assert.deepEqual((await readParquet(parquet)).toColumns(), typed);
    const arrow = join(folder, "a.arrow");
    frame.toArrow(arrow);
    assert.deepEqual((await readArrow(arrow)).toColumns(), typed);
    const lines = join(folder, "a.ndjson");
    frame.select("i", "x", "s", "b").toNDJSON(lines);
    assert.deepEqual((await readJSON(lines)).toColumns(), { ...simple, x: [0.5, null, 0] });
    assert.match(frame.toNDJSON(), /"big":9007199254740993,/);
  });

  it("apache-arrow reads the Arrow bytes", () => {
    const table = tableFromIPC(frame.select("i", "x", "b").toArrow());
    assert.deepEqual(
      table.toArray().map((row: { toJSON(): unknown }) => row.toJSON()),
      [
        { i: 1n, x: 0.5, b: true },
        { i: null, x: null, b: null },
        { i: 3n, x: -0, b: false },
      ],
    );
  });

  it("a workbook comes back, integers too large for it as texts", async () => {
    const path = join(folder, "a.xlsx");
    await frame.toExcel(path, { sheetName: "Data" });
    const back = await readExcel(path, { sheet: "Data" });
    assert.deepEqual(back.toColumns(), {
      ...typed,
      big: ["9007199254740993", "-1", "0"],
      x: [0.5, null, 0],
      s: ["ü", null, null],
    });
    assert.equal(readFileSync(path).subarray(0, 2).toString(), "PK");
  });
});

describe("frame: broken files", () => {
  it("say what is wrong, with their path", async () => {
    const html = written("sorry.parquet", "<html>sorry</html>");
    await assert.rejects(readParquet(html), /sorry\.parquet" cannot be read as Parquet: /);
    await assert.rejects(readArrow(html), /cannot be read as Arrow: /);
    await assert.rejects(
      readArrow(fixture("missing-category.feather")),
      /category column has missing values.*as Parquet/,
    );
    const half = written("half.parquet", readFileSync(fixture("frame.parquet")).subarray(0, 700));
    await assert.rejects(readParquet(half), /half\.parquet" cannot be read as Parquet/);
    await assert.rejects(
      readParquet("nowhere.parquet"),
      /no file "nowhere\.parquet".*looked for in/,
    );
    await assert.rejects(readArrow("https://example.org/a.arrow"), /files, not addresses/);
    await assert.rejects(readJSON(folder), /is a folder, not a JSON file/);
    await assert.rejects(
      readParquet(fixture("frame.parquet"), { columns: ["ss"] }),
      /no column "ss".*"s"/,
    );
    await assert.rejects(readParquet(html, { rows: 1 } as never), /no option "rows"/);
  });

  it("JSON names the line, the record or the column", async () => {
    const json = (text: string, options = {}) => readJSON(written("a.json", text), options);
    await assert.rejects(json('{"a":1}\n{"a":\n', { lines: true }), /line 2 is no JSON/);
    await assert.rejects(json("[1]"), /record 0 is 1, not an object/);
    await assert.rejects(json("3"), /it holds 3, not records or columns/);
    await assert.rejects(json('{"a":[1],"b":2}'), /column "b" is 2/);
    await assert.rejects(json('[{"a":1},{"a":"x"}]'), /mixes number and string/);
    await assert.rejects(json('[{"d":"soon"}]', { parseDates: ["d"] }), /"soon" in row 0.*no date/);
    await assert.rejects(json("[{"), /cannot be read as JSON/);
    assert.deepEqual(
      (await json('[{"a":[1,2],"d":"2024-05-06"}]', { parseDates: ["d"] })).toRecords(),
      [{ a: "[1,2]", d: new Date("2024-05-06") }],
    );
    assert.deepEqual((await json('{"a":1,"b":"x"}')).toRecords(), [{ a: 1, b: "x" }]);
    assert.deepEqual((await json("\uFEFF[]")).shape, [0, 0]);
  });

  it("a workbook names its sheets", async () => {
    const book = fixture("book.xlsx");
    await assert.rejects(
      readExcel(book, { sheet: "Mai" }),
      /no sheet "Mai".*mean "May".*May, June/,
    );
    await assert.rejects(readExcel(book, { sheet: 7 }), /no sheet 7\. There are: May, June/);
    const half = written("half.xlsx", readFileSync(book).subarray(0, 900));
    await assert.rejects(readExcel(half), /half\.xlsx" cannot be read as a workbook/);
  });
});
