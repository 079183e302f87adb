import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../scripts/setup/run.mjs";
import { python } from "../kernel/client/environment.ts";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * The folder of a virtual environment in `.cache` that holds these packages and what they need, made
 * the first time from the package registry.
 *
 * @returns undefined where the registry could not be had; why not was printed
 */
export async function venvWith(
  name: string,
  packages: readonly string[],
): Promise<string | undefined> {
  const folder = path.join(root, ".cache/venvs", name);
  const done = path.join(folder, "packages.txt");
  if (existsSync(done) && readFileSync(done, "utf8") === packages.join(" ")) return folder;
  rmSync(folder, { recursive: true, force: true });
  try {
    await run({ what: `Making ${name}`, command: python, args: ["-m", "venv", folder] });
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input"];
    const command = path.join(folder, "bin/python");
    await run({ what: `Installing ${name}`, command, args: [...pip, ...packages] });
  } catch (error) {
    console.log(`      not tried: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  writeFileSync(done, packages.join(" "));
  return folder;
}
