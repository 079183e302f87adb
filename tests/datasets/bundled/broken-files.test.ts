import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseColumns } from "../../../datasets/src/bundled/columns.ts";
import { parseCsv } from "../../../datasets/src/bundled/csv.ts";
import { info, packageFolder } from "../../../datasets/src/bundled/manifest.ts";
import {
  DatasetFileError,
  readDatasetFile,
  readVerified,
} from "../../../datasets/src/bundled/verified-file.ts";

describe("datasets: a broken file", () => {
  const card = info("iris");
  const original = join(packageFolder, card.file.path);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "daylab-data-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("with one byte changed is refused with both checksums and the remedy", () => {
    const copy = join(folder, "iris.csv");
    copyFileSync(original, copy);
    assert.match(readVerified(copy, card.sha256, "remedy"), /^sepal_length_cm/);
    writeFileSync(copy, readFileSync(original, "latin1").replace("5.1", "5.2"), "latin1");
    assert.throws(
      () => readVerified(copy, card.sha256, "Restore it."),
      (error: unknown) =>
        error instanceof DatasetFileError &&
        /^iris\.csv is damaged: its SHA-256 is [0-9a-f]{64}, not b6b8.*Restore it\.$/.test(
          error.message,
        ),
    );
  });

  it("with a day that does not exist, or a text that is none, names the row", () => {
    const parse = (value: string, type: "date" | "datetime") =>
      parseColumns(`t\n${value}\n`, {
        ...{ ...card, rows: 1, columns: [{ name: "t", type, description: "" }] },
      });
    assert.deepEqual(parse("2020-02-29", "date").t, [new Date("2020-02-29T00:00:00Z")]);
    assert.deepEqual(parse("2001/01/02 03:04", "datetime").t, [new Date("2001-01-02T03:04:00Z")]);
    for (const text of ["2021-02-29", "2021-13-01", "2021", "29.2.2020", "2001/01/02 03:04"])
      assert.throws(() => parse(text, "date"), /row 0 of "t" is ".*", not a date/);
    for (const text of ["2001/02/30 03:04", "2001/01/02 25:00", "2001-01-02"])
      assert.throws(() => parse(text, "datetime"), /row 0 of "t" is ".*", not a datetime/);
  });

  it("that is missing, or whose package is, names the remedy", () => {
    assert.throws(() => readVerified(join(folder, "no.csv"), "", "Restore it."), /Restore it\./);
    const file = { package: "daylab-no-such-package", path: "x.csv" };
    assert.throws(() => readDatasetFile({ ...card, file }), /no-such-package.*npm run setup/);
    const gone = { path: "data/gone.csv" };
    assert.throws(() => readDatasetFile({ ...card, file: gone }), /git checkout -- datasets\/data/);
  });

  it("of another shape than its card says names the column and the row", () => {
    const columns = [
      { name: "n", type: "integer", description: "" },
      { name: "s", type: "string", description: "", nullable: true },
    ] as const;
    const small = { ...card, rows: 2, columns, missing: ["NA"] };
    const parse = (text: string) => parseColumns(text, small);
    assert.deepEqual(parse("s,n\na,1\nNA,2\n"), { n: [1, 2], s: ["a", null] });
    assert.throws(() => parse("n\n1\n2\n"), /column "s" has 0 rows, not 2/);
    assert.throws(() => parse("n,s\n1,a\n"), /has 1 rows, not 2/);
    assert.throws(() => parse("n,s\n1,a\n2.5,b\n"), /row 1 of "n" is "2\.5", not a integer/);
    assert.throws(() => parse("n,s\n1,a\n,b\n"), /row 1 of "n" is ""/);
    assert.throws(() => parse("n,s\n1,a\nx,b\n"), /is "x"/);
    assert.throws(() => parse(""), /has 0 rows/);
    const json = { ...small, file: { path: "x.json" } };
    assert.throws(() => parseColumns('[{"n":1},{"n":2}]', json), /row 0 of "s" is undefined/);
    assert.throws(() => parseColumns("[{", json), SyntaxError);
  });
});

describe("datasets: CSV", () => {
  it("reads quotes, line ends of both kinds, a mark of byte order and empty fields", () => {
    assert.deepEqual(parseCsv('\uFEFFa,b\r\n"x, ""y""\nz",\r\n1,2'), [
      ["a", "b"],
      ['x, "y"\nz', ""],
      ["1", "2"],
    ]);
    assert.deepEqual(parseCsv(""), []);
    assert.deepEqual(parseCsv("a,\n"), [["a", ""]]);
  });

  it("says where a broken text breaks", () => {
    assert.throws(() => parseCsv("a,b\n1\n"), /Line 2: 1 fields where the header has 2/);
    assert.throws(() => parseCsv("a,b\n1,2,3\n"), /Line 2: 3 fields/);
    assert.throws(() => parseCsv('a\n"open\n'), /Line 2: a quote is never closed/);
    assert.throws(() => parseCsv('a\n"x"y\n'), /Line 2: text after a closing quote/);
  });
});
