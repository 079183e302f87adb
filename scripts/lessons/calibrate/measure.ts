import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { root, type Curriculum } from "../curriculum/curriculum.ts";
import { buildNotebook } from "../notebook/build.ts";
import { executeNotebook } from "../run/execute.ts";
import { outcomesIn, type OutcomeEntry } from "../run/records.ts";
import type { WrittenLesson } from "../source/load.ts";

export interface SeededRun {
  readonly seed: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly outcomes: readonly OutcomeEntry[];
}

/**
 * Executes a lesson's solution with every generator moved by `DAYLAB_SEED`. Seed 0 is the lesson as it
 * is. A missed bar is reported and does not end its cell; cells that throw do not stop the run.
 */
export async function runWithSeed(
  { lesson, source }: WrittenLesson,
  curriculum: Curriculum,
  seed: number,
): Promise<SeededRun> {
  const folder = mkdtempSync(path.join(root, ".cache/calibrate-"));
  try {
    const notebook = buildNotebook(source, lesson, curriculum, "solution");
    const target = path.join(folder, `${lesson.id}.ipynb`);
    const env = { DAYLAB_SEED: seed === 0 ? "" : String(seed), DAYLAB_MISSED: "report" };
    const run = await executeNotebook(notebook, target, { env, allowErrors: true });
    const { seconds, megabytes } = run.execution;
    return { seed, seconds, megabytes, outcomes: outcomesIn(run.notebook) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
