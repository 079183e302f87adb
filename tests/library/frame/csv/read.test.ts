import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFrame, readCSV } from "../../../../library/src/frame/index.ts";

describe("frame: readCSV and toCSV", () => {
  let folder = "";
  const file = (text: string, name = "some.csv"): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "frame-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("finds the types from the whole file, not from its beginning", async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `${i},,${i}`);
    const df = await readCSV(file(`int,late,then\n${rows.join("\n")}\n7,2.5,x\n`));
    assert.deepEqual(df.dtypes, ["int64", "float64", "string"]);
    assert.equal(df.iat(-1, 1), 2.5);
    assert.equal(df.iat(0, 2), "0");
  });

  it("reads every 64-bit integer exactly, and longer ones as text", async () => {
    const df = await readCSV(file("a,b\n9007199254740993,123456789012345678901234567890\n1,2\n"));
    assert.deepEqual(df.toArrays()[0], [9007199254740993n, "123456789012345678901234567890"]);
  });

  it("names unnamed and repeated columns as pandas does", async () => {
    const df = await readCSV(file("a,,a,a\n1,2,3,4\n"));
    assert.deepEqual(df.columns, ["a", "Unnamed: 1", "a.1", "a.2"]);
  });

  it("keeps the asked types, columns and order", async () => {
    const path = file("zip,n,x\n00501,1,2\n10001,2,\n");
    const df = await readCSV(path, {
      columns: ["n", "zip"],
      dtypes: { zip: "string", n: "float32" },
    });
    assert.deepEqual(df.columns, ["n", "zip"]);
    assert.deepEqual(df.dtypes, ["float32", "string"]);
    assert.deepEqual(df.column("zip").values, ["00501", "10001"]);
  });

  it("reads a header alone, Windows line ends, a byte-order mark and quoted line breaks", async () => {
    assert.deepEqual((await readCSV(file("a,b\n"))).shape, [0, 2]);
    const df = await readCSV(file('\ufeffa,b\r\n1,"x\ny"\r\n2,z\r\n'));
    assert.deepEqual(df.toRecords(), [
      { a: 1, b: "x\ny" },
      { a: 2, b: "z" },
    ]);
  });

  it("passes over blank lines but keeps rows whose cells are all missing", async () => {
    const df = await readCSV(file('a,b\n\n1,"x\n\ny"\n,\n\r\n2,z\n\n'));
    assert.deepEqual(df.toArrays(), [
      [1, "x\n\ny"],
      [null, null],
      [2, "z"],
    ]);
    assert.deepEqual((await readCSV(file('a\n1\n""\n\n3\n'))).column("a").values, [1, null, 3]);
  });

  it("reads numbers with spaces around them, and dates with times as UTC", async () => {
    const df = await readCSV(
      file("a, b,d\n1, 2,2024-02-29 10:30\n2, 2.5,2024-03-01T00:00:00+01:00\n"),
      {
        parseDates: ["d"],
      },
    );
    assert.deepEqual(df.toArrays(), [
      [1, 2, new Date("2024-02-29T10:30:00Z")],
      [2, 2.5, new Date("2024-02-29T23:00:00Z")],
    ]);
  });

  it("says which file is missing and where it was looked for", async () => {
    await assert.rejects(
      readCSV("no/such.csv"),
      /no file "no\/such\.csv"\. It was looked for in \/.*no\/such\.csv/,
    );
    await assert.rejects(readCSV(folder), /is a folder/);
    await assert.rejects(readCSV(7 as never), /takes a path; got 7/);
  });

  it("refuses broken files and wrong wishes", async () => {
    await assert.rejects(readCSV(file("")), /"[^"]*some\.csv" cannot be read as CSV: .*empty/);
    await assert.rejects(
      readCSV(file("a,b\n1,2\n1,2,3\n")),
      /cannot be read as CSV: line 3 has 3 cells, the first line 2/,
    );
    await assert.rejects(
      readCSV(file("a\n1\nx\n"), { dtypes: { a: "int64" } }),
      /"a".*cannot become int64.*"x"/s,
    );
    await assert.rejects(
      readCSV(file("age\n1\n"), { columns: ["agee"] }),
      /no column "agee"\. Did you mean "age"\?/,
    );
    await assert.rejects(
      readCSV(file("a\n1\n"), { dtypes: { a: "int" as never } }),
      /"int" is not a dtype/,
    );
    await assert.rejects(
      readCSV(file("a\n1\n"), { seperator: ";" } as never),
      /no option "seperator"/,
    );
    await assert.rejects(
      readCSV(file("d\n2024-13-40\n"), { parseDates: ["d"] }),
      /"2024-13-40" in row 0, which is no date/,
    );
  });

  it("writes what it can read again", async () => {
    const df = new DataFrame({
      s: ["a,b", 'q"q', null, "line\nbreak"],
      n: [1, null, 3, 9007199254740993n],
      x: [0.1, -0, null, 1e-300],
      t: [true, false, null, true],
    });
    const path = join(folder, "out.csv");
    df.toCSV({ filePath: path });
    assert.deepEqual((await readCSV(path)).toRecords(), df.toRecords());
  });

  it("writes labels, separators and missing values as asked", () => {
    const df = new DataFrame({ a: [1, null] }, { index: ["x", "y"] });
    assert.equal(df.toCSV({ index: true, sep: ";", naRep: "NA" }), "index;a\nx;1\ny;NA\n");
    assert.equal(df.toCSV({ header: false }), '1\n""\n');
  });
});
