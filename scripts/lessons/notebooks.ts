/**
 * Executes all three variants of every lesson in parallel and sums up. A variant that passed, and of
 * which nothing has changed since, is not executed again; `--all` executes it nevertheless.
 */
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { readCurriculum, root } from "./curriculum/curriculum.ts";
import { variants, type Variant } from "./notebook/types.ts";
import { reportingErrors, UsageError } from "./report/errors.ts";
import { writeResultFiles } from "./report/files.ts";
import { failureText, summaryTable } from "./report/text.ts";
import { inParallel } from "./run/parallel.ts";
import { runLesson, type LessonRun } from "./run/run-lesson.ts";
import { lessonsWithSource, loadLessons } from "./source/load.ts";
import { selectLesson } from "./source/select.ts";

const usage = "Use it like this: npm run notebooks -- [--only 009,091] [--jobs 2] [--all]";

await reportingErrors(async () => {
  const { only, jobs, all } = readArguments(process.argv.slice(2));
  const curriculum = readCurriculum();
  const there = lessonsWithSource(curriculum);
  const lessons = only ? only.map((asked) => selectLesson(asked, there, curriculum)) : there;
  const { written } = await loadLessons({ curriculum, lessons });
  // The solution is the longest: started first, it is not what everything waits for at the end.
  const order: Variant[] = ["solution", "wrong", "starter"];
  const tasks = order.flatMap((variant) => written.map((lesson) => ({ lesson, variant })));
  let done = 0;
  const runs = await inParallel(tasks, jobs, async ({ lesson, variant }) => {
    const run = await runLesson(lesson, variant, curriculum, { cache: all ? "renew" : "use" });
    const count = `[${String(++done).padStart(String(tasks.length).length)}/${tasks.length}]`;
    console.log(`${count} ${progressText(run)}`);
    return run;
  });
  // The budget of a lesson is for a machine of its own: what was too slow beside others is run alone.
  for (const [index, task] of jobs > 1 ? tasks.entries() : []) {
    if (!runs[index].overtime) continue;
    runs[index] = await runLesson(task.lesson, task.variant, curriculum, { cache: "renew" });
    console.log(`[again, alone] ${progressText(runs[index])}`);
  }
  const place = (id: string, variant: Variant): string => `${id} ${variants.indexOf(variant)}`;
  runs.sort((a, b) => (place(a.id, a.variant) < place(b.id, b.variant) ? -1 : 1));
  writeResultFiles(path.join(root, "results"), runs);
  const failed = runs.filter((run) => run.problems.length > 0);
  for (const run of failed) console.log(`\n${failureText(run)}`);
  console.log(`\n${summaryTable(runs)}\n`);
  console.log(`${runs.length - failed.length} passed, ${failed.length} failed, 0 skipped`);
  return failed.length === 0 ? 0 : 1;
});

function progressText({ id, variant, problems, seconds, cached }: LessonRun): string {
  if (cached) return `${id} ${variant}: passed before, unchanged`;
  return `${id} ${variant}: ${problems.length === 0 ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s`;
}

function readArguments(args: string[]) {
  try {
    const options = {
      only: { type: "string" },
      jobs: { type: "string" },
      all: { type: "boolean", default: false },
    } as const;
    const { values } = parseArgs({ args, options });
    const jobs =
      values.jobs === undefined ? Math.min(2, availableParallelism()) : Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 1) {
      throw new UsageError(`--jobs ${values.jobs} is not a number from 1. ${usage}`);
    }
    const only = values.only?.split(",").filter((asked) => asked !== "");
    if (only?.length === 0) throw new UsageError(`--only names no lesson. ${usage}`);
    return { only, jobs, all: values.all };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n${usage}`);
  }
}
