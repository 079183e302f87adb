/**
 * `install()`: adds npm packages beside the notebook.
 *
 * @module
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { runChild } from "../shell/child.ts";
import { environmentIn } from "../shell/environment.ts";
import { projectFolder, shownFolder } from "./folder.ts";
import { npm, npmFailure } from "./npm.ts";

/** npm did not add the packages. */
export class InstallError extends Error {
  override readonly name = "InstallError";
}

/** As `InstallOptions` in `api/globals.d.ts`. */
export interface InstallOptions {
  readonly scripts?: boolean;
}

export type Install = {
  (...packages: string[]): Promise<void>;
  (packages: readonly string[], options?: InstallOptions): Promise<void>;
};

/** `notebookFolder` is where the notebook lies. */
export function makeInstall(notebookFolder: string): Install {
  return async (...given: unknown[]) => {
    const isList = Array.isArray(given[0]);
    const packages = isList ? (given[0] as unknown[]) : given;
    const { scripts = false } = (isList ? (given[1] ?? {}) : {}) as InstallOptions;
    const wrong = packages.find((name) => typeof name !== "string" || !/^[^\s-]\S*$/.test(name));
    if (wrong !== undefined || packages.length === 0) {
      throw new TypeError(
        'install() needs names of npm packages such as install("lodash-es", "d3@7") and got ' +
          inspect(packages.length === 0 ? undefined : wrong),
      );
    }
    await add(packages as string[], scripts, notebookFolder);
  };
}

async function add(packages: readonly string[], scripts: boolean, notebook: string): Promise<void> {
  const folder = projectFolder(notebook);
  const manifest = join(folder, "package.json");
  // Without one npm takes the nearest folder above that has one.
  if (!existsSync(manifest)) {
    writeFileSync(manifest, `${JSON.stringify({ private: true }, undefined, 2)}\n`);
  }
  const options = ["--no-audit", "--no-fund", "--no-update-notifier", "--no-workspaces"];
  // Said in either case: JupyterLab may have been started by npm, which hands its own setting on.
  options.push(`--ignore-scripts=${!scripts}`);
  let printed = "";
  const { code } = await runChild(npm(["install", ...options, "--", ...packages]), {
    cwd: folder,
    env: environmentIn(folder),
    onText: (name, text) => {
      printed += text;
      process[name].write(text);
    },
  });
  if (code !== 0) throw new InstallError(npmFailure(printed, code, packages));
  const skipped = scripts ? "" : "; their install scripts were not run";
  process.stdout.write(`Added to ${shownFolder(folder, notebook)}${skipped}.\n`);
}
