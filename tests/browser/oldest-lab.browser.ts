/// <reference lib="dom" />
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { buildWheel, output, root } from "../extension/packaging/environment.ts";
import { jupyterEnvironment } from "../kernel/client/environment.ts";
import { addressOf, launchChromium, runAllCells } from "./jupyterlab.ts";
import { begin, makeFolder, notebook, pass } from "./lesson-folder.ts";
import { venvWith } from "./venv.ts";

const screenshots = path.join(root, "results/screenshots");

/** As in the wheel's metadata. A learner has the newest one, which the other files try. */
const oldest = "4.0.0";

describe(`the wheel in JupyterLab ${oldest}, the oldest one supported`, function () {
  this.timeout(300_000);
  let temporary: string;
  let folder: string;
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const faults: string[] = [];

  const row = (title: string): Locator =>
    page.locator(".daylab-Progress-row").filter({ hasText: title });

  before(async function () {
    const venv = await venvWith(`jupyterlab-${oldest}`, [`jupyterlab==${oldest}`]);
    if (venv === undefined) return this.skip();
    temporary = mkdtempSync(path.join(tmpdir(), "daylab-oldest-"));
    const own = path.join(venv, "bin/python");
    // With its dependencies: this JupyterLab has to be new enough for the wheel.
    const pip = ["-m", "pip", "install", "--no-index", "--force-reinstall", "--no-deps"];
    output(own, [...pip, buildWheel(temporary)]);
    output(own, ["-m", "pip", "check"]);
    folder = makeFolder(
      notebook([begin, `${pass}\nawait check("greeting", greet);`, 'await check("table", 3);']),
    );
    const args = ["--no-browser", "--port=0", "--IdentityProvider.token=", "--allow-root"];
    server = spawn(own, ["-m", "jupyterlab", ...args, `--ServerApp.root_dir=${folder}`], {
      env: {
        ...jupyterEnvironment(),
        ...{ JUPYTERLAB_SETTINGS_DIR: temporary, JUPYTERLAB_WORKSPACES_DIR: temporary },
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const url = await addressOf(server);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", ({ stack = "" }) => stack.includes("@daylab") && faults.push(stack));
    page.on("console", (message) => {
      if (message.type() === "error" && /daylab/.test(message.text())) faults.push(message.text());
    });
    await page.goto(new URL("lab", url).href);
  });
  after(async () => {
    await browser?.close();
    server?.kill("SIGKILL");
    if (temporary)
      for (const each of [temporary, folder]) rmSync(each, { recursive: true, force: true });
  });

  it("opens a lesson from the panel, and a check turns its exercise green", async () => {
    await page.locator('.lm-TabBar-tab[data-id="daylab-progress"]').click({ timeout: 60_000 });
    await row("Day 1:").dblclick();
    await page.locator(".jp-NotebookPanel .jp-Cell").first().waitFor({ timeout: 60_000 });
    await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
    await runAllCells(page);
    await row("Return a typed greeting").and(page.locator('[data-status="passed"]')).waitFor();
    await row("Put four sets").and(page.locator('[data-status="failed"]')).waitFor();
    await page.locator(".daylab-Checks", { hasText: "1/3" }).waitFor();
    await page.locator(".daylab-StatusItem", { hasText: "Daylab 0/" }).waitFor();
    const card = page.locator(".daylab-Card").first();
    assert.match((await card.getAttribute("aria-label")) ?? "", /^Passed: /);
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, "jupyterlab-oldest.png") });
  });

  it("opens the journal", async () => {
    await page.keyboard.press("Control+Shift+c");
    const palette = page.locator(".lm-CommandPalette:visible");
    await palette.locator("input").fill("Journal");
    await palette.locator(".lm-CommandPalette-item", { hasText: "Journal" }).first().click();
    await page.locator(".daylab-Journal").getByLabel("Learning from today").waitFor();
  });

  it("has thrown nothing", () => assert.deepEqual(faults, []));
});
