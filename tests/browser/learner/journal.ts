import type { Locator, Page } from "playwright-core";
import { runCommand } from "./panel.ts";

export const journal = (page: Page): Locator => page.locator(".daylab-Journal");

/** Where the journal says that the entry is. */
export const savedAs = (page: Page, words: string): Locator =>
  journal(page).getByText(words, { exact: true });

export const inFile = "Saved";
export const inBrowser = "Saved in this browser; the server gets it later";

export const learning = (page: Page): Locator => journal(page).getByLabel("Learning from today");

/** Opens the journal at today's entry. */
export async function openJournal(page: Page): Promise<void> {
  await runCommand(page, "Journal");
  await learning(page).waitFor();
}

/** Writes into today's entry and saves it, as far as it can be. */
export async function write(page: Page, text: string): Promise<void> {
  await learning(page).fill(text);
  await journal(page).getByRole("button", { name: "Save", exact: true }).click();
}
