import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import type { Run } from "./comparison.ts";
import { type Machine, machineLine } from "./machine.ts";

/** All that one benchmark measured. */
export interface Results {
  readonly name: string;
  readonly machine: Machine;
  /** Versions of the peers by their names. */
  readonly versions: Readonly<Record<string, string>>;
  /** Markdown, in the order in which to read it. */
  readonly sections: readonly string[];
  readonly failures: ReadonlyMap<string, string>;
  /** Every run, by the data set where there are several. */
  readonly runs: Readonly<Record<string, readonly Run[]>>;
}

/** Prints the tables, and writes every single measurement to `results/benchmarks/<name>.json`. */
export function publish(repository: string, results: Results): void {
  const { name, machine, versions, sections, failures, runs } = results;
  const peers = Object.entries(versions).map(([peer, version]) => `${peer} ${version}`);
  console.log(`\n${machineLine(machine, loadavg()[0])}\n\n${peers.join(", ")}.`);
  for (const section of sections.filter(Boolean)) console.log(`\n${section}`);
  for (const [peer, reason] of failures) console.log(`\n${peer} could not be measured: ${reason}`);
  const folder = path.join(repository, "results/benchmarks");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  const content = { machine, versions, failures: Object.fromEntries(failures), runs };
  writeFileSync(file, `${JSON.stringify(content, undefined, 1)}\n`);
  console.log(`\nEvery measurement: ${path.relative(repository, file)}`);
}
