import assert from "node:assert/strict";
import { begin, greet } from "../learner/folder.ts";
import { inFile, journal, learning, openJournal, savedAs, write } from "../learner/journal.ts";
import { passed } from "../learner/panel.ts";
import { runAllCells } from "../jupyterlab.ts";
import { openDayOne, openPanel, openWith, until, type Given } from "./given.ts";

/** Tabs and browsers that write at the same time. */
export function casesOfSharing(given: Given): void {
  it("two tabs at once", async () => {
    const context = await given.browser();
    const check = 'await check("table", 3);\n';
    const lesson = await openDayOne(given, context, begin, check.repeat(10), greet);
    const other = await openPanel(given, context);
    await openJournal(other);
    const writing = async () => {
      for (let i = 1; i <= 10; i++) {
        await learning(other).fill(`Line ${i}`);
        await journal(other).getByRole("button", { name: "Save", exact: true }).click();
      }
    };
    await Promise.all([runAllCells(lesson), writing()]);
    await passed(other).waitFor();
    const { folder } = given;
    await until(() => /"Line 10"/.test(JSON.stringify(folder.records())), "the journal is saved");
    await until(
      () => folder.records().filter(({ kind }) => kind === "attempt").length === 11,
      "the ten failures and the pass are in the file",
    );
    assert.equal(folder.files().length, 1);
  });

  it("two tabs that wrote the same day of the journal apart", async () => {
    const context = await given.browser();
    const here = await openWith(given, context, "Before");
    const there = await openPanel(given, context);
    await openJournal(there);
    // The first save is on its way until the second text is typed.
    const typed = Promise.withResolvers<void>();
    await here.route("**/api/contents/progress/**", async (route) => {
      if (route.request().method() === "PUT") await typed.promise;
      await route.continue();
    });
    await write(here, "Here");
    await learning(there).fill("There");
    typed.resolve();
    await savedAs(here, inFile).waitFor();
    await savedAs(there, inFile).waitFor();
    await journal(there).getByRole("region", { name: "Version 1" }).waitFor();
    const versions = await journal(there).locator(".daylab-Version pre").allInnerTexts();
    assert.match(versions.join(), /Here/);
    assert.match(versions.join(), /There/);
  });

  it("two browsers, which join their files", async () => {
    const home = await given.browser();
    const school = await given.browser();
    const here = await openWith(given, home, "At home");
    const there = await openPanel(given, school);
    await openJournal(there);
    assert.equal(await learning(there).inputValue(), "At home");
    // Apart: neither has read what the other one is about to save.
    await learning(here).fill("At home, later");
    await write(there, "At school");
    await savedAs(there, inFile).waitFor();
    await savedAs(here, inFile).waitFor();
    assert.equal(given.folder.files().length, 2);
    const again = await openPanel(given, home);
    await openJournal(again);
    await journal(again).getByRole("button", { name: "Keep version 1" }).waitFor();
    const versions = await journal(again).locator(".daylab-Version pre").allInnerTexts();
    assert.match(versions.join(), /At home, later/);
    assert.match(versions.join(), /At school/);
  });
}
