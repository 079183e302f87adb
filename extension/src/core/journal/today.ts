import type { CurriculumView } from "../curriculum/types.ts";
import { dateOf } from "../records/time.ts";
import type { ProgressRecord } from "../records/types.ts";
import { labelOf } from "./labels.ts";
import type { Block, BlockKind, DayPart } from "./model.ts";

/** A block with the label that an import reads back as this kind. */
export function newBlock(kind: BlockKind, text: string): Block {
  return { kind, label: labelOf[kind], text };
}

/** An entry that says that this was a day of rest. */
export function restEntry(date: string): DayPart {
  return { kind: "day", dates: { from: date }, title: "", blocks: [newBlock("rest", "Rest day")] };
}

/**
 * Today's entry as a beginning: the lessons worked on, the exercises passed and the outcomes reached
 * on that local date, and an empty place for what was learned. In English, as the labels are what an
 * import knows.
 */
export function todaysEntry(
  day: number,
  date: string,
  view: CurriculumView,
  records: Iterable<ProgressRecord>,
): DayPart {
  const worked = new Set<string>();
  const passed = new Map<string, string>();
  const reached = new Map<string, string>();
  for (const record of records) {
    if (record.kind === "journal" || record.kind === "goal" || dateOf(record.time) !== date)
      continue;
    if (record.kind !== "reset") worked.add(record.lesson);
    if (record.kind === "attempt" && record.event === "check" && record.outcome === "PASS") {
      passed.set(`${record.lesson}/${record.exercise}`, record.title);
    }
    if (record.kind === "outcome" && record.status === "met") {
      reached.set(`${record.lesson}/${record.metric}`, `${record.metric}: ${String(record.value)}`);
    }
  }
  const lessons = [...view.lessons.values()].filter((each) => worked.has(each.id));
  const done = lessons.map(
    (each) => `- [${each.status === "done" ? "x" : " "}] Day ${each.day}: ${each.title}`,
  );
  const blocks: Block[] = [];
  if (done.length > 0) blocks.push(newBlock("done", done.join("\n")));
  if (passed.size > 0) {
    const ticks = [...passed.values()].map((title) => `- [x] ${title}`);
    blocks.push(newBlock("checklist", ticks.join("\n")));
  }
  if (reached.size > 0) {
    blocks.push(newBlock("metrics", [...reached.values()].map((each) => `- ${each}`).join("\n")));
  }
  blocks.push(newBlock("learning", ""));
  const title = lessons.map((each) => each.title).join(", ");
  const span = { unit: "day", numbers: [day], range: false } as const;
  return { kind: "day", span, dates: { from: date }, title, blocks };
}
