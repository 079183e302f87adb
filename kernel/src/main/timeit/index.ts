/**
 * `timeit()`: how long a function takes.
 *
 * @module
 */
import { inspect } from "node:util";
import { isStopped } from "../cell.ts";
import { Timing } from "./timing.ts";

export { Timing } from "./timing.ts";

/** As `TimeitOptions` in `api/globals.d.ts`. */
export interface TimeitOptions {
  readonly runs?: number;
  readonly loops?: number;
}

/** A run has as many loops, of 1, 2, 5, 10, 20 and so on, as it takes to last this long, in seconds. */
const shortestRun = 0.2;

const now = performance.now.bind(performance);
const seconds = (start: number): number => (now() - start) / 1000;

/** Where results go, so that the engine has to compute them. */
const results: { last?: unknown } = {};

export function timeit(fn: () => PromiseLike<unknown>, options?: TimeitOptions): Promise<Timing>;
export function timeit(fn: () => unknown, options?: TimeitOptions): Timing;
export function timeit(
  fn: () => unknown,
  { runs = 7, loops }: TimeitOptions = {},
): Timing | Promise<Timing> {
  if (typeof fn !== "function") {
    throw new TypeError(
      `timeit() needs a function such as () => a.matMul(b) and got ${inspect(fn)}`,
    );
  }
  for (const [name, value] of Object.entries({ runs, loops: loops ?? 1 })) {
    if (Number.isInteger(value) && value > 0) continue;
    throw new RangeError(`timeit(): ${name} must be a whole number from 1, received ${value}`);
  }
  // The first call also warms up what it uses; it tells whether the function is asynchronous.
  const first = fn();
  return isThenable(first)
    ? timeAsync(first, fn as () => PromiseLike<unknown>, runs, loops)
    : timeSync(fn, runs, loops);
}

function timeSync(fn: () => unknown, runs: number, given: number | undefined): Timing {
  const measure = freshLoop();
  let loops = given ?? 1;
  const run = (): number => {
    const start = now();
    results.last = measure(fn, loops);
    return seconds(start);
  };
  while (given === undefined && run() < shortestRun) loops = more(loops);
  return new Timing(
    Array.from({ length: runs }, () => run() / loops),
    loops,
  );
}

async function timeAsync(
  first: PromiseLike<unknown>,
  fn: () => PromiseLike<unknown>,
  runs: number,
  given: number | undefined,
): Promise<Timing> {
  await first;
  let loops = given ?? 1;
  const run = async (): Promise<number> => {
    const start = now();
    for (let i = 0; i < loops; i++) {
      results.last = await fn();
      // The cell was interrupted; nobody waits for the result.
      if (isStopped()) await new Promise(() => {});
    }
    return seconds(start);
  };
  while (given === undefined && (await run()) < shortestRun) loops = more(loops);
  const times: number[] = [];
  while (times.length < runs) times.push((await run()) / loops);
  return new Timing(times, loops);
}

/** The next of 1, 2, 5, 10, 20, 50… */
function more(loops: number): number {
  return String(loops).startsWith("2") ? loops * 2.5 : loops * 2;
}

type Loop = (fn: () => unknown, loops: number) => unknown;
let made = 0;

/**
 * A loop that the engine has not seen yet. It compiles a loop for the functions that it has called: a
 * shared one would be slower for the second function than for the first.
 */
function freshLoop(): Loop {
  const body = `let last; for (let i = 0; i < loops; i++) last = fn(); return last; // ${made++}`;
  // The text is fixed, and a loop has to be new.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function("fn", "loops", body) as Loop;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === "function";
}
