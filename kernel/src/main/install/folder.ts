import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const kernelFolder = realpathSync(fileURLToPath(new URL("../../../", import.meta.url)));

/**
 * The folder that packages of a notebook are added to: the nearest one with a `package.json`, from
 * the notebook's own upwards, else the notebook's own. The manifests of the repository that the
 * kernel itself is developed in are not the notebook's: they are passed over.
 *
 * @throws Error where the notebook lies beside one of these.
 */
export function projectFolder(notebookFolder: string): string {
  const start = realpathSync(resolve(notebookFolder));
  if (isOurs(start)) {
    throw new Error(
      `The notebook lies in ${start}, whose package.json belongs to Daylab itself. ` +
        "Move the notebook to a folder of its own, where it can have packages of its own.",
    );
  }
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && !isOurs(folder)) return folder;
    // What is a package of somebody else's stays as it is.
    if (dirname(folder) === folder || existsSync(join(folder, ".git"))) return start;
  }
}

/** Whether a folder is the kernel's repository or one of its packages. */
function isOurs(folder: string): boolean {
  const repository = dirname(kernelFolder);
  if (folder === repository) return isRepository(repository);
  return isRepository(repository) && workspacesOf(repository).includes(folder);
}

/** Installed as a package, the kernel lies in `node_modules`, beside what belongs to others. */
function isRepository(folder: string): boolean {
  return !folder.split(sep).includes("node_modules") && workspacesOf(folder).includes(kernelFolder);
}

function workspacesOf(folder: string): string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly workspaces?: readonly string[];
    };
    return (manifest.workspaces ?? []).map((path) => join(folder, path));
  } catch {
    return [];
  }
}

/** A path as a reader wants it: relative to the notebook where it is near. */
export function shownFolder(folder: string, notebookFolder: string): string {
  const path = relative(realpathSync(notebookFolder), folder);
  return path === ""
    ? "the notebook's folder"
    : path.startsWith(join("..", "..", ".."))
      ? folder
      : path;
}
