import { existsSync } from "node:fs";
import { homedir, platform } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

/** Where a kernelspec goes: for this user, into the Python environment, or below a given prefix. */
export type Target =
  | { readonly kind: "user" }
  | { readonly kind: "sys-prefix" }
  | { readonly kind: "prefix"; readonly prefix: string };

/**
 * The `kernels` folder of a target.
 *
 * @throws Error where the Python environment that is meant cannot be told.
 */
export function kernelsDirectory(
  target: Target,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  switch (target.kind) {
    case "user":
      return join(userDataDirectory(environment), "kernels");
    case "prefix":
      return join(resolve(target.prefix), "share", "jupyter", "kernels");
    case "sys-prefix":
      return join(pythonPrefix(environment), "share", "jupyter", "kernels");
  }
}

function userDataDirectory(environment: Readonly<Record<string, string | undefined>>): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  switch (platform()) {
    case "darwin":
      return join(homedir(), "Library", "Jupyter");
    case "win32":
      return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "jupyter");
    default:
      return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
  }
}

/** The active environment's, else that of the first `jupyter` on the PATH. */
function pythonPrefix(environment: Readonly<Record<string, string | undefined>>): string {
  const active = environment.VIRTUAL_ENV || environment.CONDA_PREFIX;
  if (active) return active;
  const names = platform() === "win32" ? ["jupyter.exe"] : ["jupyter"];
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = folders.find((folder) => names.some((name) => existsSync(join(folder, name))));
  if (found) return dirname(found);
  throw new Error(
    "--sys-prefix: no Python environment is active (VIRTUAL_ENV and CONDA_PREFIX are not set) and " +
      "there is no jupyter on the PATH. Activate the environment, or name it with --prefix.",
  );
}
