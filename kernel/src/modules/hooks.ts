import { registerHooks, type LoadHookContext, type ResolveHookContext } from "node:module";
import { LocalFiles, unversioned } from "./local-files.ts";
import { isBroken } from "../transpile/strip.ts";
import { ModuleNotFoundError } from "./not-found.ts";
import { resolveFrom, type NextResolve, type Resolution } from "./resolution.ts";
import { readTypeScript } from "./source-files.ts";

/** The local files that notebooks of this process have imported. */
export const localFiles = new LocalFiles();

const notebooks = new Set<string>();
const scheme = "daylab-resolve:";
let registered = false;
let resolutions = 0;
let latest: Resolution | undefined;

/** Makes Node resolve what this notebook and its local files import the kernel's way. */
export function addNotebook(url: string): void {
  notebooks.add(url);
  if (!registered) registerHooks({ resolve, load });
  registered = true;
}

/**
 * Resolves a specifier as a notebook would import it.
 *
 * @returns The URL, and whether it is a local file that may be edited while the kernel runs.
 * @throws ModuleNotFoundError
 */
export function resolveFor(notebook: string, specifier: string): { url: string; isLocal: boolean } {
  // Node remembers what a specifier means, but files come and go: each question is a new one.
  const question = `${scheme}${resolutions++}:${encodeURIComponent(notebook)}:${specifier}`;
  const url = ask(question);
  return { url, isLocal: latest !== undefined && isLocal(latest) };
}

function ask(question: string): string {
  try {
    return import.meta.resolve(question);
  } catch (error) {
    // Node's frames below this one would leave no room in the stack for the user's.
    if (error instanceof ModuleNotFoundError) Error.captureStackTrace(error, ask);
    throw error;
  }
}

function resolve(specifier: string, context: ResolveHookContext, next: NextResolve) {
  if (specifier.startsWith(scheme)) {
    const [, , notebook = "", ...rest] = specifier.split(":");
    const parentURL = decodeURIComponent(notebook);
    latest = resolveFrom(parentURL, rest.join(":"), { ...context, parentURL }, next);
    return { ...latest.output, shortCircuit: true };
  }
  const parent = unversioned(context.parentURL ?? "");
  if (!notebooks.has(parent) && !localFiles.has(parent)) return next(specifier, context);
  const resolution = resolveFrom(parent, specifier, context, next);
  const { output } = resolution;
  if (!isLocal(resolution)) return output;
  const url = localFiles.link(parent, output.url);
  // `require` knows files by their paths, which hold no version: its cache is cleared instead.
  if (context.conditions.includes("require")) return output;
  const json = new URL(url).pathname.endsWith(".json");
  const importAttributes = json ? { type: "json" } : context.importAttributes;
  return { ...output, url, importAttributes, shortCircuit: true };
}

function load(
  url: string,
  context: LoadHookContext,
  next: (url: string, context?: Partial<LoadHookContext>) => ReturnType<LoadSync>,
): ReturnType<LoadSync> {
  const file = unversioned(url);
  // Once Node's own compiler is broken, the library's files are ours to compile as well.
  const isOurs = localFiles.has(file) || (isBroken() && !file.includes("/node_modules/"));
  if (!isOurs || !/^file:.*\.[cm]?ts($|\?)/.test(file)) return next(url, context);
  return { ...readTypeScript(file, context.format), shortCircuit: true };
}

type LoadSync = NonNullable<Parameters<typeof registerHooks>[0]["load"]>;

const isLocal = ({ isFile, output }: Resolution): boolean =>
  isFile && output.url.startsWith("file:") && !output.url.includes("/node_modules/");
