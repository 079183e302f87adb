import path from "node:path";
import { pythonOf } from "../python-environment.ts";
import type { Settings } from "../settings.ts";
import type { Task } from "./tasks.ts";

/** A program that measures one task. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly args: (task: Task, folder: string, seconds: number) => readonly string[];
}

/** The peers in the order of the columns, and why others cannot be measured. */
export interface Peers {
  readonly peers: readonly Peer[];
  readonly failures: ReadonlyMap<string, string>;
  /** Pythons by the packages whose versions they tell. */
  readonly pythons: readonly (readonly [string, readonly string[]])[];
}

/** What the others are compared with. */
export const baseline = "TF graph (Python)";

const here = (file: string): string => path.join(import.meta.dirname, file);
const engine = (file: string): string => here(`engines/${file}`);

export async function findPeers({ repository, python }: Settings, threads: number): Promise<Peers> {
  const ours = (mode: string): Peer => ({
    name: `daylab ${mode}`,
    command: process.execPath,
    args: ({ name }, folder, seconds) => [
      engine("daylab.ts"),
      ...[name, folder, String(seconds), mode],
    ],
  });
  const peers: Peer[] = [ours("compiled"), ours("eager")];
  const failures = new Map<string, string>();
  const pythons: [string, string[]][] = [];
  const general = ({ name, learningRate, batch }: Task, folder: string, seconds: number) =>
    [name, folder, seconds, learningRate, batch].map(String);
  try {
    const command = await pythonOf(repository, python, {
      variable: "DAYLAB_TENSORFLOW_PYTHON",
      folder: "tensorflow",
      requirements: here("tensorflow-requirements.txt"),
      packages: "TensorFlow",
    });
    pythons.push([command, ["tensorflow-cpu", "keras"]]);
    for (const [name, mode] of [
      [baseline, "graph"],
      ["TF eager (Python)", "eager"],
    ])
      peers.push({
        name,
        command,
        args: (...given) => [engine("tensorflow_engine.py"), ...general(...given), mode],
      });
  } catch (error) {
    failures.set("Python TensorFlow", (error as Error).message);
  }
  try {
    const command = await pythonOf(repository, python, {
      variable: "DAYLAB_TORCH_PYTHON",
      folder: "torch",
      requirements: here("torch-requirements.txt"),
      packages: "PyTorch (2 GB to fetch)",
      withoutDependencies: true,
    });
    pythons.push([command, ["torch"]]);
    peers.push({
      name: "PyTorch",
      command,
      args: (...given) => [engine("torch_engine.py"), ...general(...given), String(threads)],
    });
  } catch (error) {
    failures.set("PyTorch", (error as Error).message);
  }
  return { peers, failures, pythons };
}
