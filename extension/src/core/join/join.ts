import type { ProgressRecord } from "../records/types.ts";

/** Records by id. */
export type Records = ReadonlyMap<string, ProgressRecord>;

/**
 * The join of any lists of records: every id once, and of two records with one id the greater. The
 * order is total, so the result does not depend on the order or the number of the lists.
 */
export function join(...lists: readonly Iterable<ProgressRecord>[]): Map<string, ProgressRecord> {
  const joined = new Map<string, ProgressRecord>();
  for (const list of lists) {
    for (const record of list) {
      const known = joined.get(record.id);
      if (known === undefined || (known !== record && compare(record, known) > 0)) {
        joined.set(record.id, record);
      }
    }
  }
  return joined;
}

/** A total order of records with one id; 0 only where they say the same. */
export function compare(a: ProgressRecord, b: ProgressRecord): number {
  return (
    order(a.kind, b.kind) || rank(a) - rank(b) || a.seq - b.seq || order(canonical(a), canonical(b))
  );
}

/** What grows while a record with one id is written again. */
function rank(record: ProgressRecord): number {
  switch (record.kind) {
    case "visit":
      return record.seconds;
    case "journal":
      return record.clock[writerOf(record.id)] ?? 0;
    case "goal":
      return record.seq;
    default:
      // The same attempt seen by a writer who knew of a reset, and by one who did not.
      return record.epoch;
  }
}

/** A journal record's id is `entry@writer`. */
export function writerOf(id: string): string {
  return id.slice(id.lastIndexOf("@") + 1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => order(a, b)))
      : inner,
  );
}
