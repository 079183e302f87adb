import { inspect } from "node:util";

/** Any value on a few lines, never more than `limit` characters, for a message that a person reads. */
export function showValue(value: unknown, limit = 300): string {
  let text: string;
  try {
    text = inspect(value, {
      depth: 3,
      maxArrayLength: 12,
      maxStringLength: 120,
      breakLength: 90,
      compact: 3,
    });
  } catch (error) {
    text = `a value that cannot be shown (${error instanceof Error ? error.message : "unknown"})`;
  }
  return bounded(text, limit);
}

/** The text, cut with a mark where it is longer than `limit` characters. */
export function bounded(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
