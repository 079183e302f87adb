const silent = new WeakSet<object>();

/**
 * Marks an object that is no result: `display(x)` as the last line of a cell has shown x already,
 * and its handle would only repeat it.
 */
export function makeSilent<T extends object>(value: T): T {
  silent.add(value);
  return value;
}

export function isSilent(value: unknown): boolean {
  return typeof value === "object" && value !== null && silent.has(value);
}
