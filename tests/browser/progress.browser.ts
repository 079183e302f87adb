/// <reference lib="dom" />
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { chooseTheme, JupyterLab, runAllCells } from "./jupyterlab.ts";
import { begin, dayOne, makeFolder, notebook, pass } from "./lesson-folder.ts";

const root = path.resolve(import.meta.dirname, "../..");
const screenshots = path.join(root, "results/screenshots");

/** A pass as a kernel publishes it. */
const published = (attempt: string): unknown => ({
  output_type: "display_data",
  metadata: {},
  data: {
    "text/plain": "passed",
    "application/vnd.daylab.check.v1+json": {
      ...{ version: 1, event: "check", lesson: "day-001", exercise: "median", title: "Median" },
      ...{ outcome: "PASS", message: "", attempt, time: "2026-11-20T09:30:00.000+00:00" },
      ...{ hintsUsed: 0, hintsTotal: 3, solutionSeen: false, score: 1 },
    },
  },
});

const row = (page: Page, title: string): Locator =>
  page.locator(".daylab-Progress-row").filter({ hasText: title });

async function showPanel(page: Page): Promise<void> {
  await page.locator('.lm-TabBar-tab[data-id="daylab-progress"]').click();
  await row(page, "Setup & numerics").waitFor();
}

async function openDayOne(page: Page): Promise<void> {
  await row(page, "Day 1:").dblclick();
  await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
}

async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
}

describe("progress in JupyterLab", function () {
  this.timeout(300_000);
  let folder: string;
  let lab: JupyterLab;
  let context: BrowserContext;

  const original = () => path.join(folder, "notebooks", dayOne);
  const copy = () => path.join(folder, "work", dayOne);
  const progressFiles = () =>
    existsSync(path.join(folder, "progress")) ? readdirSync(path.join(folder, "progress")) : [];
  const records = (): { kind: string; exercise?: string; outcome?: string }[] =>
    progressFiles().flatMap(
      (name) =>
        (
          JSON.parse(readFileSync(path.join(folder, "progress", name), "utf8")) as {
            records: { kind: string }[];
          }
        ).records,
    );

  before(async () => {
    folder = makeFolder(
      notebook([begin, `${pass}\nawait check("greeting", greet);`, 'await check("table", 3);']),
    );
    lab = await JupyterLab.start(folder);
    context = await lab.newContext();
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens Day 1 as a working copy with its kernel, and a check turns its exercise green", async () => {
    const page = await lab.openLab(context);
    await showPanel(page);
    await openDayOne(page);
    assert.ok(existsSync(copy()));
    const before = readFileSync(original(), "utf8");
    await runAllCells(page);
    await row(page, "Return a typed greeting").and(page.locator('[data-status="passed"]')).waitFor({
      timeout: 1000,
    });
    await row(page, "Put four sets").and(page.locator('[data-status="failed"]')).waitFor();
    await row(page, "Day 1:").and(page.locator('[data-status="failed-checks"]')).waitFor();
    await page.locator(".daylab-Checks", { hasText: "1/3" }).waitFor();
    await page.locator(".daylab-StatusItem", { hasText: "1 day in a row" }).waitFor();
    assert.equal(readFileSync(original(), "utf8"), before);
    // The server does not write a file in one go.
    await page.waitForTimeout(1000);
    assert.equal(records().filter((each) => each.kind === "attempt").length, 2);
    await keep(page, "progress-light");
    await chooseTheme(page, "JupyterLab Dark");
    await page.waitForFunction(() => document.body.dataset["jpThemeLight"] === "false");
    await page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
    await keep(page, "progress-dark");
    await page.close();
  });

  it("counts what is present on open as nothing, and keeps what was counted over a reload", async () => {
    const present = path.join(folder, "present.ipynb");
    writeFileSync(
      present,
      notebook(["1 + 1"], [published("11111111-0000-4000-8000-000000000000")]),
    );
    const page = await lab.openLab(context, "/tree/present.ipynb");
    await showPanel(page);
    await row(page, "Return a typed greeting")
      .and(page.locator('[data-status="passed"]'))
      .waitFor();
    await page.locator(".daylab-Checks", { hasText: "1/3" }).waitFor();
    assert.equal(await row(page, "Find three faults").getAttribute("data-status"), "untried");
    assert.ok(records().every((each) => each.exercise !== "median"));
    await page.close();
  });

  it("another tab, in which no lesson was opened, shows a check at once; a restart takes nothing away", async () => {
    const there = await lab.openLab(context);
    await showPanel(there);
    const solved = (page: Page): Locator =>
      row(page, "Find three faults").and(page.locator('[data-status="passed"]'));
    assert.equal(await solved(there).count(), 0);
    const median =
      "const median = (values) => { const s = [...values].sort((a, b) => a - b); const m = s.length >> 1; " +
      "return s.length % 2 ? s[m] : (s[m - 1] + s[m]) / 2; };";
    writeFileSync(copy(), notebook([begin, `${median}\nawait check("median", median);`]));
    const here = await lab.openLab(context);
    await showPanel(here);
    await openDayOne(here);
    await runAllCells(here);
    await solved(here).waitFor({ timeout: 1000 });
    await solved(there).waitFor({ timeout: 5000 });
    await there.close();
    await here.locator('[data-jp-item-name="restart"]:visible').click();
    await here.locator(".jp-Dialog .jp-mod-accept").click();
    await here.locator(".jp-Dialog").waitFor({ state: "detached" });
    await here.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
    assert.equal(await solved(here).count(), 1);
    await here.close();
  });

  it("a lesson is reset only when asked, and the notebook is kept under a dated name", async () => {
    const page = await lab.openLab(context);
    await showPanel(page);
    const mine = notebook([`const mine = 1;`]);
    writeFileSync(copy(), mine);
    const reset = async (button: string): Promise<void> => {
      await row(page, "Day 1:").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Reset Lesson…" }).click();
      await page.locator(".jp-Dialog").getByRole("button", { name: button }).click();
      await page.locator(".jp-Dialog").waitFor({ state: "detached" });
    };
    await reset("Cancel");
    assert.equal(readFileSync(copy(), "utf8"), mine);
    await reset("Reset");
    await row(page, "Return a typed greeting")
      .and(page.locator('[data-status="untried"]'))
      .waitFor();
    const beside = readdirSync(path.dirname(copy())).filter((name) =>
      /\.\d{4}-\d\d-\d\dT/.test(name),
    );
    assert.equal(beside.length, 1);
    const cells = (file: string): unknown =>
      (
        JSON.parse(readFileSync(file, "utf8")) as { cells: { source: string | string[] }[] }
      ).cells.map(({ source }) => [source].flat().join(""));
    assert.deepEqual(cells(copy()), cells(original()));
    assert.ok(
      readFileSync(path.join(path.dirname(copy()), beside[0]), "utf8").includes("const mine"),
    );
    await page.close();
  });

  it("the tree is worked by keys; search and filter leave what fits", async () => {
    const page = await lab.openLab(context);
    await showPanel(page);
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    // JupyterLab gives the launcher the focus when it comes.
    await page.locator(".jp-Launcher").waitFor();
    await row(page, "Setup & numerics").focus();
    await page.keyboard.press("End");
    assert.match(String(await focused()), /done$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.match(String(await focused()), /^Day \d+: /);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    assert.match(String(await focused()), /^Setup & numerics/);
    await page.keyboard.type("langu");
    assert.match(String(await focused()), /^Language/);
    await page.getByRole("searchbox", { name: "Search lessons" }).fill("anscombe");
    await row(page, "Dataframes & EDA").waitFor({ state: "detached" });
    assert.equal(await row(page, "Day 1:").count(), 1);
    await page.getByRole("combobox", { name: "Show lessons by status" }).selectOption("done");
    await page.getByText("No lesson fits.").waitFor();
    await page.close();
  });
});
