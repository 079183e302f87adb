/** A result of danfo's or ours as plain values, so that the two can be compared. */
export function plain(value: unknown): unknown {
  if (value === undefined || value === null || Number.isNaN(value)) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as [], plain);
  if (typeof value !== "object") return value;
  const { columns, values, index, arraySync } = value as Partial<Tabular>;
  if (arraySync !== undefined) return plain((value as Tabular).arraySync());
  if (!Array.isArray(values) || !Array.isArray(index)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  }
  // Numbers of rows are compared by one example alone: danfo keeps them, ours counts anew.
  const labels = index.every((label) => typeof label === "number") ? {} : { index };
  const isFrame =
    (value as Tabular).shape.length === 2 && Array.isArray(columns) && values.every(Array.isArray);
  return { ...(isFrame ? { columns: columns.map(String) } : {}), values: plain(values), ...labels };
}

interface Tabular {
  readonly columns: readonly unknown[];
  readonly values: unknown[];
  readonly index: unknown[];
  readonly shape: readonly number[];
  readonly arraySync: () => unknown;
}
