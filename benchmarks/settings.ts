import path from "node:path";
import { parseArgs } from "node:util";

/** What to measure, how often and with which programs. */
export interface Settings {
  readonly repository: string;
  /** The Python that has Jupyter. */
  readonly python: string;
  /** How often every peer is measured. */
  readonly rounds: number;
  /** Less of everything: to try the benchmark itself, not for numbers. */
  readonly quick: boolean;
}

export const benchmarks = ["kernel", "frame", "scan", "learn", "nn", "text"] as const;
export type Benchmark = (typeof benchmarks)[number];

/**
 * The command line of `npm run benchmark`.
 *
 * @throws Error for an unknown option, an unknown benchmark or no sensible number of rounds.
 */
export function readArguments(
  args: readonly string[],
): Pick<Settings, "rounds" | "quick"> & { readonly chosen: readonly Benchmark[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string" }, quick: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !(benchmarks as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no benchmark ${JSON.stringify(unknown)}; choose kernel, frame, scan, learn, nn or text.`,
    );
  }
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a count of 1 or more; got ${JSON.stringify(values.rounds)}.`);
  }
  const chosen = positionals.length === 0 ? benchmarks : (positionals as Benchmark[]);
  return { rounds, quick: values.quick, chosen };
}

export function settingsOf(options: Pick<Settings, "rounds" | "quick">): Settings {
  const repository = path.resolve(import.meta.dirname, "..");
  const python = process.env.DAYLAB_PYTHON ?? path.join(repository, ".venv/bin/python");
  return { ...options, repository, python };
}
