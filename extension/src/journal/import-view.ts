import { importDrafts, importLog, planImport, say } from "../core/index.ts";
import type { Draft, ImportChoice, JournalEntry, PlannedPart, Translator } from "../core/index.ts";
import { button, choice, element } from "../ui/element.ts";
import { dataTable } from "../ui/table.ts";
import { kindName, partName } from "./words.ts";

export interface ImportSource {
  readonly name: string;
  readonly text: string;
}

/** Where an import goes: the journal as it is, and what carries it out. */
export interface ImportTarget {
  readonly entries: readonly JournalEntry[];
  readonly writer: string;
  readonly newId: () => string;
  readonly trans: Translator;
  /** Called with nothing when the learner cancels. */
  readonly finish: (drafts: readonly Draft[]) => void;
}

/** What an import would do, part by part. Nothing is written before its button is pressed. */
export function importView({ name, text }: ImportSource, target: ImportTarget): HTMLElement {
  const { entries, writer, newId, trans, finish } = target;
  const imported = importLog(text);
  const plan = planImport(imported, entries);
  const choices = new Map(plan.map((each) => [each, choiceField(each, trans)]));
  const chosen = (each: PlannedPart) => (choices.get(each)?.value ?? "skip") as ImportChoice;
  const go = button("", () => finish(importDrafts(plan, entries, writer, newId, chosen)), {
    class: "daylab-Button daylab-mod-main",
  });
  const count = () => {
    const many = plan.filter((each) => chosen(each) !== "skip").length;
    go.textContent = trans._n("Import %1 part", "Import %1 parts", many);
    go.disabled = many === 0;
  };
  count();
  const rows = plan.map((each) => [
    partName(each.part, trans),
    understood(each, trans),
    statusWords(each, trans),
    choices.get(each) ?? "",
    element(
      "details",
      {},
      element("summary", {}, trans.__("Show")),
      // A long line scrolls, also by the keyboard.
      element("pre", { tabindex: 0 }, each.source.trim()),
    ),
  ]);
  const header = [
    ...[trans.__("Part"), trans.__("Understood"), trans.__("In your journal")],
    ...[trans.__("What to do"), trans.__("Source")],
  ];
  const view = element(
    "section",
    { class: "daylab-Import", "aria-label": trans.__("Preview of the import") },
    element("h3", { tabindex: -1 }, trans.__("Preview: %1", name)),
    element("p", {}, summary(plan, trans)),
    noticeList(
      imported.notices.map((notice) => say(notice, trans)),
      trans,
    ),
    element(
      "div",
      { class: "daylab-Row" },
      go,
      button(trans.__("Cancel"), () => finish([])),
    ),
    dataTable(trans.__("Parts of %1", name), header, rows),
  );
  view.addEventListener("change", count);
  return view;
}

function choiceField(planned: PlannedPart, trans: Translator): HTMLSelectElement | undefined {
  const { status, part } = planned;
  if (status === "same") return undefined;
  const both = status === "differs";
  const options: (readonly [ImportChoice, string])[] = [
    ["add", both ? trans.__("Keep both") : trans.__("Import")],
    ...(both ? [["replace", trans.__("Replace mine")] as const] : []),
    ["skip", trans.__("Leave out")],
  ];
  const label = trans.__("What to do with %1", partName(part, trans));
  return choice(options, "add", { "aria-label": label });
}

function understood({ part, verbatim }: PlannedPart, trans: Translator): string {
  const kinds = new Set(part.blocks.map((block) => block.kind));
  kinds.delete("text");
  const names = [...kinds].map((kind) => kindName(kind, trans));
  if (verbatim > 0) {
    names.push(trans._n("%1 block kept verbatim", "%1 blocks kept verbatim", verbatim));
  }
  return names.join(", ") || trans.__("heading only");
}

function statusWords({ status, existing }: PlannedPart, trans: Translator): string {
  if (status === "new") return trans.__("new");
  if (status === "same") return trans.__("already there");
  return trans.__("differs from: %1", existing ? partName(existing.part, trans) : "");
}

function summary(plan: readonly PlannedPart[], trans: Translator): string {
  const days = plan.filter(({ part }) => part.kind === "day").length;
  const count = (status: PlannedPart["status"]) =>
    plan.filter((each) => each.status === status).length;
  return [
    trans._n("%1 entry of a day", "%1 entries of days", days),
    trans._n("%1 other section", "%1 other sections", plan.length - days),
    trans.__("%1 already there", count("same")),
    trans._n("%1 conflict", "%1 conflicts", count("differs")),
  ].join(", ");
}

function noticeList(notices: readonly string[], trans: Translator): HTMLElement | undefined {
  if (notices.length === 0) return undefined;
  return element(
    "details",
    { class: "daylab-Notices", open: notices.length <= 5 },
    element("summary", {}, trans._n("%1 thing to look at", "%1 things to look at", notices.length)),
    element("ul", {}, ...notices.map((words) => element("li", {}, words))),
  );
}
