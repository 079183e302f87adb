import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import * as text from "../../../../library/src/text/index.ts";
import { allComparisons } from "./comparisons.ts";
import { descriptions } from "./descriptions.ts";
import { page, pagePath } from "./page.ts";

describe("docs/text.md", function () {
  this.timeout(120_000);

  it("is up to date: node tests/library/text/page/page.ts", async () => {
    assert.equal(readFileSync(pagePath, "utf8"), await page());
  });

  it("has everything that is exported, with its words", () => {
    const found = descriptions();
    assert.deepEqual(found.map(({ name }) => name).sort(), Object.keys(text).sort());
    const lacking = found.filter(({ summary }) => summary === "").map(({ name }) => name);
    assert.deepEqual(lacking, []);
  });

  it("compares what the library has", async () => {
    const known = new Set(Object.keys(text));
    const unknown = (await allComparisons()).filter(({ subject }) => !known.has(subject));
    assert.deepEqual([...new Set(unknown.map(({ subject }) => subject))], []);
  });
});
