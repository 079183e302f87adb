import { inspect } from "node:util";

const units = [
  { name: "s", seconds: 1 },
  { name: "ms", seconds: 1e-3 },
  { name: "µs", seconds: 1e-6 },
  { name: "ns", seconds: 1e-9 },
] as const;

/** How long a function takes; all times in seconds for one call. Described in `api/globals.d.ts`. */
export class Timing {
  readonly mean: number;
  readonly std: number;
  readonly best: number;
  readonly runs: readonly number[];
  readonly loops: number;

  constructor(runs: readonly number[], loops: number) {
    this.runs = runs;
    this.loops = loops;
    this.mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
    this.std = Math.sqrt(runs.reduce((sum, run) => sum + (run - this.mean) ** 2, 0) / runs.length);
    this.best = Math.min(...runs);
  }

  toString(): string {
    const { mean, std, runs, loops } = this;
    const last = units[units.length - 1];
    const { name, seconds } = units.find((unit) => mean >= unit.seconds) ?? last;
    const scaled = mean / seconds;
    const digits = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
    const shown = (time: number): string => `${(time / seconds).toFixed(digits)} ${name}`;
    const count = (n: number, what: string): string =>
      `${String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f")} ${what}${n === 1 ? "" : "s"}`;
    const from = `mean ± std of ${count(runs.length, "run")}, ${count(loops, "loop")} each`;
    return `${shown(mean)} ± ${shown(std)} per loop (${from})`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/plain": this.toString() };
  }
}
