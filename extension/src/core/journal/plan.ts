import type { Draft } from "../store/state.ts";
import type { ImportedLog } from "./import.ts";
import { journalDraft } from "./journal.ts";
import type { JournalEntry } from "./journal.ts";
import type { JournalPart } from "./model.ts";
import { daysOf } from "./notices.ts";

/** What becomes of one part of a log that is imported into a journal. */
export interface PlannedPart {
  readonly part: JournalPart;
  /** Its piece of the text, as it stands. */
  readonly source: string;
  /** How many of its blocks are kept verbatim, as text that is nothing more. */
  readonly verbatim: number;
  /** `same`: the journal has it; `differs`: the journal has another entry for one of its days. */
  readonly status: "new" | "same" | "differs";
  /** The journal's entry, where there is one. */
  readonly existing: JournalEntry | undefined;
}

/** `add` keeps both, `replace` puts it in the place of `existing`, `skip` leaves it out. */
export type ImportChoice = "add" | "replace" | "skip";

/** The preview of an import. Without a word of the learner, `same` is skipped and all else added. */
export function planImport(
  { log, sources }: ImportedLog,
  entries: readonly JournalEntry[],
): PlannedPart[] {
  const texts = new Map(entries.map((each) => [JSON.stringify(each.part), each]));
  const byKey = new Map<string, JournalEntry>();
  for (const entry of entries) {
    for (const key of keysOf(entry.part)) if (!byKey.has(key)) byKey.set(key, entry);
  }
  return log.parts.map((part, i) => {
    const same = texts.get(JSON.stringify(part));
    const existing = same ?? keysOf(part).flatMap((key) => byKey.get(key) ?? [])[0];
    const status = same ? "same" : existing ? "differs" : "new";
    const verbatim = part.blocks.filter((block) => block.kind === "text").length;
    return { part, source: sources[i], verbatim, status, existing };
  });
}

/** The records that carry out a plan; new parts follow those of the journal in the log's order. */
export function importDrafts(
  plan: readonly PlannedPart[],
  entries: readonly JournalEntry[],
  writer: string,
  newId: () => string,
  choose: (planned: PlannedPart) => ImportChoice = ({ status }) =>
    status === "same" ? "skip" : "add",
): Draft[] {
  let position = entries.reduce((most, each) => Math.max(most, each.position), 0);
  return plan.flatMap((planned) => {
    const { part, existing } = planned;
    const choice = choose(planned);
    if (choice === "skip") return [];
    if (choice === "replace" && existing) return [journalDraft(writer, part, existing)];
    return [journalDraft(writer, part, { entry: newId(), position: ++position, clock: {} })];
  });
}

/** What two parts must share to be of one day: its number, or its date where it has none. */
function keysOf(part: JournalPart): string[] {
  if (part.kind === "section") return [`section ${part.heading}`];
  if (part.span) return daysOf(part.span).map((day) => `day ${day}`);
  return part.dates ? [`date ${part.dates.from}`] : [];
}
