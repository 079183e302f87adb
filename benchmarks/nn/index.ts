import { cpus } from "node:os";
import path from "node:path";
import { comparison, type Measurement, type Run } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds, type Measure } from "../report/rounds.ts";
import { runForJson } from "../run-process.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { differenceOf, lossTable } from "./agreement.ts";
import { baseline, findPeers } from "./peers.ts";
import { tasks, type Task } from "./tasks.ts";

interface Output {
  readonly samples: Readonly<Record<string, readonly number[]>>;
  readonly losses: readonly number[];
  /** Of our compiled model: what was compiled, and why something was not. */
  readonly explanation?: string;
}

const measurementsOf = ({ batch }: Task, batches: number): readonly Measurement[] => [
  { key: "step", title: `training step, batch ${batch}, ms`, kind: "samples" },
  { key: "step cpu", title: "its CPU time, all threads, ms", kind: "samples" },
  { key: "fit", title: `first fit, ${2 * (batches + 1)} steps, ms`, kind: "samples" },
  { key: "predict 1", title: "predict 1, ms", kind: "samples" },
  { key: "predict 64", title: "predict 64, ms", kind: "samples" },
  { key: "peak", title: "peak memory, MiB", kind: "samples" },
];

/** Training and predicting beside Python's TensorFlow and PyTorch, from the same weights and data. */
export async function benchmarkNn(settings: Settings): Promise<Results> {
  const { repository, rounds, quick } = settings;
  const machine = thisMachine();
  const threads = Number(process.env.DAYLAB_BENCHMARK_THREADS ?? cpus().length);
  const batches = quick ? 3 : 30;
  const { peers, failures: missing, pythons } = await findPeers(settings, threads);
  const failures = new Map(missing);
  const env = { ...process.env, ...sameThreads(threads) };
  const names = peers.map(({ name }) => name);
  const sections: string[] = [];
  const runs: Record<string, readonly Run[]> = {};
  const losses = new Map<string, readonly number[]>();
  const explanations: string[] = [];
  for (const task of tasks) {
    const folder = path.join(repository, ".cache/benchmarks/nn", task.name);
    const exchange = [task.name, folder, String(batches)];
    exchange.unshift(path.join(import.meta.dirname, "exchange.ts"));
    await runForJson(process.execPath, exchange, { env, limit: 120 });
    const measures = peers.map(({ name, command, args }): [string, Measure] => [
      name,
      async () => {
        const given = args(task, folder, quick ? 1 : 3);
        const output = await runForJson<Output>(command, given, { env, limit: 900 });
        losses.set(`${task.name} ${name}`, output.losses);
        if (output.explanation) explanations.push(`${task.title}: ${output.explanation}`);
        return { samples: output.samples, counts: {} };
      },
    ]);
    const done = await inRounds(rounds, new Map(measures));
    for (const [name, reason] of done.failures) failures.set(`${name} (${task.title})`, reason);
    const wanted = losses.get(`${task.name} daylab eager`) ?? [];
    for (const name of names) {
      const found = losses.get(`${task.name} ${name}`);
      const difference = found && differenceOf(found, wanted);
      if (difference) failures.set(`${name} (${task.title})`, difference);
    }
    runs[task.name] = done.runs;
    const table = comparison(done.runs, names, baseline, measurementsOf(task, batches));
    sections.push(`### ${task.title}`, table);
  }
  const titles = tasks.map(({ name }) => name);
  sections.push(lossTable(titles, names, losses), [...new Set(explanations)].join("\n\n"));
  const versions: Record<string, string> = { daylab: packageVersion(repository, "library") };
  for (const [python, packages] of pythons)
    Object.assign(versions, await pythonVersions(python, packages));
  return { name: "nn", machine, versions, sections, failures, runs };
}

/** Every library asks another variable how many threads it may use. */
function sameThreads(threads: number): NodeJS.ProcessEnv {
  return {
    TF_NUM_INTRAOP_THREADS: String(threads),
    TF_NUM_INTEROP_THREADS: String(threads),
    OMP_NUM_THREADS: String(threads),
    TF_CPP_MIN_LOG_LEVEL: "3",
    PYTHONDONTWRITEBYTECODE: "1",
    CUDA_VISIBLE_DEVICES: "-1",
  };
}
