/// <reference lib="dom" />
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";
import { dayOneCopy, LearnerFolder, notebook } from "./learner/folder.ts";
import { kernelIs, row, showPanel } from "./learner/panel.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");
const original = dayOneCopy.replace(/^work/, "notebooks");
const dayNine = "02-dataframes-eda/day-009-danfo-basics.ipynb";

describe("where a learner starts", function () {
  this.timeout(180_000);
  let folder: LearnerFolder;
  let lab: JupyterLab;

  const tab = (page: Page): Locator =>
    page.locator("#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current");

  before(async () => {
    folder = new LearnerFolder();
    lab = await JupyterLab.start(folder.path);
  });
  after(async () => {
    await lab?.stop();
    folder.remove();
  });

  it("npm start leads to a working copy of Day 1, with the panel beside it", async () => {
    const context = await lab.newContext();
    const page = await lab.openStart(context);
    await kernelIs(page, "Idle");
    assert.ok(existsSync(folder.at(dayOneCopy)));
    assert.match(String(await tab(page).getAttribute("title")), new RegExp(`Path: ${dayOneCopy}`));
    await row(page, "Day 1:").and(page.locator("[aria-selected=true]")).waitFor();
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, "start.png") });
    assert.equal(new URL(page.url()).searchParams.has("daylab"), false);
    assert.equal(await page.locator(".daylab-Original").count(), 0);
    await context.close();
  });

  it("and later to the lesson where the learner left off", async () => {
    folder.write(`notebooks/${dayNine}`, notebook(["1 + 1"]).replaceAll("day-001", "day-009"));
    const record = {
      ...{ id: "a", seq: 1, time: "2026-11-20T09:30:00.000+00:00", kind: "attempt", epoch: 0 },
      ...{ lesson: "day-009", event: "check", exercise: "x", title: "X", outcome: "FAIL" },
      ...{ hintsUsed: 0, solutionSeen: false, score: 0 },
    };
    const text = JSON.stringify({ schema: 1, writer: "home", records: [record] });
    folder.write("progress/home.json", text);
    const context = await lab.newContext();
    const page = await lab.openStart(context);
    await row(page, "Day 9:")
      .and(page.locator("[aria-selected=true]"))
      .waitFor({ timeout: 60_000 });
    assert.match(
      String(await tab(page).getAttribute("title")),
      new RegExp(`Path: work/${dayNine}`),
    );
    await context.close();
  });

  it("an original says that it is one, and leads to the copy", async () => {
    const before = folder.read(original);
    const context = await lab.newContext();
    const page = await lab.openLab(context, `/tree/${original}`);
    await page.locator(".daylab-Original").waitFor({ timeout: 60_000 });
    await page.screenshot({ path: path.join(screenshots, "original.png") });
    await page.locator(".daylab-Original").getByRole("button", { name: "Open My Copy" }).click();
    await page.locator(".daylab-Original").waitFor({ state: "detached" });
    await page.waitForFunction(
      (copy) =>
        document
          .querySelector("#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current")
          ?.getAttribute("title")
          ?.includes(copy),
      dayOneCopy,
    );
    assert.equal(folder.read(original), before);
    await context.close();
  });

  it("nothing of ours moves where the learner asks for less motion", async () => {
    const context = await lab.newContext();
    const page = await lab.openLab(context);
    await showPanel(page);
    // Nothing moves today; this is what somebody may add one day.
    await page.addStyleTag({
      content: `@keyframes turn { to { rotate: 1turn } }
        .daylab-Progress-row { animation: turn 9s; scroll-behavior: smooth }
        .daylab-StatusItem { transition: color 9s }`,
    });
    const moving = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('[class*="daylab-"], [class*="daylab-"] *')].flatMap(
          (each) => {
            const style = getComputedStyle(each);
            const moves =
              style.animationName !== "none" ||
              style.scrollBehavior !== "auto" ||
              style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
            return moves ? [each.className] : [];
          },
        ),
      );
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const before = (await moving()).join(" ");
    for (const name of ["daylab-Progress-row", "daylab-StatusItem"]) {
      assert.ok(before.includes(name), `${name} moves: ${before.slice(0, 500)}`);
    }
    await page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await moving(), []);
    await context.close();
  });
});
