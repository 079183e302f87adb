import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
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
      "data",
      'import { readCSV } from "daylab/frame";\nconst people = await readCSV("people.csv");',
    ),
    // Its end says that the types are loaded.
    cell("loaded", "// @daylab types: strict\n1"),
    cell("wrong", 'const oldest: string = people.column("age").max();\noldest'),
    cell("write", ""),
  ],
};

describe("types in JupyterLab", function () {
  this.timeout(180_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;
  let editor: Locator;

  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), "daylab-types-"));
    writeFileSync(path.join(folder, "people.csv"), "age,full name,city\n41,Ada,Rome\n36,Bo,Oslo\n");
    writeFileSync(path.join(folder, "types.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("types.ipynb");
    for (let i = 0; i < 3; i++) {
      await page.locator(".jp-CodeCell .cm-content").nth(i).click();
      await page.keyboard.press("Shift+Enter");
    }
    await page.locator(".jp-OutputPrompt").getByText("[2]:").waitFor({ timeout: 90_000 });
    editor = page.locator(".jp-CodeCell .cm-content").nth(3);
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes into the last cell, and presses Tab until the completer shows the item. */
  const complete = async (text: string, item: string): Promise<Locator> => {
    await page.keyboard.press("Escape");
    await editor.fill(text);
    await editor.click();
    await page.keyboard.press("Control+End");
    const found = page.locator(".jp-Completer-item").filter({ hasText: item }).first();
    for (let attempt = 0; attempt < 20 && !(await found.isVisible()); attempt++) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(500);
    }
    return found;
  };

  const shoot = async (name: string): Promise<void> => {
    await page.screenshot({ path: path.join(screenshots, `types-${name}.png`) });
  };

  it("shows a finding under the cell that ran, with its line", async () => {
    const output = page.locator(".jp-CodeCell").nth(2).locator(".jp-OutputArea-output");
    await output.getByText(/TS2322: Type '.*' is not assignable to type 'string'/).waitFor();
    await output.getByText("1 | const oldest").waitFor();
    await page.locator(".jp-OutputPrompt").getByText("[3]:").waitFor();
    await shoot("finding");
  });

  it("completes members, with their documentation", async () => {
    const item = await complete("people.gr", "groupby");
    // A single item is written at once; more are offered.
    if (await item.isVisible()) await item.click();
    assert.equal(await editor.textContent(), "people.groupby");
    await (await complete("people.s", "select")).waitFor();
    await page.keyboard.press("ArrowDown");
    const active = page.locator(".jp-Completer-item.jp-mod-active .jp-Completer-match");
    const name = await active.textContent();
    await page.locator(".jp-Completer-docpanel").getByText(`.${name}`).first().waitFor();
    await shoot("completion");
    await page.keyboard.press("Escape");
  });

  it("completes the names of columns", async () => {
    const item = await complete('people.column("', "full name");
    await shoot("columns");
    await item.click();
    assert.equal(await editor.textContent(), 'people.column("full name');
  });

  it("shows the parameter that is being written", async () => {
    await editor.fill("parseInt('12', )");
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+Tab");
    const tooltip = page.locator(".jp-Tooltip");
    await tooltip.getByText("^^^^^^^^^^^^^^").waitFor();
    await tooltip.getByText("A value between 2 and 36").first().waitFor();
    await shoot("parameter");
    await page.keyboard.press("Escape");
  });
});
