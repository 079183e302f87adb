import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: ["hoard", "free", "die", "after"].map((id) => {
    return { id, cell_type: "code", metadata: {}, outputs: [], execution_count: null, source: "" };
  }),
};

describe("a kernel in trouble, in JupyterLab", function () {
  this.timeout(300_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-survival-"));
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(path.join(folder, "trouble.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder, { NODE_OPTIONS: "--max-old-space-size=200" });
    page = await lab.openNotebook("trouble.ipynb");
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(index: number, source: string): Promise<void> {
    await page.locator(".jp-Notebook .jp-CodeCell .cm-content").nth(index).fill(source);
    await page.keyboard.press("Shift+Enter");
  }

  const output = (index: number) =>
    page.locator(".jp-Notebook .jp-CodeCell").nth(index).locator(".jp-OutputArea-output");

  it("stops a cell that would use up the memory, and keeps the variables", async () => {
    await run(0, "let hoard: number[][] = [];\nfor (;;) hoard.push(new Array(100).fill(0.5));");
    await output(0).getByText("OutOfMemory").waitFor({ timeout: 120_000 });
    await run(1, "const rows = hoard.length;\nhoard = [];\nrows > 1000");
    await output(1).getByText("true").waitFor();
    await page.screenshot({ path: path.join(screenshots, "out-of-memory.png") });
  });

  it("tells after a crash which cell ran, in the notebook", async () => {
    const crash = 'import { execSync } from "node:child_process";\n';
    await run(2, `${crash}execSync("kill -SEGV " + process.pid)`);
    await page.getByText("Kernel Restarting").waitFor({ timeout: 60_000 });
    await page.screenshot({ path: path.join(screenshots, "kernel-died.png") });
    await page.locator(".jp-Dialog button.jp-mod-accept").click();
    await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
    await run(3, '"works again"');
    await output(3).getByText("The kernel died while Cell [3] was running").waitFor();
    await output(3).getByText("'works again'").waitFor();
    await page.screenshot({ path: path.join(screenshots, "kernel-died-told.png") });
    assert.equal(await output(3).getByText("run the cells again").count(), 1);
  });
});
