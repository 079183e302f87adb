import assert from "node:assert/strict";
import { DataFrame, Series } from "../../../../library/src/frame/index.ts";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";

const html = (shown: DataFrame<never> | Series<never>): string =>
  String(shown[jupyterDisplay]()["text/html"]);
const rowsOf = (text: string): string[] => text.match(/<tr>.*?<\/tr>/gsu) ?? [];
const cellsOf = (row: string): string[] =>
  [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map((match) => match[1] ?? "");
const as = (frame: object): DataFrame<never> => frame as DataFrame<never>;

describe("frame: display", () => {
  it("shows names, dtypes, labels and the shape", () => {
    const table = html(
      as(new DataFrame({ n: [1, 2], s: ["x", "y"] }, { index: ["first", "second"] })),
    );
    assert.deepEqual(rowsOf(table).map(cellsOf), [
      ["", "n", "s"],
      ["", "int64", "string"],
      ["first", "1", "x"],
      ["second", "2", "y"],
    ]);
    assert.match(table, />2 rows × 2 columns</);
  });

  it("escapes names, labels and cells", () => {
    const table = html(as(new DataFrame({ "<i>&\"'": ["</td><script>"] }, { index: ["<b>"] })));
    assert.ok(table.includes("&lt;i&gt;&amp;&quot;&#39;"));
    assert.ok(table.includes("&lt;/td&gt;&lt;script&gt;"));
    assert.ok(table.includes("&lt;b&gt;"));
    assert.doesNotMatch(table, /<script>|<b>|<i>/);
  });

  it("tells a missing value from the text null, and numbers stand right", () => {
    const [, , first = "", second = ""] = rowsOf(
      html(as(new DataFrame({ s: [null, "null"], n: [1, null] }))),
    );
    assert.match(first, /text-align:left[^>]*font-style:italic">null</);
    assert.match(second, /<td style="text-align:left;white-space:pre">null</);
    assert.match(first, /<td style="text-align:right[^>]*">1</);
  });

  it("is cut in the middle after 60 rows and 20 columns, as pandas is", () => {
    const column = Array.from({ length: 61 }, (_, i) => i);
    const long = rowsOf(html(as(new DataFrame({ a: column }))));
    assert.equal(long.length, 2 + 5 + 1 + 5);
    assert.deepEqual(
      long.slice(6, 9).map((row) => cellsOf(row)[0]),
      ["4", "⋮", "56"],
    );
    assert.equal(rowsOf(html(as(new DataFrame({ a: column.slice(1) })))).length, 2 + 60);
    const names = (width: number): string[] =>
      cellsOf(
        rowsOf(
          html(
            as(
              new DataFrame(Object.fromEntries(column.slice(0, width).map((i) => [`c${i}`, [i]]))),
            ),
          ),
        )[0] ?? "",
      );
    assert.deepEqual(names(21).slice(9, 13), ["c8", "c9", "⋯", "c11"]);
    assert.equal(names(20).length, 21);
  });

  it("uses the page's own colours", () => {
    assert.doesNotMatch(
      html(as(new DataFrame({ a: [1, null] }))),
      /color|background|#[0-9a-f]{3}/iu,
    );
  });

  it("aligns the text form, wide characters included, and keeps one line a row", () => {
    const df = new DataFrame({
      city: ["日本", "Rome", null],
      x: [1.5, null, -0.25],
      t: ["a\nb", "\t", ""],
    });
    assert.equal(
      df.toString(),
      [
        "   city          x  t",
        "   string  float64  string",
        "0  日本       1.50  a\\nb",
        "1  Rome       null  \\t",
        "2  null      -0.25",
        "",
        "3 rows × 3 columns",
      ].join("\n"),
    );
    assert.equal(df[jupyterDisplay]()["text/plain"], df.toString());
  });

  it("shows dates as far as they go, big integers whole, and tiny floats in powers of ten", () => {
    const df = new DataFrame({
      day: [new Date("2024-02-29"), null],
      time: [new Date("2024-02-29T01:02:03.004Z"), null],
      big: [9007199254740993n, null],
      tiny: [1.5e-9, 2],
    });
    const first = cellsOf(rowsOf(html(as(df)))[2] ?? "");
    assert.deepEqual(first, [
      "0",
      "2024-02-29",
      "2024-02-29 01:02:03.004",
      "9007199254740993",
      "1.5000e-9",
    ]);
  });

  it("shows a column with its length, and an empty frame with its names", () => {
    const counts = new Series(["b", "a", "b"], { name: "x" }).valueCounts();
    assert.equal(counts.toString(), "   count\n   int64\nb      2\na      1\n\n2 rows");
    assert.match(html(counts as unknown as Series<never>), />2 rows</);
    assert.equal(new DataFrame({ a: [] }).toString(), "        a\n  float64\n\n0 rows × 1 column");
    assert.equal(new DataFrame({}).toString(), "\n\n\n0 rows × 0 columns");
  });
});
