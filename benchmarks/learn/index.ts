import path from "node:path";
import { fileURLToPath } from "node:url";
import { pandasPython } from "../frame/pandas.ts";
import { comparison, type Measurement, type Run } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds, type Measure } from "../report/rounds.ts";
import { markdownTable } from "../report/table.ts";
import { runForJson } from "../run-process.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { dataFiles } from "./data.ts";
import { tasks, tasksFile } from "./tasks.ts";

interface Output {
  readonly samples: Readonly<Record<string, readonly number[]>>;
  readonly scores: Readonly<Record<string, number>>;
}

const measurements: readonly Measurement[] = [
  ...tasks.flatMap(({ estimator, goal }) =>
    ["fit", "predict"].map((what) => ({
      key: `${estimator} ${what}`,
      title: `${estimator}, ${what}, ms (goal ${goal})`,
      kind: "samples" as const,
    })),
  ),
  { key: "peak", title: "peak memory of all, MiB", kind: "samples" },
];

const engine = (file: string): string => path.join(import.meta.dirname, "engines", file);

/** One thread each: scikit-learn's libraries would take both cores. */
const oneThread = Object.fromEntries(
  ["OMP", "OPENBLAS", "MKL", "NUMEXPR"].map((name) => [`${name}_NUM_THREADS`, "1"]),
);

/** Our estimators beside scikit-learn's with one job, on the same numbers. */
export async function benchmarkLearn(settings: Settings): Promise<Results> {
  const { repository, rounds, quick } = settings;
  const python = await pandasPython(repository, settings.python);
  const sections: string[] = [];
  const failures = new Map<string, string>();
  const runs: Record<string, readonly Run[]> = {};
  const sizes: readonly [number, number][] = quick
    ? [[1000, 20]]
    : [
        [10_000, 20],
        [100_000, 50],
      ];
  for (const [rows, columns] of sizes) {
    const files = dataFiles(path.join(repository, ".cache/benchmarks/learn"), rows, columns);
    const given = [files.x, files.y, rows, columns, rows > 20_000 ? 1 : 3].map(String);
    const programs: [string, string, string[]][] = [
      ["daylab", process.execPath, [engine("daylab.ts"), ...given]],
      ["scikit-learn", python, [engine("sklearn_engine.py"), ...given, fileURLToPath(tasksFile)]],
    ];
    const outputs = new Map<string, Output>();
    const measures = programs.map(([name, command, args]): [string, Measure] => [
      name,
      async () => {
        const env = { ...process.env, ...oneThread };
        const output = await runForJson<Output>(command, args, { env, limit: 900 });
        outputs.set(name, output);
        return { samples: output.samples, counts: {} };
      },
    ]);
    const done = await inRounds(rounds, new Map(measures));
    const size = `${rows.toLocaleString("en").replaceAll(",", " ")} × ${columns}`;
    runs[size] = done.runs;
    for (const [name, reason] of done.failures) failures.set(`${name} (${size})`, reason);
    const names = programs.map(([name]) => name);
    sections.push(
      `### ${size}`,
      comparison(done.runs, names, "scikit-learn", measurements),
      scores(outputs),
    );
  }
  const versions = {
    daylab: packageVersion(repository, "library"),
    ...(await pythonVersions(python, ["scikit-learn", "numpy"])),
  };
  return { name: "learn", machine: thisMachine(), versions, sections, failures, runs };
}

/** What was learned: accuracy or R² on the samples themselves, for k-means the inertia. */
function scores(outputs: ReadonlyMap<string, Output>): string {
  const [ours, theirs] = ["daylab", "scikit-learn"].map((name) => outputs.get(name)?.scores ?? {});
  const rows = Object.keys(theirs).map((name) =>
    [name, ours[name], theirs[name]].map((cell) =>
      typeof cell === "number" ? cell.toPrecision(5) : (cell ?? "–"),
    ),
  );
  return markdownTable(["score on what was learned from", "daylab", "scikit-learn"], rows);
}
