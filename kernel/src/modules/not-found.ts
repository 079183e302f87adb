import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { nearest } from "./nearest.ts";

/** A module that is not there. The message says where it was looked for and what helps. */
export class ModuleNotFoundError extends Error {
  override readonly name = "ModuleNotFoundError";
  readonly code = "ERR_MODULE_NOT_FOUND";
  readonly specifier: string;

  constructor(specifier: string, message: string) {
    super(message);
    this.specifier = specifier;
  }
}

/** The error for a package that neither the notebook's folder nor the kernel has. */
export function packageNotFound(specifier: string, directory: string): ModuleNotFoundError {
  const name = packageName(specifier);
  const scheme = /^(https?|npm|jsr|node):/.exec(specifier)?.[1];
  if (scheme === "node") {
    const message = `Node ${process.version} has no built-in module '${specifier}'.`;
    return new ModuleNotFoundError(specifier, message);
  }
  if (scheme) {
    const message =
      `Cannot import '${specifier}': modules are loaded from files and installed packages, ` +
      `not from '${scheme}:' addresses. Run 'npm install <package>' in ${projectFolder(directory)} ` +
      `and import the package by its name.`;
    return new ModuleNotFoundError(specifier, message);
  }
  const of = specifier === name ? "" : ` (for '${specifier}')`;
  const message =
    `Cannot find package '${name}'${of}. Looked in node_modules of ${directory} and of the ` +
    `folders above it, then among the kernel's own packages. ` +
    `Run 'npm install ${name}' in ${projectFolder(directory)}.`;
  return new ModuleNotFoundError(specifier, message);
}

/** The error for a file that is not there, naming the file that may be meant. */
export function fileNotFound(specifier: string, path: string): ModuleNotFoundError {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    const message = `Cannot find '${specifier}': there is no folder ${folder}.`;
    return new ModuleNotFoundError(specifier, message);
  }
  const files = readdirSync(folder).filter((file) => /\.(json|[cm]?[jt]s)$/.test(file));
  const meant = nearest(relative(folder, path), files);
  const hint = meant ? ` Did you mean '${meant}'?` : "";
  const message = `Cannot find '${specifier}': there is no file ${path}.${hint}`;
  return new ModuleNotFoundError(specifier, message);
}

/** `a/b` → `a`, `@a/b/c` → `@a/b`. */
export const packageName = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Where `npm install` would put a package for this folder. */
function projectFolder(directory: string): string {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) || existsSync(join(folder, "node_modules"))) {
      return folder;
    }
    if (dirname(folder) === folder) return resolve(directory);
  }
}
