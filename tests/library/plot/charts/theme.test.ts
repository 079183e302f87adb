import assert from "node:assert/strict";
import { scatter } from "../../../../library/src/plot/index.ts";
import { renderVega } from "../../../../library/src/plot/figure/vega.ts";

/** What vega-embed merges in under JupyterLab's dark theme: vega-themes 2.12, "dark", by its names. */
const dark = {
  background: "#333",
  view: { stroke: "#888" },
  title: { color: "#fff", subtitleColor: "#fff" },
  style: { "guide-label": { fill: "#fff" }, "guide-title": { fill: "#fff" } },
  axis: { domainColor: "#fff", gridColor: "#888", tickColor: "#fff" },
};

/** The spec's own words win over the theme's, section by section, as vega's mergeConfig does. */
function under(
  theme: Record<string, unknown>,
  own: Record<string, unknown>,
): Record<string, unknown> {
  const merged = { ...theme, ...own };
  for (const [name, section] of Object.entries(theme)) {
    if (typeof section === "object")
      merged[name] = { ...section, ...(own[name] as object | undefined) };
  }
  return merged;
}

describe("charts under a dark theme", () => {
  it("keep dark text on their white card", async () => {
    const rows = [
      { x: 1, y: 2, kind: "a" },
      { x: 2, y: 3, kind: "b" },
      { x: null, y: 1, kind: "b" },
    ];
    const { spec } = scatter(rows, { x: "x", y: "y", color: "kind", title: "Title" });
    const svg = await renderVega({
      ...spec,
      config: under(dark, spec["config"] as Record<string, unknown>),
    });
    assert.deepEqual(svg.match(/(?:fill|stroke)="(?:#fff|#333|#888)"/g), null);
    const texts = [...svg.matchAll(/<text[^>]*fill="([^"]+)"/g)].map(([, fill]) => fill);
    assert.ok(
      texts.length > 8 && texts.every((fill) => fill === "#222222" || fill === "#555555"),
      texts.join(),
    );
  });
});
