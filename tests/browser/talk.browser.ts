import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";

const screenshots = path.resolve(import.meta.dirname, "../../results/screenshots");

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
  },
  cells: [
    {
      id: "first",
      cell_type: "code",
      metadata: {},
      outputs: [],
      execution_count: null,
      source: "",
    },
  ],
};

async function runCell(page: Page, source: string): Promise<void> {
  const editor = page.locator(".jp-Notebook .jp-CodeCell .cm-content").last();
  await editor.click();
  await editor.fill(source);
  await page.keyboard.press("Shift+Enter");
}

describe("a notebook that talks to its user, in JupyterLab", function () {
  this.timeout(120_000);
  let folder: string;
  let lab: JupyterLab;
  let page: Page;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-talk-"));
    writeFileSync(path.join(folder, "talk.ipynb"), JSON.stringify(notebook));
    lab = await JupyterLab.start(folder);
    page = await lab.openNotebook("talk.ipynb");
  });
  after(async () => {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The field under a cell that belongs to a prompt. */
  const field = (prompt: string) =>
    page.locator(".jp-Stdin").filter({ hasText: prompt }).locator("input");
  const results = () => page.locator(".jp-OutputArea-executeResult");
  const screenshot = async (name: string) => {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  };

  it("asks in a field below the cell, and hides a password", async () => {
    await runCell(
      page,
      'console.log("What is printed before stands above.");\nconst who = prompt("Your name?", "Ada");\nconst key = password("Your key?");\n`${who}, ${key.length} characters`',
    );
    await field("Your name?").fill("Åsa");
    await screenshot("talk-prompt");
    await field("Your name?").press("Enter");
    const secret = field("Your key?");
    await secret.fill("s3cret");
    assert.equal(await secret.getAttribute("type"), "password");
    await secret.press("Enter");
    await results().getByText("'Åsa, 6 characters'").waitFor();
    assert.equal(await page.getByText("s3cret").count(), 0);
  });

  it("a question is ended by Stop, and the next one gets its own answer", async () => {
    await runCell(page, 'await input("Nobody answers this?")');
    await field("Nobody answers this?").waitFor();
    await page
      .locator('[data-command="notebook:interrupt-kernel"], jp-button[title*="Interrupt"]')
      .first()
      .click();
    await page.getByText("KeyboardInterrupt").first().waitFor();
    await runCell(page, 'await input("Try again?")');
    await field("Try again?").fill("fresh");
    await field("Try again?").press("Enter");
    await results().getByText("'fresh'").waitFor();
  });

  it("streams what a shell command prints, and times a function", async () => {
    await runCell(page, "!echo from the shell; sleep 0.3; ls *.ipynb");
    await page.locator(".jp-OutputArea-output").getByText("talk.ipynb").waitFor();
    await runCell(page, "timeit(() => Math.hypot(3, 4))");
    await results().getByText("per loop (mean ± std of 7 runs").waitFor({ timeout: 60_000 });
    await screenshot("talk-tools");
  });

  it("a subshell console runs while the notebook's cell awaits", async () => {
    await runCell(page, "let release!: () => void;");
    await runCell(
      page,
      'await new Promise<void>((go) => { release = go; });\n"released from the subshell"',
    );
    // Before its subshell is made, the console sends to the main shell.
    const made = new Promise<void>((resolve) => {
      page.on("websocket", (socket) => {
        socket.on("framereceived", ({ payload }) => {
          if (String(payload).includes("create_subshell_reply")) resolve();
        });
      });
    });
    await page.locator(".jp-Notebook").click({ button: "right", position: { x: 30, y: 10 } });
    await page.locator('[data-command="notebook:create-subshell-console"]').click();
    const prompt = page.locator(".jp-CodeConsole-promptCell .cm-content");
    await prompt.waitFor();
    await made;
    await prompt.fill("release(); 'said in the console'");
    await prompt.press("Shift+Enter");
    await page
      .locator(".jp-CodeConsole")
      .locator(".jp-OutputArea-output")
      .getByText("'said in the console'")
      .waitFor();
    await results().getByText("released from the subshell").waitFor();
    await screenshot("talk-subshell");
  });
});
