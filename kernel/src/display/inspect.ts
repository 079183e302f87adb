import { inspect, stripVTControlCharacters } from "node:util";
import { prune } from "./prune.ts";

/** No text form is longer than this many characters. */
export const MAX_TEXT = 60_000;

const LIMITS = {
  colors: false,
  depth: 4,
  maxArrayLength: 100,
  maxStringLength: 10_000,
  breakLength: 100,
} as const;

/**
 * Any value as plain text: Node's own notation, without ANSI, at most {@link MAX_TEXT} characters.
 * Getters are not called; a custom inspection that throws is replaced by the plain one.
 *
 * @example
 * inspectText({ a: [1, 2] }); // "{ a: [ 1, 2 ] }"
 */
export function inspectText(value: unknown): string {
  return boundText(stripVTControlCharacters(inspectSafely(value)));
}

/** The text, or its head and a line that says how much was left out. */
export function boundText(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const left = (text.length - MAX_TEXT).toLocaleString("en");
  return `${text.slice(0, MAX_TEXT).toWellFormed()}\n… ${left} more characters`;
}

function inspectSafely(value: unknown): string {
  for (const customInspect of [true, false]) {
    try {
      return inspect(prune(value), { ...LIMITS, customInspect });
    } catch {
      // The value's own inspection is broken; the next round goes without it.
    }
  }
  return `[${typeof value} that cannot be inspected]`;
}
