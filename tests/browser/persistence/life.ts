import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { begin, dayOneCopy, greet } from "../learner/folder.ts";
import { kernelIs, passed, row, showPanel, unfoldDayOne } from "../learner/panel.ts";
import { runAllCells } from "../jupyterlab.ts";
import { openDayOne, runDayOne, until, type Given } from "./given.ts";

/** What a day of work brings: pages loaded anew, kernels restarted. */
export function casesOfLife(given: Given): void {
  it("a reload of the page", async () => {
    const page = await runDayOne(given, await given.browser(), begin, greet);
    await passed(page).waitFor();
    await page.reload();
    await showPanel(page);
    await unfoldDayOne(page);
    await passed(page).waitFor();
    await until(() => given.folder.records().length > 0, "the file has a record");
    const attempts = given.folder.records().filter(({ kind }) => kind === "attempt");
    assert.equal(attempts.length, 1);
  });

  it("a reload in the middle of a check, which ends afterwards", async () => {
    const gate = given.folder.at(`${dayOneCopy}.go`);
    const slow =
      'const { existsSync } = await import("node:fs");\n' +
      `while (!existsSync(${JSON.stringify(gate)})) await new Promise((r) => setTimeout(r, 50));\n`;
    const page = await openDayOne(given, await given.browser(), begin, slow + greet);
    await page.locator(".jp-NotebookPanel .jp-Notebook").click({ position: { x: 5, y: 5 } });
    await page.getByRole("menuitem", { name: "Run", exact: true }).click();
    await page.locator('.lm-Menu [data-command="runmenu:run-all"]').click();
    await kernelIs(page, "Busy");
    await page.reload();
    // The kernel answers the page's questions while the cell runs, so it is called idle here.
    await kernelIs(page, "Idle");
    await showPanel(page);
    await unfoldDayOne(page);
    assert.equal(await passed(page).count(), 0);
    writeFileSync(gate, "");
    await passed(page).waitFor();
    await until(() => given.folder.records().length === 1, "the file has the one record");
  });

  it("a restart of the kernel, which forgets what help was taken", async () => {
    const page = await runDayOne(given, await given.browser(), begin, 'hint("greeting")');
    await row(page, "Return a typed greeting").filter({ hasText: "1 hint" }).waitFor();
    await page.locator('[data-jp-item-name="restart"]:visible').click();
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    await page.locator(".jp-Dialog").waitFor({ state: "detached" });
    await kernelIs(page, "Idle");
    await page.locator(".jp-CodeCell .cm-content").nth(1).fill(greet);
    await runAllCells(page);
    await passed(page).filter({ hasText: "passed · 1 hint" }).waitFor();
  });
}
