/** Executes one lesson, prints its outcome and time, writes the executed notebook and its HTML. */
import path from "node:path";
import { parseArgs } from "node:util";
import { readCurriculum, root } from "./curriculum/curriculum.ts";
import { variants } from "./notebook/types.ts";
import { reportingErrors, UsageError } from "./report/errors.ts";
import { failureText } from "./report/text.ts";
import { convertToHtml } from "./run/execute.ts";
import { runLesson } from "./run/run-lesson.ts";
import { lessonsWithSource, loadLessons } from "./source/load.ts";
import { selectLesson } from "./source/select.ts";

const usage = "Use it like this: npm run lesson -- 009 [--variant starter|wrong|solution]";

await reportingErrors(async () => {
  const { asked, variant } = readArguments(process.argv.slice(2));
  const curriculum = readCurriculum();
  const lesson = selectLesson(asked, lessonsWithSource(curriculum), curriculum);
  console.log(`Day ${lesson.day} · ${lesson.title} (${variant})`);
  const { written } = await loadLessons({ curriculum, lessons: [lesson] });
  const run = await runLesson(written[0], variant, curriculum);
  for (const { metric, value, bounds, status } of run.outcomes) {
    const bar = Object.entries(bounds).map(([name, each]) => `${name} ${String(each)}`);
    console.log(`  ${metric} = ${String(value)} (${bar.join(", ")}): ${status}`);
  }
  const passed = run.problems.length === 0;
  if (!passed) console.log(`\n${failureText(run)}\n`);
  console.log(`${passed ? "passed" : "FAILED"} in ${run.seconds.toFixed(1)} s`);
  for (const file of [run.file, await convertToHtml(run.file)]) {
    console.log(`  ${path.relative(root, file)}`);
  }
  return passed ? 0 : 1;
});

function readArguments(args: string[]) {
  try {
    const options = { variant: { type: "string", default: "solution" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const variant = variants.find((name) => name === values.variant);
    const [asked] = positionals;
    if (!variant) throw new UsageError(`There is no variant "${values.variant}". ${usage}`);
    if (asked === undefined || positionals.length > 1) throw new UsageError(usage);
    return { asked, variant };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n${usage}`);
  }
}
