import { writerOf } from "../join/join.ts";
import type { JournalRecord, ProgressRecord } from "../records/types.ts";
import type { Draft } from "../store/state.ts";
import type { JournalLog, JournalPart } from "./model.ts";

/** One part of the journal as all writers left it. */
export interface JournalEntry {
  readonly entry: string;
  readonly position: number;
  readonly part: JournalPart;
  /** Versions that two writers made without knowing of each other; `part` is one more of them. */
  readonly conflicts: readonly JournalPart[];
  /** How much this knows; a change must carry it on. */
  readonly clock: Readonly<Record<string, number>>;
  /** Local time of the latest change. */
  readonly time: string;
}

/** The journal in its order, from the joined records. */
export function journalEntries(records: Iterable<ProgressRecord>): JournalEntry[] {
  const versions = new Map<string, JournalRecord[]>();
  for (const record of records) {
    if (record.kind !== "journal") continue;
    const list = versions.get(record.entry);
    if (list) list.push(record);
    else versions.set(record.entry, [record]);
  }
  return [...versions.values()]
    .flatMap((list) => entryOf(list) ?? [])
    .sort((a, b) => a.position - b.position || (a.entry < b.entry ? -1 : 1));
}

export function journalLog(entries: readonly JournalEntry[]): JournalLog {
  return { parts: entries.map((each) => each.part) };
}

/**
 * A new version of a part: of `known`, or of a new one at `position`. `part` undefined deletes it.
 * All versions that `known` had in conflict are replaced by it.
 */
export function journalDraft(
  writer: string,
  part: JournalPart | undefined,
  known: Pick<JournalEntry, "entry" | "position" | "clock">,
): Draft {
  const { entry, position, clock } = known;
  return {
    kind: "journal",
    id: `${entry}@${writer}`,
    entry,
    position,
    clock: { ...clock, [writer]: (clock[writer] ?? 0) + 1 },
    ...(part && { part }),
  };
}

function entryOf(versions: readonly JournalRecord[]): JournalEntry | undefined {
  const heads = versions
    .filter((each) => !versions.some((other) => other !== each && knows(other, each)))
    .sort((a, b) => b.seq - a.seq || (a.id < b.id ? -1 : 1));
  const parts = heads.flatMap((each) => each.part ?? []);
  if (parts.length === 0) return undefined;
  const clock: Record<string, number> = {};
  for (const each of versions) {
    for (const [writer, n] of Object.entries(each.clock))
      clock[writer] = Math.max(clock[writer] ?? 0, n);
  }
  const { entry, position, time } = heads.find((each) => each.part !== undefined)!;
  return { entry, position, part: parts[0], conflicts: differing(parts), clock, time };
}

/** `a` was written by somebody who knew `b`. */
function knows(a: JournalRecord, b: JournalRecord): boolean {
  const writer = writerOf(b.id);
  return (a.clock[writer] ?? 0) >= (b.clock[writer] ?? 0);
}

function differing(parts: readonly JournalPart[]): JournalPart[] {
  const seen = new Set([JSON.stringify(parts[0])]);
  return parts.slice(1).filter((part) => {
    const text = JSON.stringify(part);
    return !seen.has(text) && seen.add(text);
  });
}
