import assert from "node:assert/strict";
import { box, imageGrid, scatter, theme } from "../../../../library/src/plot/index.ts";
import { inksOf } from "../../../../library/src/plot/figure/theme.ts";
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

describe("theme", () => {
  const rows = [
    { x: 1, y: 2, kind: "a" },
    { x: 2, y: 3, kind: "b" },
  ];

  it("makes the card dark and each text light, for charts and pictures", async () => {
    const chart = scatter(rows, { color: "kind", title: "Title", theme: "dark" });
    assert.deepEqual(
      scatter(rows, { color: "kind", title: "Title" }).theme("dark").spec,
      chart.spec,
    );
    const before = theme("dark");
    try {
      for (const figure of [
        chart,
        box(rows, { y: "y" }),
        imageGrid([[[0, 1]]], { title: "Image" }),
      ]) {
        const svg = await figure.toSVG();
        assert.match(svg, /<rect width="\d+" height="\d+" fill="#1b1b1b"/);
        const texts = [...svg.matchAll(/<text[^>]*fill="([^"]+)"/g)].map(([, fill]) => fill);
        assert.ok(texts.length > 0 && texts.every((fill) => fill === "#eeeeee"), texts.join());
      }
    } finally {
      theme(before);
    }
    assert.equal(theme(), "light");
    assert.throws(() => theme("blue" as "dark"), /no theme "blue"; the themes are light and dark/);
  });

  it("has eight colours in both, each different from its card", () => {
    for (const name of ["light", "dark"] as const) {
      const { category, paper } = inksOf(name);
      assert.equal(new Set(category).size, 8);
      const light = (color: string) => {
        const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
        const [r, g, b] = parts.map((c) =>
          c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      // WCAG 2.2 asks for a contrast of 3 for graphics; yellow and sky blue on white do not reach it.
      const card = light(paper === "white" ? "#ffffff" : paper);
      const contrasts = category.map((color) => {
        const [a, b] = [light(color), card].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      });
      const weak = contrasts.filter((contrast) => contrast < 3).length;
      assert.ok(weak <= (name === "light" ? 4 : 0), contrasts.join());
    }
  });
});

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
