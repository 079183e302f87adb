import assert from "node:assert/strict";
import { represent } from "../../../kernel/src/display/index.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";
import { parseHtml } from "./parse-html.ts";

const shown = (value: unknown) => represent(value) as DisplayData;
const html = (value: unknown) => shown(value).data["text/html"];
const text = (value: unknown) => shown(value).data["text/plain"] as string;

describe("an array of plain objects", () => {
  const penguins = [
    { species: "Adelie", mass: 3750, seen: new Date("2007-11-11") },
    { species: "Gentoo", mass: 5076.5, seen: new Date("2008-01-02T03:04:05Z") },
    { species: null, mass: NaN, tags: ["a", { deep: { er: 1 } }] },
  ];

  it("is an HTML table with the keys of all rows as columns", () => {
    const { head, body } = parseHtml(html(penguins));
    assert.deepEqual(head, [["", "species", "mass", "seen", "tags"]]);
    assert.deepEqual(body, [
      ["0", "Adelie", "3750.0", "2007-11-11", ""],
      ["1", "Gentoo", "5076.5", "2008-01-02T03:04:05.000Z", ""],
      ["2", "null", "NaN", "", "[ 'a', { deep: [Object] } ]"],
    ]);
  });

  it("is aligned text too", () => {
    const lines = [
      "   species    mass  seen",
      "─".repeat(44),
      "0  Adelie   3750.0  2007-11-11",
      "1  Gentoo   5076.5  2008-01-02T03:04:05.000Z",
      "",
      "2 rows × 3 columns",
    ];
    assert.equal(text(penguins.slice(0, 2)), lines.join("\n"));
  });

  it("has numbers on the right and text on the left", () => {
    const source = html(penguins) as string;
    assert.match(source, /<td style="text-align:right">5076.5<\/td>/);
    assert.match(source, /<td style="text-align:left">Gentoo<\/td>/);
    assert.match(source, /<th style="text-align:right">mass<\/th>/);
  });

  it("is cut in the middle when it is long, and says its size", () => {
    const rows = Array.from({ length: 1234 }, (_, i) => ({ i, square: i * i }));
    const { body } = parseHtml(html(rows));
    assert.deepEqual(
      body.map(([label]) => label),
      ["0", "1", "2", "3", "4", "⋮", "1229", "1230", "1231", "1232", "1233"],
    );
    assert.deepEqual(body[6], ["1229", "1229", "1510441"]);
    assert.match(html(rows) as string, /1,234 rows × 2 columns/);
    assert.match(text(rows), /^1233 {2}1233 {2}1520289$/m);
    assert.match(text(rows), /1,234 rows × 2 columns$/);
  });

  it("shows 20 rows and 20 columns whole, and no more", () => {
    const wide = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, i]));
    assert.equal(parseHtml(html([wide(20)])).head[0]?.length, 21);
    const cut = parseHtml(html([wide(21)])).head[0] ?? [];
    assert.deepEqual(cut.slice(9, 13), ["c8", "c9", "…", "c11"]);
    assert.equal(parseHtml(html(Array(20).fill({ a: 1 }))).body.length, 20);
    assert.equal(parseHtml(html(Array(21).fill({ a: 1 }))).body.length, 11);
  });

  it("finds a column that only a hidden row has", () => {
    const rows = Array.from({ length: 100 }, (_, i) => (i === 50 ? { a: 1, rare: 2 } : { a: 1 }));
    assert.match(text(rows), /100 rows × 2 columns/);
  });

  it("stays small however much is in it", () => {
    const rows = Array.from({ length: 50 }, () =>
      Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`${i}`.repeat(1000), "z".repeat(1e4)]),
      ),
    );
    assert.ok((html(rows) as string).length < 64_000, `${(html(rows) as string).length}`);
    assert.ok(text(rows).length < 64_000, `${text(rows).length}`);
  });

  const injections = [
    `<script>alert(1)</script>`,
    `<img src=x onerror=alert(1)>`,
    `"><svg onload=alert(1)>`,
    `</td></table><iframe>`,
    `&lt;b&gt;`,
    `'" style="position:fixed`,
  ];
  it("shows markup in cells and headers as text", () => {
    const row = Object.fromEntries(injections.map((injection) => [injection, injection]));
    const { elements, attributes, head, body } = parseHtml(html([row]));
    assert.deepEqual(head[0]?.slice(1), injections);
    assert.deepEqual(body[0]?.slice(1), injections);
    assert.deepEqual(elements, ["div", "p", "table", "tbody", "td", "th", "thead", "tr"]);
    assert.deepEqual(attributes, ["class", "style"]);
  });

  it("uses only styles that an untrusted notebook keeps", () => {
    const allowed = /^(text-align|opacity|font-weight|font-size|overflow-x):[\w.]+$/;
    for (const style of parseHtml(html(penguins)).styles) {
      for (const declaration of style.split(";")) assert.match(declaration, allowed);
    }
  });

  it("survives getters that throw", () => {
    const row = {
      fine: 1,
      get broken(): number {
        throw new RangeError("no");
      },
    };
    assert.deepEqual(parseHtml(html([row])).body, [["0", "1", "<RangeError while reading>"]]);
  });

  it("makes line breaks and control characters visible", () => {
    assert.equal(parseHtml(html([{ a: "x\ny\u001b[31m" }])).body[0]?.[1], "x\\ny\uFFFD[31m");
  });
});

describe("other arrays", () => {
  class Point {
    x = 1;
  }
  const cases: [string, unknown[]][] = [
    ["no rows", []],
    ["rows without keys", [{}, {}]],
    ["numbers", [1, 2]],
    ["arrays", [[1], [2]]],
    ["a row that is no object", [{ a: 1 }, null]],
    ["objects of a class", [new Point()]],
    ["objects that say how they look", [{ [Symbol.for("Jupyter.display")]: () => ({}) }]],
  ];
  for (const [name, value] of cases) {
    it(`of ${name} are text`, () =>
      assert.deepEqual(Object.keys(shown(value).data), ["text/plain"]));
  }
});
