import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../curriculum/curriculum.ts";
import { notebookText } from "../notebook/build.ts";
import type { LessonRun } from "../run/run-lesson.ts";

const defaultFolder = path.join(root, ".cache/lessons/passed");

/** The run that was kept under this key, its executed notebook written to `file` again. */
export function cachedRun(
  key: string,
  file: string,
  folder = defaultFolder,
): LessonRun | undefined {
  try {
    const run = JSON.parse(readFileSync(path.join(folder, `${key}.json`), "utf8")) as LessonRun;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, notebookText(run.notebook));
    return { ...run, file, cached: true };
  } catch {
    // Not there, or cut off by a full disk: the lesson is executed, which is never wrong.
    return undefined;
  }
}

/** Keeps a run that passed. One that failed is executed again each time. */
export function keepRun(key: string, run: LessonRun, folder = defaultFolder): void {
  if (run.problems.length > 0) return;
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, `${key}.json`);
  // Two runners may keep the same key at once; each renames a whole file into place.
  writeFileSync(`${target}.${process.pid}`, JSON.stringify(run));
  renameSync(`${target}.${process.pid}`, target);
}
