/**
 * What can stand in a string: files and folders, and the modules an import can name.
 *
 * @module
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);
const importable = /\.(?:[cm]?[jt]s|json)$/;

/** An entry of a folder, or a module. */
export interface PathItem {
  readonly text: string;
  readonly type: "directory" | "file" | "module";
}

/** Paths that begin with `fragment`, relative to `directory`; the items are whole paths. */
export function filePaths(directory: string, fragment: string, modulesOnly: boolean): PathItem[] {
  const folder = fragment.slice(0, fragment.lastIndexOf("/") + 1);
  const start = fragment.slice(folder.length);
  const items: PathItem[] = [];
  for (const name of entries(resolve(directory, folder))) {
    if (!name.startsWith(start) || (name.startsWith(".") && !start.startsWith("."))) continue;
    if (name === "node_modules") continue;
    const path = resolve(directory, folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      items.push({ text: `${folder}${name}/`, type: "directory" });
    else if (!modulesOnly || importable.test(name))
      items.push({ text: folder + name, type: "file" });
  }
  return items.sort((a, b) => (a.text < b.text ? -1 : 1));
}

/**
 * Module names that begin with `fragment`: what the notebook's package and the kernel's repository
 * declare as dependencies, their entry points once the package is named, and Node's own modules.
 */
export function moduleNames(directory: string, fragment: string): PathItem[] {
  const names = new Set<string>();
  const packages = new Set([...declared(directory), ...declared(dirname(here)), "tslab"]);
  const owner = /^(?:@[^/]+\/)?[^/]+(?=\/)/.exec(fragment)?.[0];
  if (owner !== undefined && packages.has(owner))
    for (const name of entryPoints(directory, owner)) names.add(name);
  else {
    for (const name of packages) names.add(name);
    for (const name of builtinModules)
      if (!name.startsWith("_")) names.add(name.startsWith("node:") ? name : `node:${name}`);
  }
  return [...names]
    .filter((name) => name.startsWith(fragment) && name !== "")
    .sort()
    .map((text) => ({ text, type: "module" }));
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
  readonly exports?: unknown;
}

/** The dependencies of every package around `directory`, and the packages of its workspaces. */
function declared(directory: string): string[] {
  const names: string[] = [];
  for (let folder = directory; ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, "package.json"));
    // A kernel's dependencies are how it works, not what a notebook is offered.
    if (manifest !== undefined && manifest.name !== "@daylab/kernel") {
      names.push(...Object.keys(manifest.dependencies ?? {}));
      names.push(...Object.keys(manifest.devDependencies ?? {}));
      for (const workspace of manifest.workspaces ?? []) {
        const name = readManifest(join(folder, workspace, "package.json"))?.name;
        if (name !== undefined && name !== "@daylab/kernel") names.push(name);
      }
    }
    if (dirname(folder) === folder) return names.filter((name) => !name.startsWith("@types/"));
  }
}

/** The specifiers that a package's `exports` allow, without patterns. */
function entryPoints(directory: string, name: string): string[] {
  for (const from of [join(directory, "notebook.ts"), here]) {
    for (const folder of createRequire(from).resolve.paths(name) ?? []) {
      const exports = readManifest(join(folder, name, "package.json"))?.exports;
      if (typeof exports !== "object" || exports === null) continue;
      return Object.keys(exports)
        .filter((key) => key.startsWith("./") && !key.includes("*") && key !== "./package.json")
        .map((key) => name + key.slice(1));
    }
  }
  return [];
}

function readManifest(path: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    return undefined; // absent or broken: it offers nothing
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // half-typed, or not readable
  }
}
