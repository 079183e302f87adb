import { inspect } from "node:util";
import { jupyterDisplay } from "../host/index.ts";

/** Symbol.for: two copies of this module in one process still know each other's sentinels. */
const sentinelMark = Symbol.for("daylab.todo");

/** An answer that is still `todo()` was used as if it were there. */
export class TodoError extends Error {
  override readonly name = "TodoError";
}

/**
 * Stands for an answer that the learner has not written yet, with the type the answer will have.
 *
 * A check on it, on an array or object that holds it, or on a function that meets it says
 * UNATTEMPTED. Using it by accident throws a {@link TodoError} that says what to do.
 *
 * @param task what is to be written, for the error message (default "your own code")
 *
 * @example
 * let area: (radius: number) => number = todo();
 */
export function todo<T>(task = "your own code"): T {
  const stop = (use: string): never => {
    throw new TodoError(
      `This answer is not written yet: you tried to ${use}. ` +
        `Replace todo() with ${task}, run that cell, then run this one again.`,
    );
  };
  const text = `todo(): not written yet, replace it with ${task}`;
  // A front end or console.log may show the sentinel; only an attempt to compute with it is an error.
  const readable = new Map<PropertyKey, unknown>([
    [sentinelMark, true],
    [jupyterDisplay, () => ({ "text/plain": text })],
    [inspect.custom, () => text],
    [Symbol.toStringTag, undefined],
    // Absent, so that `await todo()` gives the sentinel itself.
    ["then", undefined],
  ]);
  // A bound function can be constructed and has no prototype that the traps would have to admit.
  const target = Object.assign(function () {}.bind(undefined), { [inspect.custom]: () => text });
  return new Proxy(target, {
    get: (_, key) => (readable.has(key) ? readable.get(key) : stop(usage(key))),
    has: (_, key) => readable.has(key) && readable.get(key) !== undefined,
    set: (_, key) => stop(`set .${String(key)} of it`),
    deleteProperty: (_, key) => stop(`delete .${String(key)} of it`),
    ownKeys: () => stop("list its members"),
    apply: () => stop("call it"),
    construct: () => stop("construct it with new"),
  }) as T;
}

function usage(key: PropertyKey): string {
  if (key === Symbol.toPrimitive) return "use it as a number or a text";
  if (key === Symbol.iterator) return "loop over it";
  return `read .${String(key)} of it`;
}

function isTodo(value: unknown): boolean {
  return typeof value === "function" && (value as { [sentinelMark]?: true })[sentinelMark] === true;
}

/**
 * Whether a value is the sentinel of {@link todo}, or an array, plain object, Map or Set that holds
 * it at any depth. Looks at no more than 100 000 values and runs no getter.
 */
export function containsTodo(value: unknown): boolean {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [value];
  for (let looked = 0; waiting.length > 0 && looked < 100_000; looked++) {
    const next = waiting.pop();
    if (isTodo(next)) return true;
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (Array.isArray(next) || next instanceof Set) for (const item of next) waiting.push(item);
    else if (next instanceof Map) for (const item of next.values()) waiting.push(item);
    else if (isPlain(next))
      for (const { value: item } of Object.values(Object.getOwnPropertyDescriptors(next)))
        waiting.push(item);
  }
  return false;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A cell may run in another realm, whose Object.prototype is not ours but has no parent either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
