/**
 * What the editor asks of live values beyond their members. Nothing here runs code that could change
 * anything: V8 throws as soon as it would.
 *
 * @module
 */
import type { MainThreadInspector } from "./main-thread.ts";

/** More columns than this nobody chooses from. */
const most = 500;

/** The names of a frame's columns, or those that records or arrays by name have. */
const look = `(value) => {
  const texts = (list) => list.filter((name) => typeof name === "string").slice(0, ${most});
  const isPlain = (it) => typeof it === "object" && it !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(it));
  if (Array.isArray(value)) return isPlain(value[0]) ? texts(Object.keys(value[0])) : [];
  if (Array.isArray(value?.columns)) return texts(value.columns);
  return isPlain(value) ? texts(Object.keys(value)) : [];
}`;

/** The columns of the value of `expression`; none where it has none, or they cannot be known safely. */
export async function columnsOf(
  expression: string,
  mainThread: MainThreadInspector,
): Promise<readonly string[]> {
  const names = await mainThread.peek(`(${look})(${expression})`);
  return Array.isArray(names) ? (names as string[]) : [];
}

/** The answer, or undefined where it takes longer than `patience` milliseconds. */
export async function soon<Answer>(
  answer: Promise<Answer>,
  patience: number,
): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
