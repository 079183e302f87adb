import assert from "node:assert/strict";
import { measureExtension, type ExtensionCost } from "../../benchmarks/extension/lab.ts";

/** Of the design, in milliseconds; what is measured is in extension/README.md. */
const budgets = { activation: 20, step: 50 };
/** A machine of CI is slow and shared: only what is far too much is a fault. */
const patience = 15;

describe("the extension with 500 lessons", function () {
  this.timeout(240_000);
  let cost: ExtensionCost;

  before(async () => {
    cost = await measureExtension();
  });

  it("activates its five plugins without holding JupyterLab up", () => {
    assert.equal(cost.plugins, 5);
    assert.ok(cost.activation < budgets.activation * patience, `${cost.activation} ms`);
  });

  it("shows, searches and scrolls all of them", () => {
    assert.ok(cost.lines >= 520, `${cost.lines} lines`);
    for (const [what, ms] of Object.entries(cost.steps))
      assert.ok(ms < budgets.step * patience, `${what}: ${ms} ms`);
  });
});
