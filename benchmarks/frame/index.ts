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
  ["pivot", "pivot to 20 × 8 means"],
  ["rolling", "rolling mean of 100 rows"],
] as const;

/** How often an operation is repeated in one run. */
const repetitions = 5;

const wallTimes: readonly Measurement[] = [
  ...operations.map(([key, title]) => ({ key, title: `${title}, ms`, kind: "samples" as const })),
  { key: "peak-once", title: "peak memory, once each, MiB", kind: "samples" },
  { key: "peak", title: `peak memory, ${repetitions} times each, MiB`, kind: "samples" },
];

const cpuTimes: readonly Measurement[] = operations.map(([key, title]) => ({
  key: `${key}-cpu`,
  title: `${title}, CPU ms`,
  kind: "samples",
}));

const engine = (file: string) => path.join(import.meta.dirname, "engines", file);

/** The most rows that a peer is given, where not all. */
const mostRows: Readonly<Record<string, number>> = {
  // Its sort takes a time that grows with the square of the rows: seconds at 100 000.
  danfo: 100_000,
};

/** Our frames beside pandas, danfojs-node, arquero and DuckDB on the same CSV files. */
export async function benchmarkFrame(settings: Settings): Promise<Results> {
  const { repository, rounds, quick } = settings;
  const machine = thisMachine();
  const python = await pandasPython(repository, settings.python);
  const programs = new Map([
    ["daylab", [process.execPath, engine("daylab.ts")]],
    ["pandas", [python, engine("pandas_engine.py")]],
    ["danfo", [process.execPath, engine("danfo.ts")]],
    ["arquero", [process.execPath, engine("arquero.ts")]],
    ["duckdb", [python, engine("duckdb_engine.py")]],
  ]);
  const sections: string[] = [];
  const failures = new Map<string, string>();
  const runs: Record<string, readonly Run[]> = {};
  for (const rows of quick ? [10_000] : [100_000, 1_000_000]) {
    const files = dataFiles(path.join(repository, ".cache/benchmarks/frame"), rows);
    const names = [...programs.keys()].filter((name) => rows <= (mostRows[name] ?? Infinity));
    const output = (name: string, times: number): Promise<EngineOutput> => {
      const [command, program] = programs.get(name)!;
      const args = [program, files.rows, files.customers, String(times)];
      return runForJson<EngineOutput>(command, args, { limit: 600 });
    };
    const once = new Map<string, EngineOutput>();
    for (const name of names) once.set(name, await output(name, 1));
    const differing = remarks(once);
    const measures = names.map((name): [string, Measure] => [
      name,
      async () => {
        const { samples } = await output(name, repetitions);
        return { samples: { ...samples, "peak-once": once.get(name)!.samples.peak }, counts: {} };
      },
    ]);
    const done = await inRounds(rounds, new Map(measures));
    runs[`${rows} rows`] = done.runs;
    for (const [name, reason] of done.failures) failures.set(`${name} (${rows} rows)`, reason);
    sections.push(
      `### ${rows.toLocaleString("en").replaceAll(",", " ")} rows`,
      comparison(done.runs, names, "pandas", wallTimes),
      comparison(done.runs, names, "pandas", cpuTimes),
      differing,
    );
  }
  const versions = {
    daylab: packageVersion(repository, "library"),
    ...(await pythonVersions(python, ["pandas", "duckdb"])),
    danfo: packageVersion(repository, "node_modules/danfojs-node"),
    arquero: packageVersion(repository, "node_modules/arquero"),
  };
  return { name: "frame", machine, versions, sections, failures, runs };
}

/**
 * What the times will not say: operations that a peer does not do, and answers that are not pandas'.
 *
 * @throws Error where an answer of ours is another: there is nothing to time then.
 */
function remarks(outputs: ReadonlyMap<string, EngineOutput>): string {
  const oracle = outputs.get("pandas")?.checks ?? {};
  const lines = [...outputs].flatMap(([name, { checks, refused }]) => {
    const differing = disagreements(name, checks, oracle);
    const failing = Object.entries(refused).map(
      ([what, why]) => `${name} fails at ${what}: ${why}`,
    );
    if (name === "daylab" && differing.length + failing.length > 0) {
      throw new Error(`Nothing was timed: ${[...failing, ...differing].join("; ")}.`);
    }
    return [...failing, ...differing.map((difference) => `Another answer: ${difference}`)];
  });
  return lines.map((line) => `- ${line}`).join("\n");
}
