import assert from "node:assert/strict";
import * as danfo from "danfojs-node";
import pl from "nodejs-polars";
import { represent, toDisplayData } from "../../../kernel/src/display/index.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";
import { parseHtml } from "./parse-html.ts";

const shown = (value: unknown) => (represent(value) as DisplayData).data;

describe("a danfo DataFrame", () => {
  const frame = new danfo.DataFrame(
    { mass: [3750, 5076.5, NaN], species: ["Adelie", "<b>Gentoo</b>", null] },
    { index: ["a", "b", "c"] },
  );

  it("is a table with its index and types", () => {
    const { head, body } = parseHtml(shown(frame)["text/html"]);
    assert.deepEqual(head, [["", "mass|float32", "species|string"]]);
    assert.deepEqual(body, [
      ["a", "3750.0", "Adelie"],
      ["b", "5076.5", "<b>Gentoo</b>"],
      ["c", "NaN", "null"],
    ]);
  });

  it("is aligned text", () => {
    assert.match(String(shown(frame)["text/plain"]), /^b {3}5076\.5 {2}<b>Gentoo<\/b>$/m);
  });

  it("is cut in the middle when it is long", () => {
    const long = new danfo.DataFrame({ i: Array.from({ length: 500 }, (_, i) => i) });
    const { body } = parseHtml(shown(long)["text/html"]);
    assert.equal(body.length, 11);
    assert.deepEqual(body.at(-1), ["499", "499"]);
    assert.match(String(shown(long)["text/html"]), /500 rows × 1 column</);
  });

  it("may be empty", () => {
    assert.match(String(shown(new danfo.DataFrame([]))["text/plain"]), /0 rows × 0 columns$/);
  });
});

describe("a danfo Series", () => {
  it("is a table of one column", () => {
    const series = new danfo.Series([1.5, 2], { columns: ["x"], index: ["p", "q"] });
    const { head, body } = parseHtml(shown(series)["text/html"]);
    assert.deepEqual(head, [["", "x|float32"]]);
    assert.deepEqual(body, [
      ["p", "1.5"],
      ["q", "2.0"],
    ]);
  });
});

describe("a nodejs-polars DataFrame", () => {
  const frame = pl.DataFrame({
    mass: [3750, 5076.5, null],
    species: ["Adelie", "<b>", null],
    seen: [new Date(0), new Date("2008-01-02T03:04:05Z"), null],
    tags: [[1], [2, 3], []],
  });

  it("keeps what its own method gives beside the table", () => {
    const own = frame as unknown as Record<symbol, () => Record<string, unknown>>;
    const data = shown(frame);
    const resource = "application/vnd.dataresource+json";
    const expected = own[Symbol.for("Jupyter.display")]?.()[resource];
    assert.deepEqual(data[resource], JSON.parse(JSON.stringify(expected)));
  });

  it("is a table with types, dates in ISO notation and the true size", () => {
    const { head, body } = parseHtml(shown(frame)["text/html"]);
    const names = ["mass|Float64", "species|String", "seen|Datetime(ms)", "tags|List(Float64)"];
    assert.deepEqual(head, [["", ...names]]);
    assert.deepEqual(body[1], ["1", "5076.5", "<b>", "2008-01-02T03:04:05.000Z", "[ 2, 3 ]"]);
    assert.match(String(shown(frame)["text/html"]), /3 rows × 4 columns/);
  });

  it("has its own box as text", () => {
    assert.equal(shown(frame)["text/plain"], frame.toString());
  });

  it("shows as many rows as polars was asked to", () => {
    const long = pl.DataFrame({ i: Array.from({ length: 60 }, (_, i) => i) });
    assert.equal(parseHtml(shown(long)["text/html"]).body.length, 11);
    const before = process.env.POLARS_FMT_MAX_ROWS;
    process.env.POLARS_FMT_MAX_ROWS = "60";
    try {
      assert.equal(parseHtml(shown(long)["text/html"]).body.length, 60);
    } finally {
      if (before === undefined) delete process.env.POLARS_FMT_MAX_ROWS;
      else process.env.POLARS_FMT_MAX_ROWS = before;
    }
  });

  it("shows the big integers that polars gives, and JSON does not fail on them", async () => {
    const big = pl.DataFrame({ id: pl.Series("id", [9007199254740993n]) });
    const output = await toDisplayData(big);
    assert.doesNotThrow(() => JSON.stringify(output));
    assert.equal(parseHtml(output?.data["text/html"]).body[0]?.[1], "9007199254740993");
  });
});

describe("frames inside other values", () => {
  it("are one line", () => {
    const frame = new danfo.DataFrame({ a: [1, 2] });
    assert.equal(shown({ frame })["text/plain"], "{ frame: DataFrame [2 rows × 1 column] }");
  });
});
