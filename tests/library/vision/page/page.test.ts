import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import * as vision from "../../../../library/src/vision/index.ts";
import { allComparisons } from "./comparisons.ts";
import { descriptions } from "./descriptions.ts";
import { page, pagePath } from "./page.ts";

const comparisons = await allComparisons();

describe("vision beside other libraries", () => {
  for (const { subject, what, oracle, compare } of comparisons) {
    it(`${subject}, ${what}: ${oracle}`, async () => {
      await compare();
    });
  }

  it("compares what the package has", () => {
    const known = new Set(Object.keys(vision));
    const subjects = new Set(comparisons.map(({ subject }) => subject));
    assert.deepEqual(
      [...subjects].filter((subject) => !known.has(subject)),
      [],
    );
  });
});

describe("docs/vision.md", function () {
  this.timeout(60_000);

  it("is up to date: node tests/library/vision/page/page.ts", async () => {
    assert.equal(readFileSync(pagePath, "utf8"), await page());
  });

  it("has a sentence for every function", () => {
    const lacking = descriptions().filter(({ summary }) => summary === "");
    assert.deepEqual(
      lacking.map(({ name }) => name),
      [],
    );
  });
});
