import type { Locator, Page } from "playwright-core";

/** A line of the progress panel: a track, a lesson, an exercise. */
export const row = (page: Page, title: string): Locator =>
  page.locator(".daylab-Progress-row").filter({ hasText: title });

/** An exercise of Day 1 that is green. */
export const passed = (page: Page, title = "Return a typed greeting"): Locator =>
  row(page, title).and(page.locator('[data-status="passed"]'));

/** What the panel has to say of the files. */
export const notice = (page: Page, text: string | RegExp): Locator =>
  page.locator(".daylab-Progress-notice").filter({ hasText: text });

/** By the status bar, which shows the panel also where the side bar is open already. */
export async function showPanel(page: Page): Promise<void> {
  await page.locator(".daylab-StatusItem").click();
  await row(page, "Setup & numerics").waitFor();
}

/** Unfolds Day 1, where neither the notebook in front nor the lesson to go on with did. */
export async function unfoldDayOne(page: Page): Promise<void> {
  const steps = [
    { title: "Setup & numerics", below: "Day 1:" },
    { title: "Day 1:", below: "Return a typed greeting" },
  ];
  for (const { title, below } of steps) {
    const folded = row(page, title).and(page.locator("[aria-expanded=false]"));
    await row(page, title).waitFor();
    // The files may still be read: then the panel unfolds the lesson to go on with by itself, and a
    // click that comes just then folds it again.
    for (let tries = 0; tries < 40 && !(await row(page, below).isVisible()); tries++) {
      await page.waitForTimeout(250);
      if (await folded.isVisible()) await folded.locator(".daylab-Progress-twisty").click();
    }
    await row(page, below).waitFor();
  }
}

/** Runs a command as the palette does, from its list. */
export async function runCommand(page: Page, label: string): Promise<void> {
  const palette = page.locator(".jp-ModalCommandPalette");
  // The keys are known a moment after the page is there.
  for (let tries = 0; tries < 20 && !(await palette.isVisible()); tries++) {
    await page.keyboard.press("Control+Shift+c");
    await page.waitForTimeout(250);
  }
  await palette.locator("input").fill(label);
  await palette.locator(".lm-CommandPalette-item", { hasText: label }).first().click();
}

export const kernelIs = (page: Page, state: "Idle" | "Busy"): Promise<void> =>
  page.getByText(`TypeScript (Daylab) | ${state}`).waitFor({ timeout: 60_000 });
