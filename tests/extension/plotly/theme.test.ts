import assert from "node:assert/strict";
import { themedLayout } from "../../../extension/src/plotly/theme.ts";

const colors = (variable: string) => (variable === "--jp-layout-color0" ? "#0a0a0a" : "#fafafa");

describe("themedLayout", () => {
  it("puts the theme's colours into the template, so that the figure's own win", () => {
    const layout = themedLayout({ paper_bgcolor: "red" }, colors, true);
    assert.equal(layout["paper_bgcolor"], "red");
    const { layout: template } = layout["template"] as { layout: Record<string, unknown> };
    assert.equal(template["paper_bgcolor"], "#0a0a0a");
    assert.deepEqual(template["font"], { color: "#fafafa" });
  });

  it("keeps a template that the figure brings", () => {
    const given = { template: { layout: { paper_bgcolor: "blue" } } };
    assert.deepEqual(themedLayout(given, colors, false), given);
  });

  it("has colours of its own where the page names none", () => {
    const { layout } = themedLayout({}, () => "", true)["template"] as {
      layout: Record<string, unknown>;
    };
    assert.equal(layout["paper_bgcolor"], "#111111");
  });
});
