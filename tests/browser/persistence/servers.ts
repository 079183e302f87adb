import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { begin, greet } from "../learner/folder.ts";
import { inBrowser, savedAs, write } from "../learner/journal.ts";
import { notice, passed } from "../learner/panel.ts";
import { runAllCells } from "../jupyterlab.ts";
import { openDayOne, openPanel, openWith, until, type Given } from "./given.ts";

const unanswered = "The server does not answer";
const full = "The server's disk is full";

/** JupyterLab's own word that the server is gone. */
async function closeDialogs(page: Page): Promise<void> {
  await page.addLocatorHandler(page.locator(".jp-Dialog"), async () => {
    await page.locator(".jp-Dialog .jp-Dialog-button").first().click();
  });
}

/** Servers that are gone, come back, or have no room. */
export function casesOfServers(given: Given): void {
  const texts = () => JSON.stringify(given.folder.records());

  it("a restart of the server", async () => {
    const page = await openWith(given, await given.browser(), "Before");
    await closeDialogs(page);
    await given.lab.stopServer();
    await write(page, "While it was gone");
    await savedAs(page, inBrowser).waitFor();
    await notice(page, unanswered).waitFor();
    await given.lab.startServer();
    await notice(page, unanswered).getByRole("button", { name: "Try again" }).click();
    await notice(page, unanswered).waitFor({ state: "detached" });
    await until(() => texts().includes("While it was gone"), "the file has the entry");
  });

  it("a server that cannot be reached, also where the tab is closed meanwhile", async () => {
    const context = await given.browser();
    const page = await openDayOne(given, context, begin, greet);
    await page.route("**/api/contents/progress**", (route) => route.abort());
    await runAllCells(page);
    await passed(page).waitFor();
    await notice(page, unanswered).waitFor();
    assert.deepEqual(given.folder.files(), []);
    await page.close();
    const again = await openPanel(given, context);
    await passed(again).waitFor();
    await until(() => given.folder.records().length === 1, "the file has the record");
  });

  it("a network that goes and comes back by itself", async () => {
    const context = await given.browser();
    const page = await openWith(given, context, "Before");
    await closeDialogs(page);
    await context.setOffline(true);
    await write(page, "In a tunnel");
    await savedAs(page, inBrowser).waitFor();
    assert.doesNotMatch(texts(), /In a tunnel/);
    await context.setOffline(false);
    await until(() => texts().includes("In a tunnel"), "the file has the entry");
  });

  it("a full disk, answered by 507 or 500, also where the tab is closed meanwhile", async () => {
    const context = await given.browser();
    const page = await openWith(given, context, "Before");
    for (const [i, { status, message }] of answersOfFullDisks.entries()) {
      await page.route(files, (route) =>
        route.request().method() === "PUT"
          ? route.fulfill({ status, json: { message } })
          : route.continue(),
      );
      await write(page, `No room for this, ${i}`);
      await savedAs(page, inBrowser).waitFor();
      const answered = page.waitForResponse(
        (each) => each.url().includes("/api/contents/progress/") && each.status() !== 200,
      );
      await notice(page, full).getByRole("button", { name: "Try again" }).click();
      assert.equal((await answered).status(), status);
      await notice(page, full).waitFor();
      assert.doesNotMatch(texts(), new RegExp(`No room for this, ${i}`));
      if (i === answersOfFullDisks.length - 1) break;
      await page.unroute(files);
      await notice(page, full).getByRole("button", { name: "Try again" }).click();
      await notice(page, full).waitFor({ state: "detached" });
      await until(() => texts().includes(`No room for this, ${i}`), "the file has the entry");
    }
    await page.close();
    await openPanel(given, context);
    await until(() => texts().includes("No room for this, 1"), "the file has the last entry");
  });
}

const files = "**/api/contents/progress/**";

/** As a storage gateway says it, and as Jupyter's own server does. */
const answersOfFullDisks = [
  { status: 507, message: "Insufficient Storage" },
  {
    status: 500,
    message:
      "Unexpected error while saving file: progress/x.json [Errno 28] No space left on device",
  },
];
