import path from "node:path";
import { comparison, type Measurement, type Run } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds, type Measure } from "../report/rounds.ts";
import { runForJson } from "../run-process.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { disagreements } from "./agreement.ts";
import { dataFiles } from "./data.ts";
import type { EngineOutput } from "./engines/measure.ts";
import { pandasPython } from "./pandas.ts";

const operations = [
  ["read", "read CSV"],
  ["filter", "filter by two columns"],
  ["group-1", "mean by one key"],
  ["group-2", "mean by two keys"],
  ["sort-1", "sort by one key"],
  ["sort-2", "sort by two keys"],
  ["describe", "describe"],
  ["merge", "merge with 5 000 rows"],
] as const;

/** How often an operation is repeated in one run. */
const repetitions = 5;

const wallTimes: readonly Measurement[] = [
  ...operations.map(([key, title]) => ({ key, title: `${title}, ms`, kind: "samples" as const })),
  { key: "peak", title: `peak memory, ${repetitions} times each, MiB`, kind: "samples" },
];

const cpuTimes: readonly Measurement[] = operations.map(([key, title]) => ({
  key: `${key}-cpu`,
  title: `${title}, CPU ms`,
  kind: "samples",
}));

const engine = (file: string) => path.join(import.meta.dirname, "engines", file);

/** Our frames beside pandas and danfojs-node on the same CSV files. */
export async function benchmarkFrame(settings: Settings): Promise<Results> {
  const { repository, rounds, quick } = settings;
  const machine = thisMachine();
  const python = await pandasPython(repository, settings.python);
  const programs = new Map([
    ["daylab", [process.execPath, engine("daylab.ts")]],
    ["pandas", [python, engine("pandas_engine.py")]],
    ["danfo", [process.execPath, engine("danfo.ts")]],
  ]);
  const sections: string[] = [];
  const failures = new Map<string, string>();
  const runs: Record<string, readonly Run[]> = {};
  for (const rows of quick ? [10_000] : [100_000, 1_000_000]) {
    const files = dataFiles(path.join(repository, ".cache/benchmarks/frame"), rows);
    const outputs = new Map<string, EngineOutput>();
    // Its sort takes a time that grows with the square of the rows: seconds at 100 000.
    const names = [...programs.keys()].filter((name) => name !== "danfo" || rows <= 100_000);
    const measures = names.map((name): [string, Measure] => [
      name,
      async () => {
        const [command, program] = programs.get(name)!;
        const args = [program, files.rows, files.customers, String(repetitions)];
        const output = await runForJson<EngineOutput>(command, args, { limit: 600 });
        outputs.set(name, output);
        return { samples: output.samples, counts: {} };
      },
    ]);
    const done = await inRounds(rounds, new Map(measures));
    runs[`${rows} rows`] = done.runs;
    for (const [name, reason] of done.failures) failures.set(`${name} (${rows} rows)`, reason);
    sections.push(
      `### ${rows.toLocaleString("en").replaceAll(",", " ")} rows`,
      comparison(done.runs, names, "pandas", wallTimes),
      comparison(done.runs, names, "pandas", cpuTimes),
      remarks(outputs),
    );
  }
  const versions = {
    daylab: packageVersion(repository, "library"),
    ...(await pythonVersions(python, ["pandas"])),
    danfo: packageVersion(repository, "node_modules/danfojs-node"),
  };
  return { name: "frame", machine, versions, sections, failures, runs };
}

/** What the times do not say: operations that failed, and answers that are not pandas'. */
function remarks(outputs: ReadonlyMap<string, EngineOutput>): string {
  const oracle = outputs.get("pandas")?.checks ?? {};
  const lines = [...outputs].flatMap(([name, { checks, refused }]) => [
    ...Object.entries(refused).map(([what, why]) => `- ${name} fails at ${what}: ${why}`),
    ...disagreements(name, checks, oracle).map((difference) => `- Another answer: ${difference}`),
  ]);
  return lines.join("\n");
}
