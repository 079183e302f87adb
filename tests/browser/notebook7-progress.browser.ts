/// <reference lib="dom" />
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { runAllCells } from "./jupyterlab.ts";
import { begin, dayOne, makeFolder, notebook, pass } from "./lesson-folder.ts";
import { Notebook7 } from "./notebook7.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const row = (page: Page, title: string): Locator =>
  page.locator(".daylab-Progress-row").filter({ hasText: title });

/** The menu names the command as it is named in JupyterLab. */
async function showPanel(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "View", exact: true }).click();
  await page.getByRole("menuitem", { name: "Show Daylab Progress", exact: true }).click();
  await row(page, "Setup & numerics").waitFor();
}

async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press("Control+Shift+c");
  const palette = page.locator(".jp-ModalCommandPalette");
  await palette.locator("input").fill(label);
  await palette.locator(".lm-CommandPalette-item", { hasText: label }).first().click();
}

/** The notebook is there, and its kernel is idle. A server does not end while a kernel is starting. */
async function isReady(page: Page): Promise<void> {
  await page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: 60_000 });
  const indicator = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
  await indicator.waitFor({ timeout: 60_000 });
}

describe("progress in Notebook 7", function () {
  this.timeout(240_000);
  let folder: string;
  let server: Notebook7;
  let context: BrowserContext;
  /** The file list, and the lesson that was opened from it. */
  let tree: Page;
  let lesson: Page;
  const faults: string[] = [];

  const copy = () => path.join(folder, "work", dayOne);
  /** How many records of a kind are in the files; none while the server is writing one. */
  const found = (kind: string): number => {
    const files = path.join(folder, "progress");
    if (!existsSync(files)) return 0;
    const texts = readdirSync(files).map((name) => readFileSync(path.join(files, name), "utf8"));
    if (texts.some((text) => !text.trimEnd().endsWith("}"))) return 0;
    return texts
      .flatMap((text) => (JSON.parse(text) as { records: { kind: string }[] }).records)
      .filter((each) => each.kind === kind).length;
  };
  const recorded = async (kind: string, count: number): Promise<void> => {
    for (let i = 0; i < 100 && found(kind) < count; i++) await tree.waitForTimeout(100);
    assert.equal(found(kind), count);
  };
  const keep = (page: Page, name: string) =>
    page.screenshot({ path: path.join(screenshots, `${name}.png`) });

  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    folder = makeFolder(
      notebook([begin, `${pass}\nawait check("greeting", greet);`, 'await check("table", 3);']),
    );
    server = await Notebook7.start(folder);
    context = await server.newContext();
    context.on("weberror", (error) => {
      const { stack = "" } = error.error();
      if (stack.includes("@daylab")) faults.push(stack);
    });
    tree = await context.newPage();
    await tree.goto(server.address("tree"));
    await tree.locator(".jp-DirListing-item").first().waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("beside the file list, the panel opens a lesson as a working copy in a tab of the browser", async () => {
    await showPanel(tree);
    const opening = context.waitForEvent("page");
    await row(tree, "Day 1:").dblclick();
    lesson = await opening;
    await lesson.waitForURL(`**/notebooks/work/${dayOne}`, {
      waitUntil: "commit",
      timeout: 60_000,
    });
    await isReady(lesson);
    await lesson.getByText("TypeScript (Daylab)").first().waitFor();
    assert.ok(existsSync(copy()));
    assert.equal(context.pages().length, 2, "a double click opens one tab");
  });

  it("a check shows its card, turns green in the panel and is recorded", async () => {
    await lesson.locator(".daylab-Checks", { hasText: "0/3" }).click();
    await row(lesson, "Return a typed greeting").waitFor();
    await runAllCells(lesson);
    const passed = (page: Page): Locator =>
      row(page, "Return a typed greeting").and(page.locator('[data-status="passed"]'));
    await passed(lesson).waitFor({ timeout: 1000 });
    await row(lesson, "Put four sets").and(lesson.locator('[data-status="failed"]')).waitFor();
    await lesson.locator(".daylab-Checks", { hasText: "1/3" }).waitFor();
    const card = lesson.locator(".daylab-Card").first();
    assert.match((await card.getAttribute("aria-label")) ?? "", /^Passed: /);
    await recorded("attempt", 2);
    await passed(tree).waitFor({ timeout: 5000 });
    await keep(lesson, "notebook7-progress");
  });

  it("journal and class overview open in the sidebar, since a page has room for one document", async () => {
    await runCommand(lesson, "Journal");
    const journal = lesson.locator(".daylab-Journal");
    await journal.getByLabel("Learning from today").fill("A notebook has one sidebar.");
    await journal.getByRole("button", { name: "Save", exact: true }).click();
    await journal.getByText("Saved", { exact: true }).waitFor();
    await recorded("journal", 1);
    const cut = await journal.evaluate((node) => node.getBoundingClientRect().right - innerWidth);
    assert.ok(cut <= 1, `${cut} px of the journal are out of sight`);
    await keep(lesson, "notebook7-journal");
    await runCommand(lesson, "Class Overview");
    const teacher = lesson.locator(".daylab-Teacher");
    await teacher.getByLabel("Folder with the learners' progress files").press("Enter");
    await teacher.getByText("1 file in progress").waitFor();
    assert.equal(await journal.isVisible(), false);
    await runCommand(lesson, "Journal");
    await journal.waitFor();
  });

  it("a lesson is reset and compared with its original", async () => {
    await runCommand(lesson, "Reset Lesson");
    await lesson.locator(".jp-Dialog").getByRole("button", { name: "Reset" }).click();
    await row(lesson, "Return a typed greeting")
      .and(lesson.locator('[data-status="untried"]'))
      .waitFor();
    const kept = readdirSync(path.dirname(copy())).filter((name) =>
      /\.\d{4}-\d\d-\d\dT/.test(name),
    );
    assert.equal(kept.length, 1);
    const opening = context.waitForEvent("page", (page) =>
      page.url().includes(`/notebooks/notebooks/${dayOne}`),
    );
    await runCommand(lesson, "Compare with Original");
    await isReady(await opening);
  });

  it("has thrown nothing", () => assert.deepEqual(faults, []));
});
