import type { Trace } from "../spec.ts";

/** The data of a trace along the axes, as flat lists. */
export function lists(trace: Trace): { x: unknown[]; y: unknown[]; z: unknown[] } {
  const [x, y, z] = [trace["x"], trace["y"], trace["z"]].map(list);
  if (trace.type !== "surface") return { x: x ?? [], y: y ?? [], z: z ?? [] };
  const rows = (z ?? []).map(list);
  const upTo = (length: number) => Array.from({ length }, (_, i) => i);
  return {
    x: x?.length ? x.flat() : upTo(rows[0]?.length ?? 0),
    y: y?.length ? y.flat() : upTo(rows.length),
    z: rows.flat(),
  };
}

/** A list out of JSON; what is none is empty. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A number out of JSON, or another where there is none. */
export function numberOr(value: unknown, other: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : other;
}
