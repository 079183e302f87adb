import { cpus, loadavg, totalmem } from "node:os";

/** Where and when numbers were measured. */
export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
  readonly node: string;
  /** How many processes wanted a core in the minute before the first measurement. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString(),
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg()[0],
  };
}

/**
 * The machine in one line, with a warning where others were using it.
 *
 * @param loadAfter - The load after the last measurement, of which the benchmark itself makes about 1.
 */
export function machineLine(machine: Machine, loadAfter: number): string {
  const { cores, memoryGiB, platform, node, load, date } = machine;
  const line = `${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}, ${date.slice(0, 10)}, load ${load.toFixed(1)} before and ${loadAfter.toFixed(1)} after.`;
  const isBusy = Math.max(load, loadAfter - 1) > cores / 2;
  return isBusy ? `${line} The machine was busy: read the ratios, not the times.` : line;
}
