import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { galleryCells } from "../../scripts/lessons/gallery.ts";
import { chooseTheme, JupyterLab, runAllCells } from "./jupyterlab.ts";

const root = path.resolve(import.meta.dirname, "../..");
const screenshots = path.join(root, "results/screenshots");

/** Figures that are pixels, and those that plotly.js draws; the other ones are Vega's. */
const pictures = ["image-grid", "image-with-boxes", "image-with-mask"];
const byPlotly = ["scatter3d", "line3d", "surface", "animated-scatter", "plotly"];
const silent = ["data", "model"];

describe("the gallery in JupyterLab", function () {
  this.timeout(300_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-gallery-"));
    mkdirSync(screenshots, { recursive: true });
    cpSync(path.join(root, "notebooks/gallery/gallery.ipynb"), path.join(folder, "gallery.ipynb"));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("gallery.ipynb", { width: 1280, height: 2400 });
  });
  after(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const kindOf = (id: string): string => {
    if (pictures.includes(id)) return "img";
    return byPlotly.includes(id)
      ? ".daylab-Plotly .main-svg"
      : ".vega-embed canvas, .vega-embed svg";
  };

  it("draws every figure: Vega's, Plotly's and pictures", async () => {
    await runAllCells(page, 240_000);
    const missing: string[] = [];
    for (const [index, { id, kind }] of galleryCells().entries()) {
      if (kind !== "code" || silent.includes(id)) continue;
      const cell = page.locator(".jp-Notebook .jp-Cell").nth(index);
      await cell.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const drawn = cell.locator(kindOf(id)).first();
      await drawn.waitFor({ timeout: 30_000 }).catch(() => missing.push(id));
      assert.equal(await cell.locator(".jp-RenderedText[data-mime-type*=error]").count(), 0, id);
    }
    assert.deepEqual(missing, []);
  });

  for (const theme of ["Light", "Dark"]) {
    it(`keeps its pictures in the theme ${theme}`, async () => {
      if (theme === "Dark") await chooseTheme(page, "JupyterLab Dark");
      for (const [part, id] of ["scatter", "roc-curve", "surface"].entries()) {
        const index = galleryCells().findIndex((cell) => cell.id === id);
        const cell = page.locator(".jp-Notebook .jp-Cell").nth(Math.max(0, index));
        for (let turn = 0; turn < 3; turn++) {
          await cell.evaluate((element) => element.scrollIntoView({ block: "start" }));
          await page.waitForTimeout(500);
        }
        const name = `gallery-${theme.toLowerCase()}-${part + 1}.png`;
        await page.screenshot({ path: path.join(screenshots, name) });
      }
    });
  }
});
