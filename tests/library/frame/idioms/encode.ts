import { DataFrame, Series } from "../../../../library/src/frame/index.ts";

/** What is compared: JSON, where numbers beyond 2⁵³, infinities and moments are marked. */
export type Encoded = unknown;

function scalar(value: unknown): Encoded {
  if (value === undefined || Number.isNaN(value)) return null;
  if (typeof value === "bigint") return { integer: String(value) };
  if (value === Infinity || value === -Infinity) return { infinity: Math.sign(value) };
  if (value instanceof Date) return { date: value.toISOString() };
  return Array.isArray(value) ? value.map(scalar) : value;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A result in the form that answers.py writes; `labelled` keeps row labels. */
export function encoded(value: unknown, labelled = false): Encoded {
  if (value instanceof DataFrame) {
    const columns = value.columns.map((name: string) => [
      name,
      value.column(name).values.map(scalar),
    ]);
    return { columns, ...(labelled ? { index: value.index.map(scalar) } : {}) };
  }
  if (value instanceof Series) {
    const values = (value.values as unknown[]).map(scalar);
    return { values, ...(labelled ? { index: value.index.map(scalar) } : {}) };
  }
  if (isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encoded(one)]));
  }
  return Array.isArray(value) || ArrayBuffer.isView(value)
    ? Array.from(value as unknown[], scalar)
    : scalar(value);
}

/** Grouped columns are called `column_aggregation` here, as in danfo; pandas keeps the name. */
export function plainNames(value: Encoded): Encoded {
  const frame = value as { columns?: [string, unknown][] };
  if (!Array.isArray(frame.columns)) return value;
  const columns = frame.columns.map(([name, cells]) => [
    name.replace(
      /_(mean|sum|count|std|var|median|min|max|first|last|nUnique|prod|sem|quantile)$/u,
      "",
    ),
    cells,
  ]);
  return { ...frame, columns };
}
