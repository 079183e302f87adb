/**
 * A value as JSON can say it: big integers become numbers where that is exact and strings where it
 * is not, typed arrays become arrays, functions go, and a circle or a throwing getter is named in
 * place of the whole.
 */
export function toJson(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, replacer) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as unknown);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? firstLine(error.message) : "unknown reason"}`;
  }
}

function replacer(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value instanceof Map) return Object.fromEntries(value as Map<string, unknown>);
  if (value instanceof Set) return [...(value as Set<unknown>)];
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as Float64Array);
  }
  return value;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
