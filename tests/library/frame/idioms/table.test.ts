import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { table, tablePath } from "./table.ts";

describe("docs/pandas.md", () => {
  it("is what the list of idioms says", () => {
    const remedy = "run node tests/library/frame/idioms/table.ts";
    assert.equal(readFileSync(tablePath, "utf8"), table(), remedy);
  });
});
