/// <reference lib="dom" />
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

const root = path.resolve(import.meta.dirname, "../..");

/** What keeps Chromium from talking to anybody but the page, on a machine without a network. */
const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  // WebGL without a graphics card, for figures in space.
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.DAYLAB_CHROMIUM ?? "/usr/bin/chromium",
    args: quietFlags,
  });
}

/** A JupyterLab of its own, on a folder, and a browser that looks at it. */
export class JupyterLab {
  #server: ChildProcess;
  readonly #launch: (port: string) => ChildProcess;
  readonly #settings: string;
  readonly #browser: Browser;
  readonly #url: URL;

  private constructor(
    launch: (port: string) => ChildProcess,
    server: ChildProcess,
    settings: string,
    browser: Browser,
    url: URL,
  ) {
    this.#launch = launch;
    this.#server = server;
    this.#settings = settings;
    this.#browser = browser;
    this.#url = url;
  }

  /**
   * @param folder JupyterLab's root: what it opens and saves stays in there
   * @param options `settings`: of plugins, by their id
   */
  static async start(
    folder: string,
    env: Record<string, string> = {},
    options: { settings?: Record<string, object> } = {},
  ): Promise<JupyterLab> {
    const settings = mkdtempSync(path.join(tmpdir(), "daylab-lab-"));
    for (const [id, values] of Object.entries(options.settings ?? {})) {
      const file = path.join(settings, `${id.replace(":", "/")}.jupyterlab-settings`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(values));
    }
    const launch = (port: string) => {
      const [program, ...args] = [
        ...obeyingPermissions(),
        ...[process.execPath, path.join(root, "scripts/start.mjs"), "--no-browser"],
        ...[`--port=${port}`, "--IdentityProvider.token=", `--ServerApp.root_dir=${folder}`],
      ];
      return spawn(program, args, {
        env: {
          ...process.env,
          ...env,
          // A learner's notebook is not CI, where bars and plots show only their end.
          CI: undefined,
          JUPYTERLAB_SETTINGS_DIR: settings,
          JUPYTERLAB_WORKSPACES_DIR: settings,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
    };
    const server = launch("0");
    const url = await addressOf(server);
    return new JupyterLab(launch, server, settings, await launchChromium(), url);
  }

  /** Opens a notebook, by its path under the folder, once its kernel is idle. */
  async openNotebook(notebook: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
    const page = await this.#browser.newPage({ viewport });
    await page.goto(new URL(`lab/tree/${notebook}?reset`, this.#url).href);
    await page.locator(".jp-NotebookPanel .jp-Cell").first().waitFor({ timeout: 60_000 });
    // The notebook's own indicator says "idle" before there is a kernel; the status bar does not.
    await page.getByText("TypeScript (Daylab) | Idle").waitFor({ timeout: 60_000 });
    return page;
  }

  /** What several tabs share: storage, locks, channels. */
  newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  }

  /** Opens a tab on JupyterLab itself, with a workspace of its own, once Daylab's panel is there. */
  async openLab(context: BrowserContext, tree = ""): Promise<Page> {
    const page = await context.newPage();
    const workspace = `w${Math.random().toString(36).slice(2)}`;
    await page.goto(new URL(`lab/workspaces/${workspace}${tree}`, this.#url).href);
    await page.locator('.lm-TabBar-tab[data-id="daylab-progress"]').waitFor({ timeout: 60_000 });
    return page;
  }

  /** Opens a tab where `npm start` leads. */
  async openStart(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(this.#url.href);
    await page.locator('.lm-TabBar-tab[data-id="daylab-progress"]').waitFor({ timeout: 60_000 });
    return page;
  }

  /** The server ends, and all kernels with it; the browser's pages stay. */
  async stopServer(): Promise<void> {
    this.#server.kill("SIGTERM");
    await new Promise((resolve) => this.#server.once("close", resolve));
  }

  /** The server starts again, at the same address. */
  async startServer(): Promise<void> {
    this.#server = this.#launch(this.#url.port);
    await addressOf(this.#server);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.stopServer();
    rmSync(this.#settings, { recursive: true, force: true });
  }
}

/** A server of root's would write into any folder; without this right it is like everybody's. */
function obeyingPermissions(): string[] {
  return process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override"] : [];
}

/** JupyterLab says on stderr where it listens, once it does. */
export async function addressOf(server: ChildProcess): Promise<URL> {
  let log = "";
  return new Promise((resolve, reject) => {
    const read = (text: Buffer) => {
      log += text.toString();
      const address = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+\/)/.exec(log);
      if (address) resolve(new URL(address[1]));
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("close", (code) => reject(new Error(`JupyterLab ended with ${code}:\n${log}`)));
  });
}

/** Executes every cell of the open notebook by JupyterLab's own menu command, and waits for the end. */
export async function runAllCells(page: Page, timeout = 120_000): Promise<void> {
  await page.locator(".jp-NotebookPanel .jp-Notebook").click({ position: { x: 5, y: 5 } });
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.locator('.lm-Menu [data-command="runmenu:run-all"]').click();
  const indicator = page.locator(".jp-Notebook-ExecutionIndicator");
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].every(
        (prompt) => !/\[\*\]/.test(prompt.textContent ?? ""),
      ),
    undefined,
    { timeout },
  );
  await indicator.and(page.locator('[data-status="idle"]')).waitFor({ timeout });
}

/** Chooses a theme, such as `JupyterLab Dark`, in JupyterLab's menu. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.getByRole("menuitem", { name: "Settings", exact: true }).click();
  await page.locator(".lm-Menu-item", { hasText: "Theme" }).first().hover();
  await page.getByRole("menuitem", { name, exact: true }).click();
}
