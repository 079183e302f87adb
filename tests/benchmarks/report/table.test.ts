import assert from "node:assert/strict";
import { digits, markdownTable, wholeNumber } from "../../../benchmarks/report/table.ts";

describe("benchmarks: tables", () => {
  it("writes three significant digits without an exponent", () => {
    const written = [0, 0.04123, 0.5, 1.5244, 23.84, 372.6, 2963.2].map(digits);
    assert.deepEqual(written, ["0", "0.0412", "0.500", "1.52", "23.8", "373", "2963"]);
    assert.equal(digits(1e-9), "0.000000");
  });

  it("sets thousands apart", () => {
    assert.deepEqual([500, 50_400, 10_000_000].map(wholeNumber), [
      "500",
      "50\u00a0400",
      "10\u00a0000\u00a0000",
    ]);
  });

  it("is Markdown, in line as plain text, with a bar in a cell escaped", () => {
    const table = markdownTable(
      ["", "ours"],
      [
        ["a|b", "1"],
        ["long title", "23.8"],
      ],
    );
    assert.equal(
      table,
      [
        "|            | ours |",
        "| ---------- | ---: |",
        "| a\\|b       |    1 |",
        "| long title | 23.8 |",
      ].join("\n"),
    );
  });

  it("refuses a row that does not fit the header", () => {
    assert.throws(() => markdownTable(["", "ours"], [["only"]]), /1 cells below 2 titles/u);
  });
});
