/** The #100DaysOfMLCode log: read from Markdown, kept as records, written as Markdown. */
export { exportLog } from "./export.ts";
export { importLog, type ImportedLog } from "./import.ts";
export { journalDraft, journalEntries, journalLog, type JournalEntry } from "./journal.ts";
export * from "./model.ts";
export { daysOf, type LogNotice } from "./notices.ts";
export { importDrafts, planImport, type ImportChoice, type PlannedPart } from "./plan.ts";
export { checklistOf, imagesOf, linksOf, tableOf, withTick } from "./read.ts";
export type { ChecklistItem, Link, Table } from "./read.ts";
export { shapes, spanWords, type Shape } from "./shapes.ts";
export { newBlock, restEntry, todaysEntry } from "./today.ts";
