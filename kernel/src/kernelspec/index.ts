/**
 * Makes the kernel known to Jupyter, and forgotten again.
 *
 * @module
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kernelsDirectory, type Target } from "./directories.ts";
import { kernelJson } from "./spec.ts";

export { kernelsDirectory, kernelJson, type Target };

export interface KernelspecOptions {
  readonly target: Target;
  /** Folder name, by which `jupyter --kernel` knows the kernel. Default: `daylab`. */
  readonly name?: string;
}

export interface InstallOptions extends KernelspecOptions {
  /** Types mode written into the kernelspec. Default: none, so that `DAYLAB_TYPES` or `warn` holds. */
  readonly types?: string;
}

/**
 * Writes the kernelspec, replacing one of the same name.
 *
 * @returns the folder that was written.
 * @throws Error where the name cannot be a kernel name, or the folder cannot be written.
 * @example
 * ```ts
 * installKernelspec({ target: { kind: "prefix", prefix: ".venv" } });
 * ```
 */
export function installKernelspec({ target, name = "daylab", types }: InstallOptions): string {
  const folder = specFolder(target, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL("./resources", import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(kernelJson(types), null, 2)}\n`);
  return folder;
}

/**
 * Removes a kernelspec.
 *
 * @returns the folder that was removed.
 * @throws Error where there is none of that name.
 */
export function uninstallKernelspec({ target, name = "daylab" }: KernelspecOptions): string {
  const folder = specFolder(target, name);
  if (!existsSync(folder)) throw new Error(`There is no kernelspec ${name} at ${folder}`);
  rmSync(folder, { recursive: true });
  return folder;
}

function specFolder(target: Target, name: string): string {
  if (!/^[a-z0-9._-]+$/i.test(name) || /^\.+$/.test(name)) {
    throw new Error(
      `A kernel name has letters, digits, dots, dashes and underscores only; received ${JSON.stringify(name)}`,
    );
  }
  return join(kernelsDirectory(target), name);
}
