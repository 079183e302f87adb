import { DataFrame, Series } from "../../../library/src/frame/index.ts";

/** A fixture's value: JSON, with integers beyond 2⁵³ and infinities marked. */
export type Encoded = unknown;

function scalar(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isNaN(value)) return null;
  if (typeof value === "bigint") return { integer: String(value) };
  if (value === Infinity || value === -Infinity) return { infinity: Math.sign(value) };
  return value;
}

/** Our result in the form the pandas script writes; `labelled` keeps row labels. */
export function encoded(value: unknown, labelled: boolean): Encoded {
  if (value instanceof DataFrame) {
    const columns = Object.entries(value.toColumns() as Record<string, unknown[]>);
    const data = Object.fromEntries(columns.map(([name, cells]) => [name, cells.map(scalar)]));
    return { columns: data, ...(labelled ? { index: value.index.map(scalar) } : {}) };
  }
  if (value instanceof Series) {
    const values = (value.values as unknown[]).map(scalar);
    return { values, ...(labelled ? { index: value.index.map(scalar) } : {}) };
  }
  return Array.isArray(value) ? value.map(scalar) : scalar(value);
}

/** Numbers agree to this share of their size: summation orders differ, algorithms may not. */
export const tolerance = 1e-12;

function close(ours: number, theirs: number): boolean {
  if (Number.isInteger(theirs) && Number.isInteger(ours)) return Object.is(ours, theirs);
  return Math.abs(ours - theirs) <= tolerance * Math.max(Math.abs(theirs), 1e-3);
}

/** The first place where two encoded values differ, or undefined. */
export function difference(ours: Encoded, theirs: Encoded, path = "result"): string | undefined {
  if (typeof ours === "number" && typeof theirs === "number") {
    return close(ours, theirs) ? undefined : `${path}: ${ours}, pandas ${theirs}`;
  }
  if (typeof ours !== "object" || typeof theirs !== "object" || ours === null || theirs === null) {
    return ours === theirs
      ? undefined
      : `${path}: ${JSON.stringify(ours)}, pandas ${JSON.stringify(theirs)}`;
  }
  const [own, other] = [Object.keys(ours), Object.keys(theirs)];
  if (own.join("\n") !== other.join("\n"))
    return `${path} has ${own.join(", ")}; pandas ${other.join(", ")}`;
  for (const key of own) {
    const inner = difference(
      (ours as Record<string, unknown>)[key],
      (theirs as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (inner !== undefined) return inner;
  }
  return undefined;
}
