/// <reference lib="dom" />
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { loadLessons, type WrittenLesson } from "../../scripts/lessons/source/load.ts";
import { JupyterLab } from "./jupyterlab.ts";
import { row, showPanel } from "./learner/panel.ts";
import { answersOf, type Step } from "./learner/walk.ts";

const root = path.resolve(import.meta.dirname, "../..");
const screenshots = path.join(root, "results/screenshots");

/** Other days can be looked at: `DAYLAB_WALK=day-082,day-128`. */
const days = (process.env.DAYLAB_WALK ?? "day-055").split(",");

const cell = (page: Page, index: number): Locator =>
  page.locator(`.jp-NotebookPanel .jp-Cell[data-windowed-list-index="${index}"]`);

/** Runs the cell as a learner does: a click, maybe another text, Shift and Enter. */
async function run(page: Page, index: number, text?: string): Promise<void> {
  const active = cell(page, index);
  await active.scrollIntoViewIfNeeded();
  const isCode = await active.evaluate((node) => node.classList.contains("jp-CodeCell"));
  if (!isCode) return;
  if (text === undefined) await active.locator(".jp-InputPrompt").click();
  else await active.locator(".cm-content").fill(text);
  const prompt = active.locator(".jp-InputPrompt");
  const before = await prompt.textContent();
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction(
    ([at, old]) => {
      const now = document.querySelector(
        `.jp-NotebookPanel .jp-Cell[data-windowed-list-index="${at}"] .jp-InputPrompt`,
      )?.textContent;
      return now !== old && /\[\d+\]/.test(now ?? "");
    },
    [index, before] as const,
    { timeout: 120_000 },
  );
}

async function look(page: Page, at: Locator, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  // Cells get their height when they come into sight, which moves what was scrolled to.
  for (let turn = 0; turn < 3; turn++) {
    await at.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300);
  }
  await page.screenshot({ path: path.join(screenshots, `walk-${name}.png`) });
}

describe("a lesson worked through in JupyterLab", function () {
  this.timeout(900_000);
  let folder: string;
  let lab: JupyterLab;
  let written: readonly WrittenLesson[];

  before(async () => {
    ({ written } = await loadLessons());
    folder = mkdtempSync(path.join(tmpdir(), "daylab-walk-"));
    cpSync(path.join(root, "notebooks"), path.join(folder, "notebooks"), {
      recursive: true,
      filter: (file) => !file.includes(".ipynb_checkpoints"),
    });
    lab = await JupyterLab.start(folder, { DAYLAB_LESSONS: path.join(root, "notebooks/_source") });
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const day of days)
    it(`${day}: every cell, each exercise first wrong, then right, until the lesson is done`, async () => {
      const lesson = written.find((each) => each.lesson.id === day);
      assert.ok(lesson, `${day} is not written`);
      const page = await lab.openLab(await lab.newContext());
      await showPanel(page);
      await page.locator(".daylab-Progress input[type=search]").fill(lesson.lesson.title);
      const title = `Day ${lesson.lesson.day}: ${lesson.lesson.title}`;
      await row(page, title).dblclick();
      await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
      const status = (value: string): Locator =>
        page.locator(`.daylab-Progress-row[aria-level="3"][data-status="${value}"]`);
      const steps: readonly Step[] = answersOf(lesson);
      let right = 0;
      for (const [index, step] of steps.entries()) {
        if (step.check) {
          // The wrong answer ran in the cell before; the learner reads what the check says to it.
          await run(page, index);
          await cell(page, index).getByText("Not yet").waitFor();
          assert.equal(await status("failed").count(), 1);
          await look(page, cell(page, index), `${day}-wrong-${right + 1}`);
          await run(page, step.check.answerAt, step.check.right);
          await run(page, index);
          await cell(page, index).getByText("Passed").waitFor();
          right++;
          await page.waitForFunction(
            (count) =>
              document.querySelectorAll(
                '.daylab-Progress-row[aria-level="3"][data-status="passed"]',
              ).length === count,
            right,
            { timeout: 1000 },
          );
        } else await run(page, index, step.text);
        if (step.picture) await look(page, cell(page, index), `${day}-cell-${index}`);
      }
      await row(page, title).and(page.locator('[data-status="done"]')).waitFor();
      await look(page, cell(page, steps.length - 1), `${day}-done`);
      await page.close();
    });
});
