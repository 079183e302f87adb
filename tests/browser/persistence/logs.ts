import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { journal, openJournal } from "../learner/journal.ts";
import { openPanel, until, type Given } from "./given.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const logs = path.join(root, "tests/extension/core/journal/logs");
const screenshots = path.join(root, "results/screenshots");

const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** What the learner wrote below the headings, whose words the shape of an export changes. */
const body = (log: string): string[] =>
  log.split(/\r\n|\n|\r/).flatMap((line) => (/^\s*(#|date\b)/i.test(line) ? [] : words(line)));

/** The words from the first one on that are not there in their order. */
function lost(wanted: readonly string[], given: readonly string[]): string {
  let at = 0;
  for (const word of given) if (word === wanted[at]) at++;
  return wanted.slice(at, at + 8).join(" ");
}

/** Logs as people keep them, read through the preview one after another. */
export function casesOfLogs(given: Given): void {
  it("an import of five logs of real shapes, without losing a word", async () => {
    const { folder } = given;
    mkdirSync(screenshots, { recursive: true });
    const page = await openPanel(given, await given.browser());
    await openJournal(page);
    const preview = journal(page).getByRole("region", { name: "Preview of the import" });
    const names = readdirSync(logs);
    assert.equal(names.length, 5);
    for (const name of names) {
      const before = folder.records().length;
      const choosing = page.waitForEvent("filechooser");
      await journal(page).getByRole("button", { name: "Import Markdown…" }).click();
      await (await choosing).setFiles(path.join(logs, name));
      await preview.getByRole("table").waitFor();
      const parts = await preview.locator("tbody tr").count();
      await page.screenshot({ path: path.join(screenshots, `log-${path.parse(name).name}.png`) });
      assert.equal(folder.records().length, before, "a preview writes nothing");
      await preview.getByRole("button", { name: /^Import \d+ parts?$/ }).click();
      await preview.waitFor({ state: "detached" });
      await until(
        () => folder.records().length === before + parts,
        `the file has ${parts} parts more`,
      );
      const downloading = page.waitForEvent("download");
      await journal(page).getByRole("button", { name: "Export as Markdown" }).click();
      const exported = readFileSync(await (await downloading).path(), "utf8");
      const wanted = body(readFileSync(path.join(logs, name), "utf8"));
      assert.ok(wanted.length > 60, "the log has words below its headings");
      assert.equal(lost(wanted, words(exported)), "", name);
    }
  });
}
