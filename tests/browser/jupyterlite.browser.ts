/// <reference lib="dom" />
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { buildWheel, output, root } from "../extension/packaging/environment.ts";
import { serveFolder } from "./file-server.ts";
import { launchChromium } from "./jupyterlab.ts";
import { dayOne, notebook } from "./lesson-folder.ts";
import { venvWith } from "./venv.ts";

const screenshots = path.join(root, "results/screenshots");

/** A pass as a kernel published it before the notebook was saved. */
const published = {
  output_type: "display_data",
  metadata: {},
  data: {
    "text/plain": "passed",
    "application/vnd.daylab.check.v1+json": {
      ...{ version: 1, event: "check", lesson: "day-001", exercise: "median", title: "The median" },
      ...{ outcome: "PASS", message: "Your answer is right.", attempt: "a-pass-of-long-ago" },
      ...{ time: "2026-11-20T09:30:00.000+00:00", hintsUsed: 0, hintsTotal: 3 },
      ...{ solutionSeen: false, score: 1 },
    },
  },
};

/** JupyterLite, built with the wheel into pages that any host serves; there is no server of Jupyter. */
describe("the extension in JupyterLite", function () {
  this.timeout(300_000);
  let folder: string;
  let browser: Browser;

  const site = () => path.join(folder, "site");

  before(async function () {
    const venv = await venvWith("jupyterlite", ["jupyterlite-core[contents]==0.8.6"]);
    if (venv === undefined) return this.skip();
    folder = mkdtempSync(path.join(tmpdir(), "daylab-lite-"));
    mkdirSync(path.join(folder, "contents/notebooks", path.dirname(dayOne)), { recursive: true });
    cpSync(
      path.join(root, "notebooks/curriculum.json"),
      path.join(folder, "contents/notebooks/curriculum.json"),
    );
    writeFileSync(
      path.join(folder, "contents/notebooks", dayOne),
      notebook(["1 + 1"], [published]),
    );
    const config = {
      LiteBuildConfig: {
        ...{ contents: [path.join(folder, "contents")], output_dir: site() },
        federated_extensions: [buildWheel(folder)],
      },
    };
    writeFileSync(path.join(folder, "jupyter_lite_config.json"), JSON.stringify(config));
    const lite = ["-m", "jupyterlite_core", "build", "--lite-dir", folder];
    output(path.join(venv, "bin/python"), lite, { cwd: folder });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** JupyterLite's Lab, with what its console says of us. */
  async function open(address: URL): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const faults: string[] = [];
    page.on("pageerror", ({ stack = "" }) => faults.push(stack));
    page.on("console", (message) => {
      const text = `${message.text()} ${message.location().url}`;
      if (message.type() === "error" && /daylab/i.test(text)) faults.push(text);
    });
    await page.goto(new URL("lab/index.html", address).href);
    const tab = page.locator('.lm-TabBar-tab[data-id="daylab-progress"]');
    await tab.waitFor({ timeout: 90_000 });
    await tab.click();
    return { page, faults };
  }

  const row = (page: Page, title: string): Locator =>
    page.locator(".daylab-Progress-row").filter({ hasText: title });

  it("shows the curriculum, opens a working copy that the browser keeps, and the cards in it", async () => {
    const { url, close } = await serveFolder(site());
    const { page, faults } = await open(url);
    try {
      await row(page, "Setup & numerics").waitFor();
      await row(page, "Day 1:").dblclick();
      await page.locator(".jp-NotebookPanel .jp-Cell").first().waitFor({ timeout: 60_000 });
      const card = page.locator(".daylab-Card");
      await card.waitFor();
      assert.equal(await card.getAttribute("aria-label"), "Passed: The median");
      await page.waitForTimeout(3000);
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: path.join(screenshots, "jupyterlite.png") });
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
      await close();
    }
  });

  it("says that there is no curriculum where the site has none", async () => {
    const { url, close } = await serveFolder(site(), (pathname) => pathname.includes("/contents/"));
    const { page, faults } = await open(url);
    try {
      await page.getByText("No curriculum was found.").waitFor();
      assert.equal(await page.locator(".daylab-Progress-row").count(), 0);
      assert.deepEqual(faults, []);
    } finally {
      await page.close();
      await close();
    }
  });
});
