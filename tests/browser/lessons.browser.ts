import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { JupyterLab, runAllCells } from "./jupyterlab.ts";

const root = path.resolve(import.meta.dirname, "../..");
const screenshots = path.join(root, "results/screenshots");

/** Copies the committed starter notebooks, so that JupyterLab's saving leaves the repository alone. */
function copyOfNotebooks(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-notebooks-"));
  for (const track of readdirSync(path.join(root, "notebooks"))) {
    if (!/^\d\d-/.test(track)) continue;
    mkdirSync(path.join(folder, track));
    cpSync(path.join(root, "notebooks", track), path.join(folder, track), { recursive: true });
  }
  return folder;
}

/** Keeps a picture of what the learner sees around an output, for people to look at. */
async function keepScreenshot(page: Page, output: Locator, name: string): Promise<void> {
  // Cells get their height when they come into sight, which moves what was scrolled to.
  for (let turn = 0; turn < 3; turn++) {
    await output.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(400);
  }
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
}

/** What the notebook's cells have put out that matches a selector. */
const outputs = (page: Page, selector: string): Locator =>
  page.locator(".jp-OutputArea-output").locator(selector);

describe("lessons in JupyterLab", function () {
  this.timeout(300_000);
  let folder: string;
  let lab: JupyterLab;

  before(async () => {
    folder = copyOfNotebooks();
    lab = await JupyterLab.start(folder, { DAYLAB_LESSONS: path.join(root, "notebooks/_source") });
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("Day 1 runs: tables, charts and check cards show, the one error is the one on purpose", async () => {
    const page = await lab.openNotebook("01-setup-numerics/day-001-hello-notebook.ipynb");
    await runAllCells(page);
    assert.ok((await outputs(page, "table").count()) >= 1);
    assert.ok((await outputs(page, ".vega-embed canvas, .vega-embed svg").count()) >= 1);
    assert.equal(await outputs(page, "text=Not attempted").count(), 3);
    const errors = page.locator(".jp-CodeCell").filter({ hasText: "TypeError: hours.toFixed" });
    assert.equal(await errors.count(), 1);
    await keepScreenshot(page, outputs(page, "table").first(), "day-001");
    await page.close();
  });

  it("Day 9 shows frames as tables with their size, and charts drawn by vega", async () => {
    const page = await lab.openNotebook("02-dataframes-eda/day-009-danfo-basics.ipynb");
    await runAllCells(page);
    assert.ok((await outputs(page, "text=344 rows × 7 columns").count()) >= 1);
    const charts = outputs(page, ".vega-embed canvas, .vega-embed svg");
    assert.ok((await charts.count()) >= 2);
    await keepScreenshot(page, charts.last(), "day-009");
    await page.close();
  });

  for (const notebook of ["day-097-yolo-mini", "day-099-u-net"]) {
    it(`${notebook} shows its pictures of boxes or masks`, async () => {
      const page = await lab.openNotebook(`13-detection-segmentation/${notebook}.ipynb`);
      await runAllCells(page);
      const pictures = outputs(page, "img");
      const widths = await pictures.evaluateAll((images) =>
        images.map((image) => (image as HTMLImageElement).naturalWidth),
      );
      assert.ok(widths.length >= 2, `${widths.length} pictures`);
      // An image that could not be drawn has no width.
      assert.ok(Math.min(...widths) > 100, widths.join(", "));
      for (let index = 0; index < widths.length; index++) {
        await keepScreenshot(page, pictures.nth(index), `${notebook}-${index + 1}`);
      }
      await page.close();
    });
  }
});
