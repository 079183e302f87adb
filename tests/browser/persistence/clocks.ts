import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { begin, greet } from "../learner/folder.ts";
import { inFile, journal, learning, openJournal, savedAs, write } from "../learner/journal.ts";
import { passed, row } from "../learner/panel.ts";
import { runAllCells } from "../jupyterlab.ts";
import { openDayOne, openPanel, until, type Given } from "./given.ts";

const berlin = { timezoneId: "Europe/Berlin" };

/** The streak among others. */
const summary = (page: Page) => journal(page).locator(".daylab-Summary");

/** Clocks that are wrong, and days that are not 24 hours long. */
export function casesOfClocks(given: Given): void {
  /** A tab with the journal, whose clock stands at that time. */
  async function openAt(context: BrowserContext, time: string): Promise<Page> {
    await context.clock.setFixedTime(new Date(time));
    const page = await openPanel(given, context);
    await openJournal(page);
    return page;
  }

  /** Writes the entry of the day that the clock shows then; the day must be a new one. */
  async function writeAt(page: Page, time: string, text: string): Promise<void> {
    await page.clock.setFixedTime(new Date(time));
    await journal(page).getByRole("button", { name: "Today's entry" }).click();
    assert.equal(await learning(page).inputValue(), "", `a new day at ${time}`);
    await write(page, text);
    await savedAs(page, inFile).waitFor();
  }

  it("a clock that went ahead and was set back", async () => {
    const context = await given.browser();
    const page = await openAt(context, "2031-05-04T10:00:00Z");
    const ahead = journal(page).getByRole("button", { name: /2031/ });
    await writeAt(page, "2031-05-04T10:00:00Z", "Written in the future");
    await writeAt(page, "2026-05-04T10:00:00Z", "Written today");
    // The later version counts, though its clock says that it is five years older.
    await ahead.click();
    await write(page, "Changed today");
    await savedAs(page, inFile).waitFor();
    await page.close();
    const again = await openAt(context, "2026-05-04T11:00:00Z");
    assert.equal(await learning(again).inputValue(), "Written today");
    await journal(again).getByRole("button", { name: /2031/ }).click();
    assert.equal(await learning(again).inputValue(), "Changed today");
  });

  it("a browser whose clock is ahead of the kernel's: a reset comes before the next check", async () => {
    const context = await given.browser();
    await context.clock.setFixedTime(new Date("2031-05-04T10:00:00Z"));
    const page = await openDayOne(given, context, begin, greet);
    await row(page, "Day 1:").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Reset Lesson…" }).click();
    await page.locator(".jp-Dialog").getByRole("button", { name: "Reset" }).click();
    await until(() => given.folder.records().length === 1, "the reset is in the file");
    await runAllCells(page);
    await passed(page).waitFor();
  });

  it("a journey through time zones: a day is the one on the learner's wall", async () => {
    const flight = "2026-05-01T22:00:00Z";
    const tokyo = await given.browser({ timezoneId: "Asia/Tokyo" });
    // 7 o'clock of 2 May in Tokyo, and 15 o'clock of 1 May in Los Angeles.
    await writeAt(await openAt(tokyo, flight), flight, "Tokyo");
    const angeles = await given.browser({ timezoneId: "America/Los_Angeles" });
    const page = await openAt(angeles, flight);
    await writeAt(page, flight, "Los Angeles");
    await writeAt(page, "2026-05-04T06:30:00Z", "The third of May, late");
    assert.match(await summary(page).innerText(), /Streak: 3 days/);
  });

  it("the change to summer time: an evening and the night after it are two days", async () => {
    const page = await openAt(await given.browser(berlin), "2026-03-28T22:30:00Z");
    // In UTC these are two days, 28 and 29 March; in Berlin three, of which one has 23 hours.
    await writeAt(page, "2026-03-28T22:30:00Z", "28 March, 23:30");
    await writeAt(page, "2026-03-28T23:30:00Z", "29 March, 00:30");
    await writeAt(page, "2026-03-29T22:30:00Z", "30 March, 00:30");
    assert.match(await summary(page).innerText(), /Streak: 3 days/);
  });

  it("the change back: a day of 25 hours is one", async () => {
    const page = await openAt(await given.browser(berlin), "2026-10-24T22:15:00Z");
    await writeAt(page, "2026-10-24T22:15:00Z", "25 October, 00:15");
    await page.clock.setFixedTime(new Date("2026-10-25T22:45:00Z"));
    await journal(page).getByRole("button", { name: "Today's entry" }).click();
    assert.equal(await learning(page).inputValue(), "25 October, 00:15");
    await writeAt(page, "2026-10-25T23:15:00Z", "26 October, 00:15");
    assert.match(await summary(page).innerText(), /Streak: 2 days/);
  });
}
