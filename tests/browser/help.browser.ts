/// <reference lib="dom" />
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { JupyterLab, runAllCells } from "./jupyterlab.ts";
import { violations } from "./learner/axe.ts";
import { begin, dayOneCopy, LearnerFolder } from "./learner/folder.ts";
import { kernelIs, row, showPanel } from "./learner/panel.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");
const wrong = 'await check("table", 3);';
const exercise = "Put four sets into one table";

describe("hints and solutions at the press of a button", function () {
  this.timeout(180_000);
  let folder: LearnerFolder;
  let lab: JupyterLab;
  let context: BrowserContext;
  let page: Page;

  const card = (word: string): Locator => page.locator(".daylab-Card").filter({ hasText: word });
  const press = (within: Locator, name: string): Promise<void> =>
    within.getByRole("button", { name, exact: true }).click();
  const asked = (): string[] =>
    folder.records().flatMap((each) => (each as { event?: string }).event ?? []);
  const note = (text: string): Locator => row(page, exercise).filter({ hasText: text });

  before(async () => {
    folder = new LearnerFolder();
    folder.writeCopy(begin, wrong, "1 + 1");
    lab = await JupyterLab.start(folder.path);
    context = await lab.newContext();
    page = await lab.openLab(context, `/tree/${dayOneCopy}`);
    page.setDefaultTimeout(30_000);
    await showPanel(page);
    await kernelIs(page, "Idle");
    await runAllCells(page);
  });
  after(async () => {
    await lab?.stop();
    folder.remove();
  });

  it("a failed check's card shows the next hint under it, and the panel counts it", async () => {
    await press(card("Not yet"), "Hint");
    await card("Hint 1 of 3").waitFor();
    await note("failed · 1 hint").waitFor();
    await press(card("Not yet"), "Hint");
    await card("Hint 2 of 3").waitFor();
    await note("failed · 2 hints").waitFor();
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, "help-hints.png") });
    assert.deepEqual(await violations(page, ".daylab-Card"), []);
  });

  it("hints stay under the check when it is run again", async () => {
    await runAllCells(page);
    await card("Not yet").filter({ hasText: "1 hint is left" }).waitFor();
    await card("Hint 1 of 3").waitFor();
    assert.equal(await card("Hint 2 of 3").count(), 1);
    assert.equal(asked().filter((each) => each === "hint").length, 2);
  });

  it("a solution is asked for once, recorded, and lowers the score of a pass", async () => {
    const dialog = page.locator(".jp-Dialog");
    await press(card("Not yet"), "Solution…");
    await dialog.getByText(`Show the solution of “${exercise}”?`).waitFor();
    await press(dialog, "Cancel");
    assert.equal(await card("One way to do it:").count(), 0);
    assert.ok(!asked().includes("solution"));
    await press(card("Not yet"), "Solution…");
    await press(dialog, "Show Solution");
    await card("rows = quartet.map").waitFor();
    await note("solution seen").waitFor();
    await press(card("Not yet"), "Solution…");
    await card("rows = quartet.map").nth(1).waitFor();
    await page.locator(".jp-CodeCell .cm-content").nth(1).fill(right);
    await runAllCells(page);
    await card("Passed").waitFor();
    assert.equal(await card("One way to do it:").count(), 0, "what is passed needs no help");
    for (let i = 0; i < 50 && !scores().includes(0.25); i++) await page.waitForTimeout(100);
    assert.ok(scores().includes(0.25), JSON.stringify(folder.records()));
  });

  const scores = (): unknown[] =>
    folder.records().flatMap(({ outcome, score }) => (outcome === "PASS" ? [score] : []));

  it("the panel opens the lesson and shows the hint there, by the keyboard too", async () => {
    await page.close();
    page = await lab.openLab(context);
    page.setDefaultTimeout(30_000);
    await showPanel(page);
    // JupyterLab gives the launcher the focus when it comes.
    await page.locator(".jp-Launcher").waitFor();
    const median = row(page, "Find three faults");
    await median.focus();
    await page.keyboard.press("Tab");
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.textContent);
    assert.equal(await focused(), "Hint");
    await page.screenshot({ path: path.join(screenshots, "help-panel.png") });
    assert.deepEqual(await violations(page, ".daylab-Progress"), []);
    await page.keyboard.press("Enter");
    // No cell of this notebook checks the exercise: the hint comes in one of its own.
    await card("Hint 1 of 3").filter({ hasText: "A median without faults" }).waitFor();
    await row(page, "Find three faults").filter({ hasText: "not tried · 1 hint" }).waitFor();
    await row(page, exercise).hover();
    await press(row(page, exercise), "Hint");
    await card("Hint 3 of 3").waitFor();
  });
});

const right = `const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const x4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
const sets = [
  ["I", x, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
  ["II", x, [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
  ["III", x, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]],
  ["IV", x4, [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89]],
];
const mean = (v) => v.reduce((s, each) => s + each, 0) / v.length;
const spread = (a, b) => mean(a.map((each, i) => (each - mean(a)) * (b[i] - mean(b))));
const r = (a, b) => spread(a, b) / Math.sqrt(spread(a, a) * spread(b, b));
await check("table", sets.map(([set, a, b]) => ({ set, meanX: mean(a), meanY: mean(b), r: r(a, b) })));`;
