/**
 * Executes a lesson's solution with several seeds and writes bars that all of them clear into
 * curriculum.json and into the lesson's source, with the measured seconds; `--check` writes nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { calibratedBar, holds, type Measured } from "./calibrate/bar.ts";
import { runWithSeed, type SeededRun } from "./calibrate/measure.ts";
import { sourceWithBars, withBars } from "./calibrate/write-bars.ts";
import { curriculumFile, readCurriculum, type OutcomeBound } from "./curriculum/curriculum.ts";
import { reportingErrors, UsageError } from "./report/errors.ts";
import { folderName, lessonsWithSource, loadLessons, sourcesFolder } from "./source/load.ts";
import { selectLesson } from "./source/select.ts";

const usage = "Use it like this: npm run calibrate -- 046 [--seeds 5] [--check]";

await reportingErrors(async () => {
  const { asked, seeds, check } = readArguments(process.argv.slice(2));
  const curriculum = readCurriculum();
  const lesson = selectLesson(asked, lessonsWithSource(curriculum), curriculum);
  const [written] = (await loadLessons({ curriculum, lessons: [lesson] })).written;
  console.log(`Day ${lesson.day} · ${lesson.title}: ${lesson.outcome}`);
  const runs: SeededRun[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const run = await runWithSeed(written, curriculum, seed);
    runs.push(run);
    const values = run.outcomes.map(({ metric, value }) => `${metric} ${String(value)}`);
    console.log(`  seed ${seed}: ${values.join(", ")}; ${run.seconds.toFixed(1)} s`);
  }
  const bars = runs[0].outcomes.map(({ metric, bounds }) => {
    const measured = { metric, values: runs.map((run) => valueOf(run, metric)) };
    const own = { metric, ...bounds } as OutcomeBound;
    const bar = calibratedBar(measured, own);
    console.log(`  ${sentence(measured, own, bar)}`);
    return bar;
  });
  if (bars.length === 0) throw new UsageError(`${lesson.id} reports no outcome.`);
  if (check) return 0;
  const sourceFile = path.join(sourcesFolder, folderName(lesson), "lesson.ts");
  const source = sourceWithBars(readFileSync(sourceFile, "utf8"), bars);
  const file = withBars(readCurriculum(), lesson.id, bars, runs[0].seconds);
  writeFileSync(sourceFile, source);
  writeFileSync(curriculumFile, `${JSON.stringify(file, undefined, 2)}\n`);
  console.log(`  written to curriculum.json (${Math.ceil(runs[0].seconds)} s) and lesson.ts`);
  return 0;
});

function valueOf(run: SeededRun, metric: string): number {
  return Number(run.outcomes.findLast((outcome) => outcome.metric === metric)?.value ?? NaN);
}

function sentence(measured: Measured, own: OutcomeBound, bar: OutcomeBound): string {
  const text = ({ atLeast, atMost, equals }: OutcomeBound): string =>
    atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : `= ${equals}`;
  const all = holds(measured, own) ? "holds with every seed" : "does NOT hold with every seed";
  return `${measured.metric}: the lesson's ${text(own)} ${all}; calibrated ${text(bar)}`;
}

function readArguments(args: string[]) {
  const options = {
    seeds: { type: "string", default: "5" },
    check: { type: "boolean", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const seeds = Number(values.seeds);
    if (!Number.isInteger(seeds) || seeds < 2)
      throw new UsageError(`--seeds ${values.seeds} is not a number from 2. ${usage}`);
    if (positionals.length !== 1) throw new UsageError(usage);
    return { asked: positionals[0], seeds, check: values.check };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n${usage}`);
  }
}
