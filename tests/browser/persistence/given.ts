import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { runAllCells, type JupyterLab } from "../jupyterlab.ts";
import type { LearnerFolder } from "../learner/folder.ts";
import { inFile, openJournal, savedAs, write } from "../learner/journal.ts";
import { kernelIs, showPanel, unfoldDayOne } from "../learner/panel.ts";

/** What every case is given: one server, and a learner who has done nothing yet. */
export interface Given {
  readonly folder: LearnerFolder;
  readonly lab: JupyterLab;
  /** A browser with nothing in its storage; two of them know nothing of each other. */
  browser(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** A tab with the panel in sight and Day 1 unfolded. */
export async function openPanel({ lab }: Given, context: BrowserContext, tree = ""): Promise<Page> {
  const page = await lab.openLab(context, tree);
  page.setDefaultTimeout(30_000);
  page.on("dialog", (dialog) => void dialog.accept());
  await showPanel(page);
  await unfoldDayOne(page);
  return page;
}

/** A tab with Day 1's working copy, made of these cells, and its kernel idle. */
export async function openDayOne(
  given: Given,
  context: BrowserContext,
  ...cells: readonly string[]
): Promise<Page> {
  given.folder.writeCopy(...cells);
  const page = await openPanel(given, context, `/tree/${copyInTree}`);
  await kernelIs(page, "Idle");
  return page;
}

const copyInTree = "work/01-setup-numerics/day-001-hello-notebook.ipynb";

/** Day 1 with these cells, all of them run. */
export async function runDayOne(
  given: Given,
  context: BrowserContext,
  ...cells: readonly string[]
): Promise<Page> {
  const page = await openDayOne(given, context, ...cells);
  await runAllCells(page);
  return page;
}

/** A tab with the journal, whose entry of today says this and is in its file. */
export async function openWith(given: Given, context: BrowserContext, text: string): Promise<Page> {
  const page = await openPanel(given, context);
  await openJournal(page);
  await write(page, text);
  await savedAs(page, inFile).waitFor();
  return page;
}

/** Waits until the test's own question is answered by yes. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`For 20 seconds it did not hold that ${what}.`);
}
