import { element } from "../ui/element.ts";
import type { Row } from "./rows.ts";

export interface TreeActions {
  /** Enter, or a click on the line. */
  activate(row: Row): void;
  /** The arrows, or a click on the triangle. */
  toggle(row: Row): void;
  /** What stands at the end of an exercise's line. */
  readonly buttons: readonly RowButton[];
}

export interface RowButton {
  readonly label: string;
  readonly caption: string;
  press(row: Row): void;
}

/** How long typed letters belong together, in milliseconds. */
const typing = 700;

/**
 * A tree as WAI-ARIA describes it: one line is in the order of Tab, arrows, Home and End move,
 * Right and Left unfold and fold, letters search. Lines keep their elements while they are about the
 * same thing, so that the focus stays; those out of sight are skipped by the browser's layout
 * (`content-visibility`).
 */
export class Tree {
  readonly node = document.createElement("div");
  readonly #actions: TreeActions;
  readonly #elements = new Map<string, { element: HTMLElement; row: Row; text: string }>();
  #rows: readonly Row[] = [];
  #active = "";
  #typed = "";
  #typedAt = 0;

  constructor(label: string, actions: TreeActions) {
    this.#actions = actions;
    this.node.className = "daylab-Progress-tree";
    this.node.setAttribute("role", "tree");
    this.node.setAttribute("aria-label", label);
    this.node.addEventListener("keydown", (event) => this.#onKey(event));
    this.node.addEventListener("click", (event) => this.#onClick(event));
    this.node.addEventListener("focusin", (event) => this.#onFocus(event));
  }

  show(rows: readonly Row[]): void {
    const hadFocus = this.node.contains(document.activeElement);
    this.#rows = rows;
    const wanted = new Set(rows.map((each) => each.key));
    for (const [key, { element }] of this.#elements) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#elements.delete(key);
    }
    let previous: Element | null = null;
    for (const row of rows) {
      const element = this.#elementOf(row);
      const place: Element | null = previous
        ? previous.nextElementSibling
        : this.node.firstElementChild;
      if (place !== element) this.node.insertBefore(element, place);
      previous = element;
    }
    if (!wanted.has(this.#active)) this.#activate(this.#nearestTo(this.#active));
    else this.#activate(this.#active);
    if (hadFocus && !this.node.contains(document.activeElement)) this.#focus(this.#active);
  }

  /** Brings a line into sight and into the order of Tab. */
  reveal(key: string): void {
    if (!this.#elements.has(key)) return;
    this.#activate(key);
    this.#elements.get(key)?.element.scrollIntoView({ block: "nearest" });
  }

  /** The parent of a line that was folded away, else the first line. */
  #nearestTo(key: string): string {
    const lesson = `lesson:${key.split("/")[0]}`;
    if (this.#elements.has(lesson)) return lesson;
    return this.#rows.find((each) => each.current)?.key ?? this.#rows[0]?.key ?? "";
  }

  #elementOf(row: Row): HTMLElement {
    let known = this.#elements.get(row.key);
    const text = JSON.stringify(row);
    if (known?.text === text) {
      return known.element;
    }
    const element = known?.element ?? emptyLine(row.key);
    fillLine(element, row);
    if (row.exercise !== undefined && element.querySelector("button") === null) {
      element.append(helpOf(this.#actions.buttons));
    }
    known = { element, row, text };
    this.#elements.set(row.key, known);
    return element;
  }

  #activate(key: string): void {
    this.#elements.get(this.#active)?.element.setAttribute("tabindex", "-1");
    this.#active = key;
    this.#elements.get(key)?.element.setAttribute("tabindex", "0");
  }

  #focus(key: string | undefined): void {
    if (key === undefined) return;
    this.#elements.get(key)?.element.focus();
  }

  #rowAt(target: EventTarget | null): Row | undefined {
    const key = (target as HTMLElement | null)?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    return key === undefined ? undefined : this.#elements.get(key)?.row;
  }

  #onFocus(event: FocusEvent): void {
    const row = this.#rowAt(event.target);
    if (row) this.#activate(row.key);
  }

  #onClick(event: MouseEvent): void {
    const row = this.#rowAt(event.target);
    if (row === undefined) return;
    const button = (event.target as HTMLElement).closest<HTMLElement>("button");
    if (button) return this.#actions.buttons[Number(button.dataset["button"])]?.press(row);
    this.#focus(row.key);
    const onTwisty = (event.target as HTMLElement).closest(".daylab-Progress-twisty") !== null;
    if (onTwisty || row.level === 1) this.#actions.toggle(row);
    // The second click of a double click would open it twice; in Notebook 7, in two tabs.
    else if (event.detail < 2) this.#actions.activate(row);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // A button in the line has its own keys.
    if ((event.target as HTMLElement).closest("button")) return;
    const at = this.#rows.findIndex((each) => each.key === this.#active);
    const row = this.#rows[at];
    if (row === undefined) return;
    if (!this.#move(event.key, at, row)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key is one of the tree's. */
  #move(key: string, at: number, row: Row): boolean {
    const rows = this.#rows;
    switch (key) {
      case "ArrowDown":
        this.#focus(rows[at + 1]?.key);
        return true;
      case "ArrowUp":
        this.#focus(rows[at - 1]?.key);
        return true;
      case "Home":
        this.#focus(rows[0]?.key);
        return true;
      case "End":
        this.#focus(rows.at(-1)?.key);
        return true;
      case "ArrowRight":
        if (row.expanded === false) this.#actions.toggle(row);
        else if (row.expanded) this.#focus(rows[at + 1]?.key);
        return true;
      case "ArrowLeft":
        if (row.expanded) this.#actions.toggle(row);
        else this.#focus(rows.slice(0, at).findLast((each) => each.level < row.level)?.key);
        return true;
      case "Enter":
        if (row.level === 1) this.#actions.toggle(row);
        else this.#actions.activate(row);
        return true;
      case " ":
        if (this.#isTyping()) return this.#type(key, at);
        if (row.expanded !== undefined) this.#actions.toggle(row);
        return true;
      default:
        return key.length === 1 && this.#type(key, at);
    }
  }

  #isTyping(): boolean {
    return this.#typed !== "" && performance.now() - this.#typedAt < typing;
  }

  /** To the next line whose title begins with what was typed; one letter again goes on. */
  #type(letter: string, at: number): boolean {
    const begun = this.#isTyping() ? this.#typed : "";
    this.#typed = begun === letter.toLowerCase() ? begun : begun + letter.toLowerCase();
    this.#typedAt = performance.now();
    const from = this.#typed.length === 1 ? at + 1 : at;
    const inTurn = [...this.#rows.slice(from), ...this.#rows.slice(0, from)];
    this.#focus(inTurn.find((each) => each.title.toLowerCase().startsWith(this.#typed))?.key);
    return true;
  }
}

function emptyLine(key: string): HTMLElement {
  const line = document.createElement("div");
  line.className = "daylab-Progress-row";
  line.setAttribute("role", "treeitem");
  line.setAttribute("tabindex", "-1");
  line.dataset["key"] = key;
  for (const name of ["twisty", "sign", "title", "note"]) {
    const part = document.createElement("span");
    part.className = `daylab-Progress-${name}`;
    line.append(part);
  }
  line.children[0]?.setAttribute("aria-hidden", "true");
  line.children[1]?.setAttribute("aria-hidden", "true");
  return line;
}

/** In sight, and in the order of Tab, while the line is pointed at or has the focus. */
function helpOf(buttons: readonly RowButton[]): HTMLElement {
  const made = buttons.map(({ label, caption }, i) =>
    element(
      "button",
      { type: "button", class: "daylab-Button", title: caption, "data-button": i },
      label,
    ),
  );
  return element("span", { class: "daylab-Progress-help" }, ...made);
}

function fillLine(line: HTMLElement, row: Row): void {
  const [twisty, sign, title, note] = line.children as unknown as HTMLElement[];
  twisty.textContent = row.expanded === undefined ? "" : row.expanded ? "▾" : "▸";
  sign.textContent = row.sign;
  title.textContent = row.title;
  note.textContent = row.note;
  line.title = `${row.title} – ${row.note}`;
  line.setAttribute("aria-label", `${row.title}, ${row.note}`);
  line.setAttribute("aria-level", String(row.level));
  line.setAttribute("aria-posinset", String(row.position));
  line.setAttribute("aria-setsize", String(row.siblings));
  line.setAttribute("aria-selected", String(row.current));
  if (row.expanded === undefined) line.removeAttribute("aria-expanded");
  else line.setAttribute("aria-expanded", String(row.expanded));
  line.dataset["status"] = row.status;
  line.dataset["level"] = String(row.level);
  if (row.exercise === undefined) delete line.dataset["exercise"];
  else line.dataset["exercise"] = row.exercise;
  if (row.lesson === undefined) delete line.dataset["lesson"];
  else line.dataset["lesson"] = row.lesson;
}
