import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: [
    {
      id: "first",
      cell_type: "code",
      metadata: {},
      outputs: [],
      execution_count: null,
      source: "",
    },
  ],
};

/** Writes a cell's source with the keyboard, and runs it. */
async function runCell(page: Page, source: string): Promise<void> {
  const editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").last();
  await editor.click();
  await editor.fill(source);
  await page.keyboard.press("Shift+Enter");
}

describe("the kernel in JupyterLab", function () {
  this.timeout(120_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-kernel-"));
    writeFileSync(path.join(folder, "try.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("try.ipynb");
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows the value of a cell beside its count", async () => {
    await runCell(page, "const half: number = 21;\nhalf * 2");
    await page.locator(".jp-OutputArea-executeResult").getByText("42").waitFor();
    await page.locator(".jp-OutputPrompt").getByText("[1]:").waitFor();
  });

  it("stops an endless loop by JupyterLab's button, and keeps what was declared", async () => {
    await runCell(page, "while (true) {}");
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await page
      .locator('[data-command="notebook:interrupt-kernel"], jp-button[title*="Interrupt"]')
      .first()
      .click();
    await page.getByText("KeyboardInterrupt").first().waitFor();
    // Cells that are sent before an error's cell has ended are not run, as in every kernel.
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
    await runCell(page, "half + 1");
    await page.locator(".jp-OutputArea-executeResult").getByText("22").waitFor();
  });

  it("completes a name with the Tab key", async () => {
    const editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").last();
    await editor.click();
    await editor.pressSequentially("Math.sqr");
    // The first answer may come after JupyterLab has stopped waiting: the language thread starts then.
    const item = page.locator(".jp-Completer-item").filter({ hasText: "sqrt" }).first();
    for (let attempt = 0; attempt < 10 && !(await item.isVisible()); attempt++) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(1000);
    }
    await item.click();
    assert.equal(await editor.textContent(), "Math.sqrt");
  });
});
