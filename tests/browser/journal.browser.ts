/// <reference lib="dom" />
import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { chooseTheme, JupyterLab } from "./jupyterlab.ts";
import { violations } from "./learner/axe.ts";

const root = path.resolve(import.meta.dirname, "../..");
const screenshots = path.join(root, "results/screenshots");
const log = path.join(root, "tests/extension/core/journal/logs/bracket-dates.md");

const check = (change: object) => ({
  ...{ version: 1, event: "check", lesson: "day-001", exercise: "median", title: "The median" },
  ...{ outcome: "FAIL", message: "Got `3`, not `4`.", attempt: "a", hintsUsed: 1, hintsTotal: 3 },
  ...{ time: "2026-11-20T09:30:00.000+00:00", solutionSeen: false, score: 0, ...change },
});
const checkType = "application/vnd.daylab.check.v1+json";
const outcomeType = "application/vnd.daylab.outcome.v1+json";

/** What a lesson's kernel published, and what any program could have. */
const published: Record<string, unknown>[] = [
  { [checkType]: check({ outcome: "PASS", score: 0.9, message: "Right." }) },
  { [checkType]: check({}) },
  { [checkType]: check({ event: "solution", message: "const a = 1 < 2;", score: 0.25 }) },
  {
    [outcomeType]: {
      ...{ version: 1, lesson: "day-001", metric: "accuracy", value: 0.91, bounds: {} },
      ...{ status: "met", message: "0.91 is at least 0.9.", attempt: "b" },
      time: "2026-11-20T09:30:00.000+00:00",
    },
  },
  { [checkType]: check({ message: "<img src=x onerror='window.daylabHurt = 1'>" }) },
  { [checkType]: { version: 7 }, "text/html": "<b>what came with it</b><script>0</script>" },
];

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: published.map((data, i) => ({
    ...{ id: `cell-${i}`, cell_type: "code", metadata: {}, execution_count: 1, source: `// ${i}` },
    outputs: [
      { output_type: "display_data", metadata: {}, data: { "text/plain": "plain", ...data } },
    ],
  })),
};

/** A learner's file: two failures and a pass, or a failure. */
function learner(writer: string, name: string, outcomes: readonly string[]): string {
  const records = outcomes.map((outcome, i) => ({
    ...{ id: `${writer}-${i}`, seq: i + 1, time: `2026-11-20T09:3${i}:00.000+00:00` },
    ...{ kind: "attempt", lesson: "day-001", epoch: 0, event: "check", exercise: "median" },
    ...{ title: "The median", outcome, hintsUsed: 0, solutionSeen: false },
    score: outcome === "PASS" ? 1 : 0,
  }));
  return JSON.stringify({ schema: 1, writer, name, records });
}

describe("the journal, the class overview and the cards in JupyterLab", function () {
  this.timeout(240_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  const journal = () => page.locator(".daylab-Journal");
  const shoot = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });

  /** Runs a command as the palette does, from its list. */
  async function runCommand(label: string): Promise<void> {
    await page.keyboard.press("Control+Shift+c");
    const palette = page.locator(".jp-ModalCommandPalette");
    await palette.locator("input").fill(label);
    await palette.locator(".lm-CommandPalette-item", { hasText: label }).first().click();
  }

  async function inBothThemes(within: string, name: string): Promise<void> {
    await shoot(`${name}-light`);
    assert.deepEqual(await violations(page, within), [], "in light");
    await chooseTheme(page, "JupyterLab Dark");
    await page.waitForFunction(() => document.body.dataset["jpThemeLight"] === "false");
    await page.waitForTimeout(700);
    await shoot(`${name}-dark`);
    assert.deepEqual(await violations(page, within), [], "in dark");
    await chooseTheme(page, "JupyterLab Light");
    await page.waitForFunction(() => document.body.dataset["jpThemeLight"] === "true");
    await page.waitForTimeout(700);
  }

  /** Loads JupyterLab anew; the journal's tab comes back by itself. */
  async function reopened(): Promise<void> {
    // JupyterLab saves its layout a second after the last change.
    await page.waitForTimeout(1500);
    await page.goto(new URL("/lab", page.url()).href);
    await journal().waitFor({ timeout: 60_000 });
  }

  /** The records of every file in the learner's folder. */
  function recorded(): Record<string, unknown>[] {
    const files = path.join(folder, "progress");
    return readdirSync(files).flatMap((name) => {
      const text = readFileSync(path.join(files, name), "utf8");
      return (JSON.parse(text) as { records: Record<string, unknown>[] }).records;
    });
  }

  const written = () => recorded().filter(({ kind }) => kind === "journal");

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-journal-"));
    mkdirSync(screenshots, { recursive: true });
    mkdirSync(path.join(folder, "notebooks"));
    mkdirSync(path.join(folder, "class"));
    cpSync(
      path.join(root, "notebooks/curriculum.json"),
      path.join(folder, "notebooks/curriculum.json"),
    );
    writeFileSync(path.join(folder, "cards.ipynb"), JSON.stringify(notebook));
    writeFileSync(
      path.join(folder, "class/ada.json"),
      learner("ada", "Ada", ["FAIL", "FAIL", "PASS"]),
    );
    writeFileSync(path.join(folder, "class/bob.json"), learner("bob", "=Bob", ["FAIL"]));
    writeFileSync(path.join(folder, "class/odd.json"), "{");
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("cards.ipynb", { width: 1280, height: 1000 });
    page.setDefaultTimeout(15_000);
  });
  after(async () => {
    await lab?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("come in at most 60 kB, compressed, without the chunk of plotly.js", () => {
    const built = path.join(root, "extension/dist/labextension/static");
    const chunks = readdirSync(built)
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(path.join(built, name)));
    const [plotly, ...own] = chunks.sort((a, b) => b.length - a.length);
    assert.ok(plotly.length > 3_000_000, "plotly.js is a chunk of its own");
    const size = own.reduce((sum, chunk) => sum + gzipSync(chunk).length, 0);
    assert.ok(size <= 60_000, `${size} bytes`);
  });

  describe("cards", () => {
    const card = (index: number): Locator =>
      page.locator(".jp-CodeCell").nth(index).locator(".daylab-Card-output");

    it("show state, title, message, score and hints", async () => {
      await card(0).getByText("Score 0.9 of 1 with 1 hint.").waitFor();
      assert.equal(
        await card(0).locator("[role=group]").getAttribute("aria-label"),
        "Passed: The median",
      );
      assert.match(
        (await card(1).innerText()) ?? "",
        /Not yet The median\nGot 3, not 4\.\n2 hints/,
      );
      assert.equal(await card(2).locator("pre").innerText(), "const a = 1 < 2;");
      await card(3).getByText("Reached").waitFor();
    });

    it("show what looks like markup as text, and HTML only where there is no record", async () => {
      await card(4).getByText("<img src=x").waitFor();
      assert.equal(await page.evaluate(() => "daylabHurt" in window), false);
      assert.equal(await card(5).locator("b").innerText(), "what came with it");
      assert.equal(await card(5).locator("script").count(), 0);
    });

    it("have no fault that axe-core finds, in light and dark", async () => {
      await inBothThemes(".daylab-Card", "cards");
    });
  });

  const text = "Why the median resists outliers.";

  describe("the journal", () => {
    it("begins with today's entry and keeps what was typed over a reload", async () => {
      await runCommand("Journal");
      await journal().getByLabel("Learning from today").fill(text);
      await journal().getByRole("button", { name: "Save", exact: true }).click();
      await journal().getByText("Saved", { exact: true }).waitFor();
      await reopened();
      const field = journal().getByLabel("Learning from today");
      await field.waitFor();
      assert.equal(await field.inputValue(), text);
      assert.equal(recorded().filter(({ kind }) => kind === "journal").length, 1);
    });

    it("saves by itself what was typed", async () => {
      await journal().getByLabel("Title").fill("The median");
      await journal().getByText("Saved", { exact: true }).waitFor({ timeout: 15_000 });
      assert.match(JSON.stringify(recorded()), /"title":"The median"/);
    });

    it("shows the calendar as a table that says every day in words", async () => {
      const table = journal().getByRole("table", { name: "Calendar of the last 26 weeks" });
      assert.equal(await table.locator("tbody tr").count(), 7);
      assert.equal(await table.locator("tbody td[data-level]").count(), 182);
      const today = table.locator("td[aria-current=date]");
      assert.match(await today.innerText(), /^1\s*\w+, .* 20\d\d: journal written$/s);
      const summary = await journal().locator(".daylab-Summary").innerText();
      assert.match(summary, /Day 1 of 100[^]*Streak: 1 day/);
    });

    it("previews an import and writes nothing before the button", async () => {
      const before = written().length;
      const choosing = page.waitForEvent("filechooser");
      await journal().getByRole("button", { name: "Import Markdown…" }).click();
      await (await choosing).setFiles(log);
      const preview = journal().getByRole("region", { name: "Preview of the import" });
      await preview.getByRole("table").waitFor();
      const rows = await preview.locator("tbody tr").count();
      assert.ok(rows > 1);
      assert.match(await preview.innerText(), /kept verbatim/);
      assert.equal(written().length, before);
      await inBothThemes(".daylab-Journal", "journal-import");
      await preview.getByRole("button", { name: /^Import \d+ parts$/ }).click();
      await preview.waitFor({ state: "detached" });
      // The journal shows the parts at once; the file has them when the server has answered.
      for (let i = 0; i < 50 && written().length === before; i++) await page.waitForTimeout(100);
      assert.equal(written().length, before + rows);
    });

    it("exports what was imported", async () => {
      const downloading = page.waitForEvent("download");
      await journal().getByRole("button", { name: "Export as Markdown" }).click();
      const text = readFileSync(await (await downloading).path(), "utf8");
      assert.match(text, /Why the median resists outliers\./);
      const words = (all: string) => all.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
      const there = new Set(words(text));
      assert.deepEqual(
        words(readFileSync(log, "utf8")).filter((word) => !there.has(word)),
        [],
      );
    });

    it("has no fault that axe-core finds, in light and dark", async () => {
      await inBothThemes(".daylab-Journal", "journal");
    });

    it("can be used by the keyboard alone", async () => {
      await journal().getByRole("button", { name: "Today's entry" }).focus();
      await page.keyboard.press("Enter");
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      assert.equal(await focused(), "TEXTAREA");
      const seen = new Set<string>();
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press("Shift+Tab");
        seen.add(await page.evaluate(() => document.activeElement?.textContent ?? ""));
      }
      assert.ok([...seen].includes("Import Markdown…"), "Shift+Tab leads back to the toolbar");
    });
  });

  describe("everything as one file", () => {
    it("comes back into a browser that lost it", async () => {
      const downloading = page.waitForEvent("download");
      await runCommand("Export Progress and Journal");
      const file = await (await downloading).path();
      const bundle = path.join(folder, "all.json");
      cpSync(file, bundle);
      const { documents } = JSON.parse(readFileSync(bundle, "utf8")) as {
        documents: { records: unknown[] }[];
      };
      const all = documents.reduce((sum, each) => sum + each.records.length, 0);
      const choosing = page.waitForEvent("filechooser");
      await runCommand("Import Progress and Journal");
      await (await choosing).setFiles(bundle);
      const dialog = page.locator(".jp-Dialog");
      await dialog.getByText(`${all} records are already here`).waitFor();
      assert.equal(await dialog.getByRole("button", { name: "Import" }).count(), 0);
      await dialog.getByRole("button", { name: "Close" }).click();
      const another = page.waitForEvent("filechooser");
      await runCommand("Import Progress and Journal");
      await (await another).setFiles(path.join(folder, "class/ada.json"));
      await dialog.getByText("3 new records").waitFor();
      await dialog.getByRole("button", { name: "Import" }).click();
      await page.getByText("3 records imported").waitFor();
      assert.equal(recorded().filter(({ id }) => String(id).startsWith("ada-")).length, 3);
    });
  });

  describe("the class overview", () => {
    const view = () => page.locator(".daylab-Teacher");

    it("says who is where and which exercise fails most", async () => {
      await runCommand("Class Overview");
      await view().getByLabel("Folder with the learners' progress files").fill("class");
      await page.keyboard.press("Enter");
      await view().getByText("3 files in class: 2 learners").waitFor();
      await view()
        .getByText(/odd\.json: is no JSON/)
        .waitFor();
      const learners = view().getByRole("table", { name: "Learners" });
      assert.deepEqual(await learners.locator("tbody th").allInnerTexts(), ["=Bob", "Ada"]);
      const hardest = view().getByRole("table", { name: "Exercises, hardest first" });
      const cells = await hardest.locator("tbody tr").first().locator("th, td").allInnerTexts();
      assert.deepEqual(cells, ["The median", "day-001", "1.5", "2", "1", "0"]);
    });

    it("exports CSV that no spreadsheet runs", async () => {
      const downloading = page.waitForEvent("download");
      await view().getByRole("button", { name: "Export learners as CSV" }).click();
      const text = readFileSync(await (await downloading).path(), "utf8");
      assert.match(text, /^Learner,File,.*\r\n"'=Bob",bob,/);
    });

    it("says in words what is wrong with a folder", async () => {
      await view().getByLabel("Folder with the learners' progress files").fill("nowhere");
      await page.keyboard.press("Enter");
      await view()
        .getByText(/nowhere could not be read: /)
        .waitFor();
      await view().getByLabel("Folder with the learners' progress files").fill("class");
      await page.keyboard.press("Enter");
      await view().getByText("3 files in class: 2 learners").waitFor();
    });

    it("has no fault that axe-core finds, in light and dark", async () => {
      await inBothThemes(".daylab-Teacher", "class");
    });
  });

  describe("German", () => {
    it("is spoken where JupyterLab's language is German, also without a language pack", async () => {
      await page.evaluate(async () => {
        const config = document.querySelector("#jupyter-config-data")?.textContent ?? "{}";
        const { baseUrl } = JSON.parse(config) as { baseUrl: string };
        const id = "@jupyterlab/translation-extension:plugin";
        const token = /_xsrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";
        await fetch(`${baseUrl}lab/api/settings/${encodeURIComponent(id)}`, {
          method: "PUT",
          headers: { "X-XSRFToken": token, "Content-Type": "application/json" },
          body: JSON.stringify({ raw: '{"locale":"de_DE"}' }),
        });
      });
      await reopened();
      await journal().getByRole("heading", { name: "Tagebuch" }).waitFor();
      // Long since in the file alone: no second entry of today may begin while it is read.
      const field = journal().getByLabel("Heute gelernt");
      await field.waitFor();
      assert.equal(await field.inputValue(), text);
      await journal().getByRole("table", { name: "Kalender der letzten 26 Wochen" }).waitFor();
      await shoot("journal-german");
    });
  });
});
