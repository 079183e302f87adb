import { inspect, types } from "node:util";

const longestMessage = 4000;

/** What `read` returns, or undefined where it throws: thrown objects may have any getters. */
export function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A property that is a string, or undefined. */
export function stringProperty(value: object, key: string): string | undefined {
  const property = anyProperty(value, key);
  return typeof property === "string" ? property : undefined;
}

/** A property, or undefined where reading it throws. */
export const anyProperty = (value: object, key: string): unknown =>
  safely(() => (value as Record<string, unknown>)[key]);

/** True for errors, those of other realms and libraries' look-alikes included. */
export function isErrorLike(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (types.isNativeError(value) || safely(() => value instanceof Error)) return true;
  return (
    stringProperty(value, "message") !== undefined && stringProperty(value, "stack") !== undefined
  );
}

/** Any value on a few lines. */
export function show(value: unknown): string {
  const options = { depth: 2, maxArrayLength: 20, maxStringLength: longestMessage };
  return bounded(safely(() => inspect(value, options)) ?? `a value that cannot be shown`);
}

/** A text that is cut, saying so, where it is too long for a message. */
export function bounded(text: string, longest = longestMessage): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… (${text.length - longest} more characters)`;
}
