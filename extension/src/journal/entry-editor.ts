import { exportLog, journalDraft } from "../core/index.ts";
import type { Draft, JournalEntry, JournalPart, Kept, Translator } from "../core/index.ts";
import { button, element } from "../ui/element.ts";
import { EntryForm } from "./entry-form.ts";

/** What a version of a part builds on. */
export type Known = Pick<JournalEntry, "entry" | "position" | "clock">;

export interface EditorHost {
  readonly writer: string;
  readonly trans: Translator;
  save(draft: Draft): Promise<Kept>;
  /** Asks before an entry goes. */
  confirmRemoval(name: string): Promise<boolean>;
}

/** How long the learner must pause before what was typed is saved. */
const pause = 2000;

/** One part of the journal being written. It saves itself, so that a closed tab costs two seconds. */
export class EntryEditor {
  readonly node = element("section", { class: "daylab-Editor" });
  readonly #host: EditorHost;
  readonly #state = element("span", { role: "status", class: "daylab-Note" });
  #form: EntryForm;
  #known: Known;
  /** The part as it was last saved or read. */
  #saved: JournalPart | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param saved false: the part is a beginning that is in no file yet */
  constructor(part: JournalPart, known: Known, saved: boolean, host: EditorHost) {
    this.#host = host;
    this.#known = known;
    this.#saved = saved ? part : undefined;
    this.#form = new EntryForm(part, host.trans, () => this.#later());
    this.#show([]);
  }

  get entry(): string {
    return this.#known.entry;
  }

  /** A beginning that the learner has not touched: nothing is lost with it. */
  get isUntouched(): boolean {
    return this.#saved === undefined && this.#timer === undefined;
  }

  focus(): void {
    this.#form.focus();
  }

  /** Takes over what the store has now, unless the learner is in the middle of a change. */
  update(found: JournalEntry | undefined): void {
    if (found === undefined || this.#timer !== undefined) return;
    const changed = JSON.stringify(found.part) !== JSON.stringify(this.#form.part);
    if (changed && found.conflicts.length === 0) {
      const within = this.node.contains(document.activeElement);
      this.#take(found.part, found);
      if (within) this.focus();
    }
    this.#show(found.conflicts, found);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const part = this.#form.part;
    if (JSON.stringify(part) === JSON.stringify(this.#saved)) return;
    await this.#write(part, this.#known);
  }

  /** The last chance before the editor goes. */
  dispose(): void {
    if (this.#timer !== undefined) void this.save();
  }

  #take(part: JournalPart, known: Known): void {
    this.#known = known;
    this.#saved = part;
    this.#form = new EntryForm(part, this.#host.trans, () => this.#later());
  }

  #later(): void {
    this.#state.textContent = this.#host.trans.__("Not saved yet");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  async #write(part: JournalPart | undefined, known: Known): Promise<void> {
    const { trans, writer } = this.#host;
    const draft = journalDraft(writer, part, known);
    // What another writer saved meanwhile is not known: both versions are kept then.
    if (draft.kind === "journal") this.#known = { ...known, clock: draft.clock };
    this.#saved = part;
    const kept = await this.#host.save(draft);
    this.#state.textContent =
      kept === "file"
        ? trans.__("Saved")
        : kept === "browser"
          ? trans.__("Saved in this browser; the server gets it later")
          : trans.__("Not saved: keep this tab open");
  }

  #show(conflicts: readonly JournalPart[], found?: JournalEntry): void {
    const { trans } = this.#host;
    const save = button(trans.__("Save"), () => void this.save(), {
      class: "daylab-Button daylab-mod-main",
    });
    const remove = button(trans.__("Delete…"), () => void this.#remove());
    const row = element("div", { class: "daylab-Row" }, save, remove, this.#state);
    const all = found && conflicts.length > 0 ? [found.part, ...conflicts] : [];
    const wanted = [
      this.#form.node,
      row,
      ...(found ? all.map((p, i) => this.#version(p, i, found)) : []),
    ];
    // The form stays in the page where it can: replacing it would take the focus away.
    for (const child of [...this.node.children]) if (child !== this.#form.node) child.remove();
    if (!this.#form.node.isConnected || this.#form.node.parentElement !== this.node)
      this.node.append(this.#form.node);
    this.node.append(...wanted.slice(1));
  }

  /** One of several versions that were written apart. */
  #version(part: JournalPart, index: number, found: JournalEntry): HTMLElement {
    const { trans } = this.#host;
    const label = trans.__("Version %1", index + 1);
    return element(
      "section",
      { class: "daylab-Version", "aria-label": label },
      element("h4", {}, label),
      element("p", {}, trans.__("This entry was written in two places apart. Choose one of them.")),
      element("pre", { tabindex: 0 }, exportLog({ parts: [part] }, "checklist")),
      button(trans.__("Keep version %1", index + 1), () => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#take(part, found);
        void this.#write(part, found);
      }),
    );
  }

  async #remove(): Promise<void> {
    const { node } = this.#form;
    if (!(await this.#host.confirmRemoval(node.querySelector("h3")?.textContent ?? ""))) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#write(undefined, this.#known);
  }
}
