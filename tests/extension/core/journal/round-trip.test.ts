import assert from "node:assert/strict";
import { exportLog, importLog, shapes } from "../../../../extension/src/core/index.ts";

describe("a log", () => {
  const text = [
    "# My log\n\n## Day 1: 9<sup>th</sup> April 2020 : Linear Regression\n\nRead a chapter.\n",
    "### Learning from today\n\n- [x] slope\n- [ ] intercept\n",
    "## Day 10 & 11 [2020-04-20]\nBoth days.\n\n## Week 3 (21 days)\n\n## Day 15 - 20\n",
  ].join("\n");

  it("is read whole", () => {
    const { log, sources } = importLog(text);
    assert.equal(sources.join(""), text);
    assert.deepEqual(
      log.parts.map((part) => (part.kind === "day" ? part.span?.numbers : part.heading)),
      ["", [1], [10, 11], [3], [15, 20]],
    );
  });

  for (const shape of shapes) {
    it(`is the same after export, import and export as ${shape}`, () => {
      const once = exportLog(importLog(text).log, shape);
      assert.equal(exportLog(importLog(once).log, shape), once);
    });
  }
});
