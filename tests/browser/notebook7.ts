import { spawn, type ChildProcess } from "node:child_process";
import type { Browser, BrowserContext } from "playwright-core";
import { python } from "../kernel/client/environment.ts";
import { addressOf, launchChromium } from "./jupyterlab.ts";

/** A Notebook 7 of its own, on a folder that also keeps its settings, and a browser that looks at it. */
export class Notebook7 {
  readonly #server: ChildProcess;
  readonly #browser: Browser;
  readonly #url: URL;

  private constructor(server: ChildProcess, browser: Browser, url: URL) {
    this.#server = server;
    this.#browser = browser;
    this.#url = url;
  }

  static async start(folder: string): Promise<Notebook7> {
    const args = ["--no-browser", "--port=0", "--IdentityProvider.token=", "--allow-root"];
    const server = spawn(python, ["-m", "notebook", ...args, `--ServerApp.root_dir=${folder}`], {
      env: { ...process.env, JUPYTERLAB_SETTINGS_DIR: folder, JUPYTERLAB_WORKSPACES_DIR: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const url = await addressOf(server);
    return new Notebook7(server, await launchChromium(), url);
  }

  /** `tree` is the list of files, `notebooks/x.ipynb` a notebook. */
  address(path: string): string {
    return new URL(path, this.#url).href;
  }

  newContext(viewport = { width: 1280, height: 900 }): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.kill("SIGTERM");
    // A server whose kernel was just starting was seen to wait for ever.
    const patience = setTimeout(() => this.#server.kill("SIGKILL"), 15_000);
    await new Promise((resolve) => this.#server.once("exit", resolve));
    clearTimeout(patience);
  }
}
