import { existsSync, statSync } from "node:fs";
import {
  createRequire,
  isBuiltin,
  type ResolveFnOutput,
  type ResolveHookContext,
} from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fileUrl } from "./local-files.ts";
import { fileNotFound, packageName, packageNotFound } from "./not-found.ts";

export type NextResolve = (
  specifier: string,
  context?: Partial<ResolveHookContext>,
) => ResolveFnOutput;

/** What a specifier means, and whether it names a file rather than a package. */
export interface Resolution {
  readonly output: ResolveFnOutput;
  readonly isFile: boolean;
}

const here = import.meta.url;
const kernelRequire = createRequire(here);
const tslabApi = new URL("../api/tslab.ts", here).href;
const extensions = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json"];

/**
 * Resolves what a notebook or one of its local files imports: files with or without extension,
 * packages as Node finds them from that file, then the kernel's own packages.
 *
 * @param parent URL of the importing file.
 * @param next Node's own resolution.
 * @throws ModuleNotFoundError
 */
export function resolveFrom(
  parent: string,
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): Resolution {
  // What resolves for `require` knows paths only.
  const isRequire = context.conditions.includes("require");
  const nextFile = (url: string) => next(isRequire ? fileURLToPath(url) : url, context);
  if (specifier === "tslab") return { output: nextFile(tslabApi), isFile: false };
  if (isBuiltin(specifier)) return { output: next(specifier, context), isFile: false };
  if (/^(\.{0,2}\/|\.{1,2}$|file:)/.test(specifier) || isAbsolute(specifier)) {
    return { output: nextFile(findFile(specifier, parent)), isFile: true };
  }
  const directory = dirname(fileURLToPath(parent));
  if (/^[a-z]+:/.test(specifier)) throw packageNotFound(specifier, directory);
  return { output: resolvePackage(parent, specifier, context, next), isFile: false };
}

function resolvePackage(
  parent: string,
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): ResolveFnOutput {
  try {
    return next(specifier, { ...context, parentURL: parent });
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const directory = dirname(fileURLToPath(parent));
    // A package that is there but lacks a file is broken: another copy would hide that.
    if (specifier.startsWith("#") || isInstalled(packageName(specifier), directory)) throw error;
    try {
      // What resolves for `require` looks from the requiring file, whatever the context says.
      if (context.conditions.includes("require")) return next(kernelRequire.resolve(specifier));
      return next(specifier, { ...context, parentURL: here });
    } catch (other) {
      throw isNotFound(other) ? packageNotFound(specifier, directory) : other;
    }
  }
}

function findFile(specifier: string, parent: string): string {
  const url = new URL(isAbsolute(specifier) ? pathToFileURL(specifier) : specifier, parent);
  const path = fileURLToPath(url);
  const found = candidates(path).find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
  if (found === undefined) throw fileNotFound(specifier, path);
  return fileUrl(found) + url.search;
}

/** A path as it is, with TypeScript's extension for JavaScript's, with any extension, as a folder. */
function candidates(path: string): string[] {
  return [
    path,
    ...(/\.[cm]?js$/.test(path) ? [path.replace(/js$/, "ts")] : []),
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => join(path, `index${extension}`)),
  ];
}

function isInstalled(name: string, directory: string): boolean {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules", name))) return true;
    if (dirname(folder) === folder) return false;
  }
}

function isNotFound(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
}
