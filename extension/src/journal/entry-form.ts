import {
  blockKinds,
  checklistOf,
  isLocalDate,
  newBlock,
  spanWords,
  withTick,
} from "../core/index.ts";
import type { Block, BlockKind, JournalPart, Translator } from "../core/index.ts";
import { button, choice, element, labelled } from "../ui/element.ts";
import { kindName, partName } from "./words.ts";

interface Field {
  readonly block: Block;
  readonly area: HTMLTextAreaElement;
}

/** The fields of one part of the journal. What no field shows stays as it is. */
export class EntryForm {
  readonly node = element("form", { class: "daylab-Entry" });
  readonly #part: JournalPart;
  readonly #trans: Translator;
  readonly #fields: Field[] = [];
  readonly #blocks = element("div");
  readonly #title = element("input", { type: "text" });
  readonly #date = element("input", { type: "date" });
  readonly #day = element("input", { type: "number", min: 0, step: 1 });

  /** @param onInput called after every change by the learner */
  constructor(part: JournalPart, trans: Translator, onInput: () => void) {
    this.#part = part;
    this.#trans = trans;
    const name = partName(part, trans);
    this.node.setAttribute("aria-label", trans.__("Entry: %1", name));
    this.node.append(element("h3", {}, name), ...this.#head(part), this.#blocks, this.#adder());
    for (const block of part.blocks) this.#add(block);
    this.node.addEventListener("input", onInput);
    this.node.addEventListener("submit", (event) => event.preventDefault());
  }

  /** The part as the fields have it; of a part with no change an equal one. */
  get part(): JournalPart {
    const blocks = this.#fields
      .map(({ block, area }) => ({ ...block, text: area.value.replace(/\r\n?/g, "\n") }))
      .map((block, i) =>
        sameText(block.text, this.#fields[i].block) ? this.#fields[i].block : block,
      )
      // A label of ours that nothing was written under.
      .filter(
        (block) => block.text.trim() !== "" || block.label !== newBlock(block.kind, "").label,
      );
    const part = this.#part;
    if (part.kind === "section") return { ...part, blocks };
    const { from } = part.dates ?? {};
    const date = isLocalDate(this.#date.value) ? this.#date.value : from;
    const dates = date === undefined ? undefined : { ...part.dates, from: date };
    const number = this.#day.valueAsNumber;
    const span =
      part.span && this.#isOneDay && Number.isSafeInteger(number) && number >= 0
        ? { ...part.span, numbers: [number] }
        : part.span;
    const title = this.#title.value.trim() === part.title.trim() ? part.title : this.#title.value;
    return { kind: "day", ...(span && { span }), ...(dates && { dates }), title, blocks };
  }

  focus(): void {
    const empty = this.#fields.find(({ area }) => area.value === "") ?? this.#fields.at(-1);
    (empty?.area ?? this.#title).focus();
  }

  get #isOneDay(): boolean {
    const span = this.#part.kind === "day" ? this.#part.span : undefined;
    return span?.unit === "day" && span.numbers.length === 1;
  }

  #head(part: JournalPart): HTMLElement[] {
    if (part.kind === "section") return [];
    const trans = this.#trans;
    this.#title.value = part.title;
    this.#date.value = part.dates?.from ?? "";
    this.#day.value = this.#isOneDay ? String(part.span?.numbers[0]) : "";
    const merged = part.span && !this.#isOneDay ? spanWords(part.span) : undefined;
    const until = part.dates?.to;
    return [
      element(
        "div",
        { class: "daylab-Row daylab-Entry-head" },
        ...(this.#isOneDay ? [labelled(trans.__("Day"), this.#day)] : []),
        labelled(trans.__("Date"), this.#date),
        labelled(trans.__("Title"), this.#title),
      ),
      ...(merged ? [note(trans.__("This entry is for %1.", merged))] : []),
      ...(until ? [note(trans.__("It goes on until %1.", until))] : []),
    ];
  }

  #add(block: Block, focus = false): void {
    const lines = block.text.split("\n").length;
    const area = element("textarea", { rows: Math.min(20, Math.max(3, lines + 1)) });
    area.value = block.text;
    const own = block.label === newBlock(block.kind, "").label;
    const words = own ? "" : block.label.replace(/[*_#:]+/g, " ").trim();
    const ticks = element("ul", { class: "daylab-Ticks" });
    this.#fields.push({ block, area });
    this.#blocks.append(labelled(words || kindName(block.kind, this.#trans), area), ticks);
    const show = () => this.#showTicks(area, ticks);
    area.addEventListener("input", show);
    show();
    if (focus) area.focus();
  }

  /** Items such as `- [ ] read` can also be ticked. */
  #showTicks(area: HTMLTextAreaElement, list: HTMLElement): void {
    const block = { kind: "checklist", label: "", text: area.value } as const;
    const items = checklistOf(block);
    list.hidden = items.length === 0;
    list.replaceChildren(
      ...items.map((item, i) => {
        const box = element("input", { type: "checkbox" });
        box.checked = item.done;
        box.addEventListener("change", () => {
          area.value = withTick({ ...block, text: area.value }, item.line, box.checked).text;
          this.#showTicks(area, list);
          area.dispatchEvent(new Event("input", { bubbles: true }));
          list.querySelectorAll("input")[i]?.focus();
        });
        return element("li", {}, element("label", {}, box, ` ${item.text}`));
      }),
    );
  }

  #adder(): HTMLElement {
    const trans = this.#trans;
    const kinds = blockKinds.filter((kind) => kind !== "rest");
    const options = kinds.map((kind) => [kind, kindName(kind, trans)] as const);
    const select = choice<BlockKind>(options, "links");
    const add = button(trans.__("Add"), () => {
      this.#add(newBlock(select.value as BlockKind, ""), true);
    });
    return element("div", { class: "daylab-Row" }, labelled(trans.__("Add a part"), select), add);
  }
}

const note = (text: string) => element("p", { class: "daylab-Note" }, text);

/** A text area has no CR: a text that was only shown is not changed by it. */
function sameText(text: string, block: Block): boolean {
  return text === block.text.replace(/\r\n?/g, "\n");
}
