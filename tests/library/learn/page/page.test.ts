import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { registered } from "../../../../library/src/learn/base/index.ts";
import "../../../../library/src/learn/index.ts";
import { allComparisons } from "./comparisons.ts";
import { descriptions } from "./descriptions.ts";
import { page, pagePath } from "./page.ts";

describe("docs/learn.md", function () {
  this.timeout(120_000);

  it("is up to date: node tests/library/learn/page/page.ts", async () => {
    assert.equal(readFileSync(pagePath, "utf8"), await page());
  });

  it("has every estimator, with its words, its cost and an example", () => {
    const found = descriptions();
    assert.deepEqual(found.map(({ name }) => name).sort(), [...registered().keys()].sort());
    const lacking = found.filter(({ summary, example }) => summary === "" || example === "");
    assert.deepEqual(
      lacking.map(({ name }) => name),
      [],
    );
  });

  it("compares what the library has", async () => {
    const learn: object = await import("../../../../library/src/learn/index.ts");
    const known = new Set(Object.keys(learn));
    const unknown = (await allComparisons()).filter(({ estimator }) => !known.has(estimator));
    assert.deepEqual([...new Set(unknown.map(({ estimator }) => estimator))], []);
  });
});
