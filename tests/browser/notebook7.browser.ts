import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { Notebook7 } from "./notebook7.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const sources = [
  "const half: number = 21;\nhalf * 2",
  '[{ name: "Ada", born: 1815 }, { name: "Grace", born: 1906 }]',
  "/** Adds two numbers.\n * @param a the first one */\nfunction add(a: number, b: number): number { return a + b }\nhelp(add)",
  "throw new RangeError('on purpose')",
];

describe("the kernel in Notebook 7", function () {
  this.timeout(180_000);
  let folder: string;
  let server: Notebook7;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-notebook7-"));
    const kernelspec = {
      name: "daylab",
      display_name: "TypeScript (Daylab)",
      language: "typescript",
    };
    const cells = [...sources, ""].map((source, i) => ({
      ...{ id: `c${i}`, cell_type: "code", metadata: {}, outputs: [], execution_count: null },
      source,
    }));
    const content = { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
    writeFileSync(path.join(folder, "try.ipynb"), JSON.stringify(content));
    server = await Notebook7.start(folder);
    page = await (await server.newContext({ width: 1280, height: 1100 })).newPage();
    await page.goto(server.address("notebooks/try.ipynb"));
    await page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: 60_000 });
    await page
      .locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
      .waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const cell = (index: number): Locator => page.locator(".jp-Notebook .jp-CodeCell").nth(index);

  async function run(index: number): Promise<Locator> {
    await cell(index).locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    return cell(index);
  }

  it("shows the value of a cell, and an array of objects as a table", async () => {
    await (
      await run(0)
    )
      .locator(".jp-OutputArea-executeResult")
      .getByText("42")
      .waitFor({ timeout: 60_000 });
    const table = (await run(1)).locator(".jp-OutputArea-output table");
    await table.getByText("Grace").waitFor();
  });

  it("shows what help says once, typeset", async () => {
    const helped = await run(2);
    await helped
      .locator(".jp-RenderedMarkdown")
      .getByText("Adds two numbers.")
      .waitFor({ timeout: 60_000 });
    assert.equal(await helped.locator(".jp-OutputArea-child").count(), 1);
  });

  it("shows an error with the line that threw it", async () => {
    const failed = await run(3);
    await failed.getByText("RangeError").first().waitFor();
    await failed.getByText("on purpose").first().waitFor();
    mkdirSync(screenshots, { recursive: true });
    await page.evaluate(() => document.querySelector(".jp-WindowedPanel-outer")?.scrollTo(0, 0));
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(screenshots, "notebook7.png") });
  });

  it("completes a name, stops a loop by its button, and keeps what was declared", async () => {
    const editor = cell(4).locator(".cm-content");
    await editor.click();
    await editor.pressSequentially("Math.sqr");
    const item = page.locator(".jp-Completer-item").filter({ hasText: "sqrt" }).first();
    for (let attempt = 0; attempt < 10 && !(await item.isVisible()); attempt++) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(1000);
    }
    await item.click();
    assert.equal(await editor.textContent(), "Math.sqrt");
    await editor.fill("while (true) {}");
    await page.keyboard.press("Shift+Enter");
    await page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]').waitFor();
    await page.locator('[data-command="notebook:interrupt-kernel"]').first().click();
    await cell(4).getByText("KeyboardInterrupt").first().waitFor();
    await cell(5).locator(".cm-content").fill("half + 1");
    await (await run(5)).locator(".jp-OutputArea-executeResult").getByText("22").waitFor();
  });

  it("saves a notebook that says which language it is in", async () => {
    await page.keyboard.press("Control+s");
    const saved = () =>
      JSON.parse(readFileSync(path.join(folder, "try.ipynb"), "utf8")) as {
        metadata: { language_info?: { name?: string } };
      };
    for (let i = 0; i < 100 && !saved().metadata.language_info; i++) await page.waitForTimeout(100);
    assert.equal(saved().metadata.language_info?.name, "typescript");
  });
});
