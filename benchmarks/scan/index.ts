import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pandasPython } from "../frame/pandas.ts";
import { comparison, type Measurement } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds, type Measure } from "../report/rounds.ts";
import { runForJson } from "../run-process.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { writeTrips } from "./generate.ts";

interface Output {
  readonly samples: Readonly<Record<string, readonly number[]>>;
  readonly checks: { readonly byCity: readonly unknown[][]; readonly top: readonly unknown[][] };
}

const measurements: readonly Measurement[] = [
  { key: "group", title: "filter, and six results by city, ms", kind: "samples" },
  { key: "top", title: "the ten dearest, ms", kind: "samples" },
  { key: "peak", title: "peak memory (VmHWM), MiB", kind: "samples" },
  { key: "anonymous", title: "of it anonymous, MiB", kind: "samples" },
];

/** `ulimit -d`: the data a process may write to, 1 GiB; what goes beyond is not allocated. */
const limited = `ulimit -d ${1024 * 1024} && exec "$0" "$@"`;

const program = (file: string): string => path.join(import.meta.dirname, "programs", file);

/** A CSV file of 2 GB, read under a limit of 1 GiB, beside pandas in chunks. The file is removed. */
export async function benchmarkScan({
  repository,
  rounds,
  quick,
  python,
}: Settings): Promise<Results> {
  const pandas = await pandasPython(repository, python);
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-benchmark-"));
  const file = path.join(folder, "trips.csv");
  try {
    const bytes = quick ? 50e6 : 2e9;
    const rows = writeTrips(file, bytes);
    const programs = new Map([
      ["daylab", [process.execPath, program("daylab.ts")]],
      ["pandas", [pandas, program("pandas_chunks.py")]],
    ] as const);
    const outputs = new Map<string, Output>();
    const measures = [...programs].map(([name, command]): [string, Measure] => [
      name,
      async () => {
        const args = ["-c", limited, ...command, file];
        const output = await runForJson<Output>("sh", args, { limit: 1800 });
        outputs.set(name, output);
        return { samples: output.samples, counts: {} };
      },
    ]);
    const { runs, failures } = await inRounds(rounds, new Map(measures));
    const versions = {
      daylab: packageVersion(repository, "library"),
      ...(await pythonVersions(pandas, ["pandas"])),
    };
    const title = `### ${(bytes / 1e9).toFixed(2)} GB of CSV, ${rows} rows, under ulimit -d of 1 GiB`;
    const sections = [
      title,
      comparison(runs, [...programs.keys()], "pandas", measurements),
      agreement(outputs),
    ];
    return {
      name: "scan",
      machine: thisMachine(),
      versions,
      sections,
      failures,
      runs: { scan: runs },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether both computed the same, to nine digits: pandas' way of sums of squares has no more. */
function agreement(outputs: ReadonlyMap<string, Output>): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === "number" ? Number(value.toPrecision(9)) : value;
  const texts = new Set([...outputs.values()].map(({ checks }) => JSON.stringify(checks, rounded)));
  return outputs.size > 1 && texts.size > 1 ? "- The answers differ." : "";
}
