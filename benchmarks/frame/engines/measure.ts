/** A thing to time, and what shows that it was done right. */
export interface Operation<T> {
  readonly name: string;
  readonly run: () => T | Promise<T>;
  /** Numbers that every engine must agree on; not timed. */
  readonly check: (result: T) => readonly number[];
}

/** What an engine prints: times in ms, CPU times of all threads in ms, peak memory in MiB. */
export interface EngineOutput {
  readonly samples: Record<string, number[]>;
  readonly checks: Record<string, readonly number[]>;
  /** Why an operation could not be done, by its name. */
  readonly refused: Record<string, string>;
}

export const operation = <T>(
  name: string,
  run: Operation<T>["run"],
  check: Operation<T>["check"],
): Operation<unknown> => ({ name, run, check: check as (result: unknown) => readonly number[] });

/** Seconds after which an operation is not repeated any more. */
const patience = 4;

/** Runs each operation some times, in order; one that throws has neither times nor checks. */
export async function measure(
  operations: readonly Operation<unknown>[],
  repetitions: number,
): Promise<EngineOutput> {
  const output: EngineOutput = { samples: {}, checks: {}, refused: {} };
  for (const { name, run, check } of operations) {
    const [wall, cpu]: [number[], number[]] = [[], []];
    try {
      const begun = performance.now();
      while (wall.length < repetitions && performance.now() - begun < patience * 1000) {
        const [before, start] = [process.cpuUsage(), performance.now()];
        const result = await run();
        wall.push(performance.now() - start);
        const { user, system } = process.cpuUsage(before);
        cpu.push((user + system) / 1000);
        output.checks[name] = check(result);
      }
      Object.assign(output.samples, { [name]: wall, [`${name}-cpu`]: cpu });
    } catch (error) {
      output.refused[name] = (error as Error).message;
    }
  }
  output.samples["peak"] = [process.resourceUsage().maxRSS / 1024];
  return output;
}

/** The command line of an engine: the files, and how often. */
export function engineArguments(): { rows: string; customers: string; repetitions: number } {
  const [rows, customers, repetitions] = process.argv.slice(2);
  return { rows, customers, repetitions: Number(repetitions) };
}
