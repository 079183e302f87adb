import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const cell = (id: string, source: string) => ({
  ...{ id, source, cell_type: "code", metadata: {}, outputs: [], execution_count: null },
});

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: [
    cell(
      "function",
      "interface Point { x: number; y: number }\n\n" +
        "function centre(points: Point[]): Point {\n  const sum: Point = { x: 0, y: 0 };\n" +
        "  for (const { x, y } of points) {\n    sum.x += x;\n    sum.y += y;\n  }\n" +
        "  return { x: sum.x / points.length, y: sum.y / points.length };\n}",
    ),
    cell("call", "const points: Point[] = [{ x: 1, y: 2 }, { x: 3, y: 6 }];\ncentre(points)"),
  ],
};

describe("the debugger in JupyterLab", function () {
  this.timeout(180_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-debugger-"));
    writeFileSync(path.join(folder, "debug.ipynb"), JSON.stringify(notebook));
    mkdirSync(screenshots, { recursive: true });
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("debug.ipynb", { width: 1440, height: 860 });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await page.screenshot({ path: path.join(screenshots, "debugger-failed.png") });
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const editor = (index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);
  const highlight = page0((one) => one.locator(".jp-DebuggerEditor-highlight"));
  const variables = page0((one) => one.locator(".jp-DebuggerVariables"));
  const calls = page0((one) => one.locator(".jp-DebuggerCallstack"));

  /** The page is there only once the tests run. */
  function page0<Result>(find: (one: Page) => Result): () => Result {
    return () => find(page);
  }

  async function run(index: number): Promise<void> {
    await editor(index).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
  }

  const command = (name: string) =>
    page.locator(`.jp-DebuggerSidebar-body [data-command="debugger:${name}"]`).click();

  it("is switched on by the button in the notebook's toolbar", async () => {
    await run(0);
    await page.locator(".jp-InputPrompt").getByText("[1]:").waitFor();
    const bug = page.locator(".jp-NotebookPanel .jp-DebuggerBugButton");
    await bug.click();
    await page.locator(".jp-NotebookPanel[data-jp-debugger=true]").waitFor();
    await variables().waitFor();
  });

  it("stops at a breakpoint set in the gutter of a cell that ran before", async () => {
    const gutter = editor(0).locator(".cm-breakpoint-gutter .cm-gutterElement");
    // The first element only keeps the gutter's width.
    await gutter.nth(7).click();
    await gutter.nth(7).locator(".cm-breakpoint-icon").waitFor();
    await run(1);
    await highlight().filter({ hasText: "sum.y += y;" }).waitFor();
    await calls().getByText("centre").waitFor();
    await calls().getByText("Cell [2]").waitFor();
  });

  it("shows the variables of the call, with their values", async () => {
    for (const [name, value] of [
      ["x", "1"],
      ["y", "2"],
      ["sum", "{ x: 1, y: 0 }"],
    ]) {
      const row = variables()
        .locator(".jp-TreeItem")
        .filter({
          has: page.locator(".jp-DebuggerVariables-name").getByText(name, { exact: true }),
        });
      assert.equal(
        await row.first().locator(".jp-DebuggerVariables-detail").first().textContent(),
        value,
      );
    }
    await page.screenshot({ path: path.join(screenshots, "debugger.png") });
  });

  it("steps, and goes on to the end", async () => {
    await command("next");
    await highlight().filter({ hasText: "for (const" }).waitFor();
    await command("continue");
    await highlight().filter({ hasText: "sum.y += y;" }).waitFor();
    await command("continue");
    await page.locator(".jp-OutputArea-executeResult").getByText("{ x: 2, y: 4 }").waitFor();
    await highlight().waitFor({ state: "detached" });
  });

  it("lists the notebook's variables where nothing has stopped", async () => {
    const names = variables().locator(".jp-DebuggerVariables-name");
    await names.getByText("points", { exact: true }).waitFor();
  });
});
