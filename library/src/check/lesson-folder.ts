import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { nearest } from "@daylab/datasets";
import type { Checks } from "./define.ts";

/** The folder under which lessons' sources lie, seen from the repository's root. */
const sources = join("notebooks", "_source");

/**
 * The folder `<id>-<slug>` of a lesson. Looked for under `DAYLAB_LESSONS` (a folder of lesson
 * folders) where that is set, else under `notebooks/_source` of the nearest folder above `from`
 * that has it, else beside this library, so that a notebook copied elsewhere still finds its lesson.
 *
 * @throws Error naming the remedy where there is no such folder, or more than one
 */
export function findLessonFolder(id: string, from: string = process.cwd()): string {
  if (!/^[\w-]+$/.test(id))
    throw new Error(`"${id}" is not a lesson id: write it like lesson("day-001").`);
  const roots = lessonRoots(from);
  for (const root of roots) {
    const found = foldersIn(root).filter((name) => name === id || name.startsWith(`${id}-`));
    if (found.length > 1)
      throw new Error(`More than one lesson begins with "${id}": ${found.join(", ")}.`);
    if (found.length === 1) return join(root, found[0]);
  }
  throw new Error(notFound(id, from, roots));
}

function lessonRoots(from: string): string[] {
  const configured = process.env.DAYLAB_LESSONS;
  if (configured) return [resolve(configured)];
  return [...ancestors(resolve(from)), ...ancestors(import.meta.dirname)]
    .map((folder) => join(folder, sources))
    .filter((folder, i, all) => existsSync(folder) && all.indexOf(folder) === i);
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function foldersIn(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function notFound(id: string, from: string, roots: readonly string[]): string {
  if (roots.length === 0)
    return (
      `No lessons were found from ${from} upwards: there is no ${sources} folder. ` +
      `Open the notebook inside the Daylab folder, or set DAYLAB_LESSONS to the folder of the lessons.`
    );
  const ids = roots.flatMap(foldersIn).map((name) => /^day-\d+/.exec(name)?.[0] ?? name);
  const near = nearest(id, ids);
  const hint = near.length > 0 ? ` Did you mean ${near.map((n) => `"${n}"`).join(" or ")}?` : "";
  return `There is no lesson "${id}" in ${roots.join(" or ")}.${hint}`;
}

/**
 * A lesson's exercises: the default export of its `checks.ts`. Loaded anew when the file has
 * changed, so that its author need not restart the kernel.
 */
export async function loadChecks(folder: string): Promise<Checks> {
  const file = join(folder, "checks.ts");
  if (!existsSync(file)) throw new Error(`The lesson has no checks.ts: ${file} is missing.`);
  const url = `${pathToFileURL(file).href}?modified=${statSync(file).mtimeMs}`;
  const module = (await import(url)) as { default?: Checks };
  if (typeof module.default !== "object")
    throw new Error(`${file} must have "export default defineChecks({ … })".`);
  return module.default;
}
