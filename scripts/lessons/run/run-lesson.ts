import path from "node:path";
import { root, type Curriculum } from "../curriculum/curriculum.ts";
import { runKey } from "../cache/key.ts";
import { cachedRun, keepRun } from "../cache/store.ts";
import { buildNotebook } from "../notebook/build.ts";
import type { Notebook, Variant } from "../notebook/types.ts";
import { folderName, type WrittenLesson } from "../source/load.ts";
import { executeNotebook } from "./execute.ts";
import { limits, problemsOf, type Execution } from "./judge.ts";
import { outcomesIn, type OutcomeEntry } from "./records.ts";
import { sizeOf } from "./size.ts";

export interface LessonRun {
  readonly id: string;
  readonly variant: Variant;
  /** Why it does not pass; empty for a pass. */
  readonly problems: readonly string[];
  readonly seconds: number;
  /** The most memory that the kernel held at once, in megabytes. */
  readonly megabytes: number;
  readonly outcomes: readonly OutcomeEntry[];
  /** Bytes of the outputs. */
  readonly size: { readonly text: number; readonly images: number };
  /** Path of the executed notebook. */
  readonly file: string;
  readonly notebook: Notebook;
  readonly failure: Execution["failure"];
  /** It, or one of its cells, took too long. */
  readonly overtime: boolean;
  /** Nothing that it depends on has changed since it passed: it was not executed again. */
  readonly cached?: boolean;
}

export interface RunOptions {
  readonly resultsFolder?: string;
  /**
   * "use" gives what passed before where nothing has changed since; "renew" executes it and keeps the
   * result; "off" (default) does neither.
   */
  readonly cache?: "use" | "renew" | "off";
}

/** Builds one variant of a lesson, executes it and judges it. */
export async function runLesson(
  { lesson, source, exercises }: WrittenLesson,
  variant: Variant,
  curriculum: Curriculum,
  { resultsFolder = path.join(root, "results"), cache = "off" }: RunOptions = {},
): Promise<LessonRun> {
  const suffix = variant === "solution" ? "" : `-${variant}`;
  const file = path.join(resultsFolder, `${lesson.id}${suffix}.ipynb`);
  const built = buildNotebook(source, lesson, curriculum, variant);
  const outcomes = lesson.outcomes ?? [];
  const folder = folderName(lesson);
  const key = cache === "off" ? undefined : runKey({ folder, variant, notebook: built, outcomes });
  const kept = key !== undefined && cache === "use" ? cachedRun(key, file) : undefined;
  if (kept) return kept;
  const { notebook, execution } = await executeNotebook(built, file);
  const run: LessonRun = {
    id: lesson.id,
    variant,
    problems: problemsOf(notebook, execution, { variant, exercises, outcomes }),
    seconds: execution.seconds,
    megabytes: execution.megabytes,
    outcomes: outcomesIn(notebook),
    size: sizeOf(notebook),
    file,
    notebook,
    failure: execution.failure,
    overtime: execution.failure?.kind === "timeout" || execution.seconds > limits.seconds,
  };
  if (key !== undefined) keepRun(key, run);
  return run;
}
