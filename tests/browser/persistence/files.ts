import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { inBrowser, inFile, learning, openJournal, savedAs, write } from "../learner/journal.ts";
import { notice, passed, row } from "../learner/panel.ts";
import { openPanel, openWith, until, type Given } from "./given.ts";

/** A pass as another browser may have recorded it. */
const attempt = (n: number, exercise = "greeting") => ({
  ...{ id: `attempt-${n}`, seq: n + 1, time: "2026-11-20T09:30:00.000+00:00", kind: "attempt" },
  ...{ lesson: "day-001", epoch: 0, event: "check", exercise, title: "An exercise" },
  ...{ outcome: "PASS", hintsUsed: 0, solutionSeen: false, score: 1 },
});

/** Files that are not as they should be. */
export function casesOfFiles(given: Given): void {
  /** A browser that has written once, and the name of its file. */
  async function writer() {
    const context = await given.browser();
    const page = await openWith(given, context, "Before");
    const [name] = given.folder.files();
    await page.close();
    return { context, file: `progress/${name}` };
  }

  it("a folder that cannot be written: another one is used, and that is said", async () => {
    const { folder } = given;
    const records = [attempt(1)];
    folder.write(
      "progress/teacher.json",
      JSON.stringify({ schema: 1, writer: "teacher", records }),
    );
    chmodSync(folder.at("progress"), 0o555);
    const context = await given.browser();
    const page = await openPanel(given, context);
    await passed(page).waitFor();
    await openJournal(page);
    await write(page, "Kept elsewhere");
    await savedAs(page, inFile).waitFor();
    await notice(
      page,
      "progress cannot be written; your progress goes to elsewhere/kept",
    ).waitFor();
    assert.match(JSON.stringify(folder.records("elsewhere/kept")), /Kept elsewhere/);
    assert.deepEqual(folder.files(), ["teacher.json"]);
    await page.close();
    const again = await openPanel(given, context);
    await openJournal(again);
    assert.equal(await learning(again).inputValue(), "Kept elsewhere");
    await passed(again).waitFor();
  });

  it("a corrupt file: kept aside as it is, said, and what could be read goes on", async () => {
    const { folder } = given;
    const { context, file } = await writer();
    const broken = folder.read(file).slice(0, -10) + "\u0000 cut off";
    folder.write(file, broken);
    const page = await openPanel(given, context);
    await notice(page, `${file} could not be read`).waitFor();
    await notice(
      page,
      /It was kept as progress\/.*\.corrupt-.*, and 1 record in it was saved/,
    ).waitFor();
    const aside = folder.files().find((name) => name.includes(".corrupt-"));
    assert.equal(folder.read(`progress/${aside}`), broken);
    await openJournal(page);
    assert.equal(await learning(page).inputValue(), "Before");
    await until(() => folder.files().length === 2, "a new file is written");
    await until(
      () => JSON.stringify(folder.records()).includes("Before"),
      "the new file has the record",
    );
  });

  it("a file of a newer version: shown, said, and left as it is", async () => {
    const { folder } = given;
    const { context, file } = await writer();
    const records = [attempt(1), { kind: "dream", id: "d", seq: 9, time: "2031-01-01T00:00:00Z" }];
    const newer = JSON.stringify({ schema: 2, writer: file.slice(9, -5), records, more: true });
    folder.write(file, newer);
    const page = await openPanel(given, context);
    await passed(page).waitFor();
    await notice(page, "was written by a newer version of Daylab (schema 2)").waitFor();
    await openJournal(page);
    await write(page, "Later than the update");
    await savedAs(page, inBrowser).waitFor();
    assert.equal(folder.read(file), newer);
    assert.equal(folder.files().length, 1);
  });

  it("10 000 records", async () => {
    const { folder } = given;
    const { context, file } = await writer();
    const document = JSON.parse(folder.read(file)) as { records: object[] };
    const ids = (JSON.parse(folder.read("notebooks/curriculum.json")) as Curriculum).lessons
      .filter((lesson) => lesson.exerciseIds !== undefined)
      .flatMap(({ id, exerciseIds = [] }) => exerciseIds.map((exercise) => [id, exercise]));
    for (let n = 1; n <= 10_000; n++) {
      const [lesson, exercise] = ids[n % ids.length];
      document.records.push({ ...attempt(n, exercise), lesson });
    }
    folder.write(file, JSON.stringify(document));
    const page = await openPanel(given, context);
    await passed(page).waitFor();
    await page.getByRole("searchbox", { name: "Search lessons" }).fill("anscombe");
    await row(page, "Dataframes & EDA").waitFor({ state: "detached" });
    await page.getByRole("searchbox", { name: "Search lessons" }).fill("");
    await row(page, "Dataframes & EDA").focus();
    await page.keyboard.press("Home");
    assert.match(
      String(await page.evaluate("document.activeElement.getAttribute('aria-label')")),
      /^Setup & numerics/,
    );
    await openJournal(page);
    await write(page, "One more");
    await savedAs(page, inFile).waitFor();
    assert.equal(folder.records().length, 10_001);
  });
}

interface Curriculum {
  readonly lessons: readonly { readonly id: string; readonly exerciseIds?: readonly string[] }[];
}
