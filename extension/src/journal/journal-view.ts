import {
  calendarOf,
  curriculumView,
  exportLog,
  journalDraft,
  journalEntries,
  journalLog,
} from "../core/index.ts";
import { restEntry, shapes, todaysEntry } from "../core/index.ts";
import type {
  Calendar,
  Draft,
  JournalEntry,
  Kept,
  ProgressStore,
  Shape,
  Translator,
} from "../core/index.ts";
import type { CurriculumView } from "../core/index.ts";
import { today } from "../ui/dates.ts";
import { button, choice, element, labelled } from "../ui/element.ts";
import { download, pickFile } from "../ui/files.ts";
import { EntryEditor } from "./entry-editor.ts";
import { goalForm } from "./goal-form.ts";
import { heatMapTable } from "./heat-map-table.ts";
import { importView, type ImportSource } from "./import-view.ts";
import { entryOn, nextDay } from "./next-day.ts";
import { partName, summaryWords } from "./words.ts";

export interface JournalHost {
  readonly store: ProgressStore;
  /** See `IProgress`. */
  readonly author: string;
  readonly view: CurriculumView | undefined;
  readonly trans: Translator;
  readonly language: string;
  readonly newId: () => string;
  readonly confirmRemoval: (name: string) => Promise<boolean>;
}

const noCurriculum = curriculumView({ version: 1, tracks: [], lessons: [] }, new Map());

/** The journal: today's entry, the days, the calendar, export and import. */
export class JournalView {
  readonly node = element("div", { class: "daylab-Journal daylab-View" });
  readonly #host: JournalHost;
  readonly #summary = element("ul", { class: "daylab-Summary" });
  readonly #goal = element("div");
  readonly #days = element("nav");
  readonly #main = element("div", { class: "daylab-Journal-main" });
  readonly #calendar = element("div");
  #editor: EntryEditor | undefined;
  #importing = false;

  constructor(host: JournalHost) {
    this.#host = host;
    const { trans } = host;
    this.#days.setAttribute("aria-label", trans.__("Days of the journal"));
    this.node.append(
      element("h2", {}, trans.__("Journal")),
      this.#summary,
      this.#goal,
      this.#toolbar(),
      element("div", { class: "daylab-Journal-columns" }, this.#days, this.#main),
      this.#calendar,
    );
    this.update();
  }

  /** Shows the store's state anew. */
  update(): void {
    const { trans, language, store } = this.#host;
    const calendar = this.#calendarNow();
    const words = summaryWords(calendar, trans);
    this.#summary.replaceChildren(...words.map((each) => element("li", {}, each)));
    if (!this.#goal.contains(document.activeElement)) {
      this.#goal.replaceChildren(
        goalForm(calendar.count, today(), trans, (days, start) => void store.setGoal(days, start)),
      );
    }
    this.#calendar.replaceChildren(heatMapTable(calendar.days, today(), language, trans));
    const entries = this.#entries();
    this.#showDays(entries);
    if (this.#importing) return;
    if (this.#editor === undefined || this.#editor.isUntouched) return this.#begin(entries);
    this.#editor.update(entries.find((each) => each.entry === this.#editor?.entry));
  }

  focus(): void {
    this.#editor?.focus();
  }

  dispose(): void {
    this.#editor?.dispose();
  }

  /** Shows what an import of a text would do. */
  preview(source: ImportSource): void {
    const { author, newId, trans } = this.#host;
    this.#importing = true;
    const finish = (drafts: readonly Draft[]) => {
      this.#importing = false;
      void this.#add(drafts).then(() => this.#openToday(true));
    };
    const target = { entries: this.#entries(), writer: author, newId, trans, finish };
    const view = importView(source, target);
    this.#editor?.dispose();
    this.#editor = undefined;
    this.#main.replaceChildren(view);
    view.querySelector("h3")?.focus();
  }

  #toolbar(): HTMLElement {
    const { trans } = this.#host;
    const main = { class: "daylab-Button daylab-mod-main" };
    const examples: Readonly<Record<Shape, string>> = {
      colon: "# Day 1:- …",
      ordinal: "## Day 1: 9<sup>th</sup> April 2020 : …",
      checklist: "### Day 1: …",
      bracket: "# Day 1 [2020-04-09] …",
      compact: "# Day1: …",
    };
    const shape = choice(
      shapes.map((each) => [each, examples[each]]),
      "checklist",
    );
    const save = button(trans.__("Export as Markdown"), () => {
      const log = journalLog(this.#entries());
      download("journal.md", "text/markdown", exportLog(log, shape.value as Shape));
    });
    const read = button(trans.__("Import Markdown…"), () => {
      void pickFile(".md,.markdown,.txt,text/markdown,text/plain").then((file) => {
        if (file) this.preview(file);
      });
    });
    return element(
      "div",
      { class: "daylab-Row", role: "group", "aria-label": trans.__("Journal actions") },
      button(trans.__("Today's entry"), () => this.#openToday(true), main),
      button(trans.__("Rest today"), () => void this.#rest()),
      read,
      labelled(trans.__("Shape of the export"), shape),
      save,
    );
  }

  #showDays(entries: readonly JournalEntry[]): void {
    const { trans } = this.#host;
    const focused = document.activeElement?.closest("[data-entry]")?.getAttribute("data-entry");
    const within = this.#days.contains(document.activeElement);
    const items = [...entries].reverse().map((each) => {
      const mark = each.conflicts.length > 0 ? ` (${trans.__("two versions")})` : "";
      const open = button(partName(each.part, trans) + mark, () => this.#open(each, true), {
        class: "daylab-Journal-day",
        "data-entry": each.entry,
        "aria-current": this.#editor?.entry === each.entry ? "true" : undefined,
      });
      return element("li", {}, open);
    });
    const none = element("p", { class: "daylab-Note" }, trans.__("No entry is saved yet."));
    this.#days.replaceChildren(items.length > 0 ? element("ul", {}, ...items) : none);
    if (within && focused) {
      this.#days.querySelector<HTMLElement>(`[data-entry="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  #open(found: JournalEntry, focus: boolean): void {
    this.#edit(new EntryEditor(found.part, found, true, this.#editorHost()), focus);
    this.#editor?.update(found);
  }

  /**
   * Today's entry may be in a file that is not read yet: only then is it known whether one begins.
   */
  #begin(entries: readonly JournalEntry[]): void {
    const { store, trans } = this.#host;
    const within = this.#main.contains(document.activeElement);
    if (!store.state.opened) {
      this.#main.replaceChildren(element("p", { role: "status" }, trans.__("Reading …")));
    } else if (this.#editor === undefined || entryOn(today(), entries)) this.#openToday(within);
  }

  #openToday(focus: boolean): void {
    const { store, view, newId } = this.#host;
    const entries = this.#entries();
    const date = today();
    const found = entryOn(date, entries);
    if (found) return this.#open(found, focus);
    const day = nextDay(this.#calendarNow(), entries);
    const part = todaysEntry(day, date, view ?? noCurriculum, store.state.records.values());
    const known = { entry: newId(), position: after(entries), clock: {} };
    this.#edit(new EntryEditor(part, known, false, this.#editorHost()), focus);
  }

  #edit(editor: EntryEditor, focus: boolean): void {
    if (this.#importing) return;
    this.#editor?.dispose();
    this.#editor = editor;
    this.#main.replaceChildren(editor.node);
    this.#showDays(this.#entries());
    if (focus) editor.focus();
  }

  #editorHost() {
    const { author, trans, confirmRemoval } = this.#host;
    const save = async (draft: Draft): Promise<Kept> => {
      const kept = await this.#add([draft]);
      if (draft.kind === "journal" && draft.part === undefined) this.#openToday(true);
      return kept;
    };
    return { writer: author, trans, confirmRemoval, save };
  }

  /** A day of rest is an entry of its own: it keeps the streak and says so. */
  async #rest(): Promise<void> {
    const { author, newId } = this.#host;
    const entries = this.#entries();
    const found = entryOn(today(), entries);
    if (found) return this.#open(found, true);
    const known = { entry: newId(), position: after(entries), clock: {} };
    await this.#add([journalDraft(author, restEntry(today()), known)]);
    this.#openToday(true);
  }

  #add(drafts: readonly Draft[]): Promise<Kept> {
    return this.#host.store.add(drafts);
  }

  #entries(): JournalEntry[] {
    return journalEntries(this.#host.store.state.records.values());
  }

  #calendarNow(): Calendar {
    const parts = this.#entries().map((each) => each.part);
    return calendarOf(this.#host.store.state.records.values(), parts, today());
  }
}

function after(entries: readonly JournalEntry[]): number {
  return entries.reduce((most, each) => Math.max(most, each.position), 0) + 1;
}
