import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab, runAllCells } from "./jupyterlab.ts";

const root = path.resolve(import.meta.dirname, "../..");

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

/** Images that the page shows, in pixels: one that could not be drawn has no width. */
const imageWidths = (page: Page, selector: string): Promise<number[]> =>
  page
    .locator(selector)
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));

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
    assert.ok((await page.locator(".jp-OutputArea-output table").count()) >= 1);
    assert.ok((await page.locator(".jp-OutputArea-output .vega-embed").count()) >= 1);
    assert.equal(await page.getByText("Not attempted").count(), 3);
    const errors = page.locator(
      '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]',
    );
    assert.equal(await errors.count(), 1);
    await page.close();
  });

  it("Day 9 shows frames as tables with their size, and charts drawn by vega", async () => {
    const page = await lab.openNotebook("02-dataframes-eda/day-009-danfo-basics.ipynb");
    await runAllCells(page);
    assert.ok((await page.getByText("344 rows × 7 columns").count()) >= 1);
    assert.ok(
      (await page
        .locator(".jp-OutputArea-output .vega-embed canvas, .jp-OutputArea-output .vega-embed svg")
        .count()) >= 1,
    );
    await page.close();
  });

  it("Day 97 shows boxes over scenes, Day 99 masks over images", async () => {
    for (const notebook of ["day-097-yolo-mini", "day-099-u-net"]) {
      const page = await lab.openNotebook(`13-detection-segmentation/${notebook}.ipynb`);
      await runAllCells(page);
      const widths = await imageWidths(page, ".jp-OutputArea-output img");
      assert.ok(widths.length >= 2, `${notebook} shows ${widths.length} pictures`);
      assert.ok(
        widths.every((width) => width > 100),
        `${notebook}: ${widths.join(", ")}`,
      );
      await page.close();
    }
  });
});
