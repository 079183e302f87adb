import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { imageGrid, scatter } from "../../../../library/src/plot/index.ts";
import { inkOf, readPng } from "../read-png.ts";

const points = [
  { x: 1, y: 2 },
  { x: 3, y: 5 },
  { x: 4, y: 1 },
];

describe("Figure", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "daylab-plot-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("shows Vega-Lite 5, a PNG and words, and no HTML", async () => {
    const figure = scatter(points, { title: "Three points" });
    const { data, metadata } = await figure[jupyterDisplay]();
    assert.deepEqual(Object.keys(data).sort(), [
      "application/vnd.vegalite.v5+json",
      "image/png",
      "text/plain",
    ]);
    assert.equal(data["application/vnd.vegalite.v5+json"], figure.spec);
    assert.equal(data["text/plain"], figure.alt);
    const png = readPng(Buffer.from(data["image/png"] as string, "base64"));
    assert.deepEqual(metadata, {
      "image/png": {
        width: Math.round(png.width / 2),
        height: Math.round(png.height / 2),
        alt: figure.alt,
      },
    });
  });

  it("draws its text without any font of the system", async () => {
    const bare = scatter(points);
    const titled = scatter(points, { title: "Größe θ ≈ √x — Цена" });
    const [without, withTitle] = [readPng(await bare.toPNG()), readPng(await titled.toPNG())];
    assert.ok(inkOf(withTitle) > inkOf(without) + 1000, "the title is drawn");
  });

  it("keeps long labels, axis titles and the legend inside the picture", async () => {
    const rows = points.map(({ x, y }, i) => ({
      x,
      y: y * 1e9,
      kind: `a rather long name of group ${String(i)}`,
    }));
    const png = readPng(
      await scatter(rows, {
        x: "x",
        y: "y",
        color: "kind",
        yTitle: "A quantity with a long name (m³ s⁻¹)",
        xTitle: "x",
      }).toPNG(),
    );
    for (let y = 0; y < png.height; y++) {
      for (const x of [0, 1, png.width - 2, png.width - 1]) {
        const at = 4 * (y * png.width + x);
        assert.deepEqual(
          Array.from(png.rgba.subarray(at, at + 4)),
          [255, 255, 255, 255],
          `pixel ${String(x)}, ${String(y)}`,
        );
      }
    }
  });

  it("follows its spec when that is edited", async () => {
    const figure = scatter(points);
    const before = await figure.toSVG();
    figure.spec.width = 200;
    figure.spec.encoding["x"] = { ...figure.spec.encoding["x"], title: "An edited title" };
    const after = await figure.toSVG();
    assert.ok(!before.includes("An edited title") && after.includes("An edited title"));
  });

  it("is saved as SVG or PNG by the ending of the name", async () => {
    const figure = scatter(points);
    await figure.save(join(folder, "a.svg"));
    await figure.save(join(folder, "b.PNG"));
    assert.ok(readFileSync(join(folder, "a.svg"), "utf8").startsWith("<svg"));
    assert.ok(readPng(readFileSync(join(folder, "b.PNG"))).width > 400);
    await assert.rejects(figure.save(join(folder, "c.pdf")), /\.svg, \.png or \.html.*c\.pdf/);
    assert.ok(!existsSync(join(folder, "c.pdf")));
  });

  it("is saved as a PNG of any scale", async () => {
    const figure = scatter(points);
    const usual = readPng(await figure.toPNG());
    await figure.save(join(folder, "large.png"), { scale: 4 });
    const large = readPng(readFileSync(join(folder, "large.png")));
    assert.ok(Math.abs(large.width / usual.width - 2) < 0.01);
    await assert.rejects(figure.toPNG({ scale: 0 }), /scale is from above 0 to 10; it was 0/);
  });

  it("is saved as its spec, and as a page that asks for nothing", async () => {
    const figure = scatter(points, { title: "</script><b>&" });
    await figure.save(join(folder, "a.json"));
    const spec: unknown = JSON.parse(readFileSync(join(folder, "a.json"), "utf8"));
    assert.deepEqual(spec, figure.spec);
    await figure.save(join(folder, "a.html"));
    const page = readFileSync(join(folder, "a.html"), "utf8");
    assert.ok(page.length > 400_000 && page.length < 700_000, String(page.length));
    assert.equal(page.match(/<script>/g)?.length, 2);
    assert.equal(page.match(/<\/script>/g)?.length, 2);
    assert.doesNotMatch(page, /<(?:script|link|img)[^>]*(?:src|href)=/);
    const picture = imageGrid([
      [
        [0, 1],
        [1, 0],
      ],
    ]);
    await picture.save(join(folder, "p.html"));
    assert.ok(readFileSync(join(folder, "p.html"), "utf8").includes("<image"));
    await assert.rejects(picture.save(join(folder, "p.json")), /a chart as \.json too.*p\.json/);
  });

  it("says what is wrong with a spec that cannot be drawn", async () => {
    const figure = scatter(points);
    figure.spec.mark = { type: "no such mark" };
    await assert.rejects(figure.toSVG(), /no such mark/);
  });
});
