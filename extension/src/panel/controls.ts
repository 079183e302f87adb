import type { LessonStatus, Translator } from "../core/index.ts";

export interface Wanted {
  readonly search: string;
  readonly statuses: readonly LessonStatus[];
}

const choices: Readonly<Record<string, readonly LessonStatus[]>> = {
  all: [],
  "to-do": ["not-started"],
  "in-progress": ["in-progress"],
  failed: ["failed-checks"],
  done: ["done"],
};

/** The search field and the choice of a status, which tell of every change. */
export class Controls {
  readonly node = document.createElement("div");
  readonly #search = document.createElement("input");
  readonly #status = document.createElement("select");

  constructor(trans: Translator, changed: () => void) {
    this.node.className = "daylab-Progress-controls";
    this.#search.type = "search";
    this.#search.className = "jp-mod-styled";
    this.#search.placeholder = trans.__("Search lessons");
    this.#search.setAttribute("aria-label", trans.__("Search lessons"));
    this.#search.addEventListener("input", changed);
    this.#status.className = "jp-mod-styled";
    this.#status.setAttribute("aria-label", trans.__("Show lessons by status"));
    const labels: Readonly<Record<string, string>> = {
      all: trans.__("All lessons"),
      "to-do": trans.__("To do"),
      "in-progress": trans.__("In progress"),
      failed: trans.__("Failed checks"),
      done: trans.__("Done"),
    };
    for (const key of Object.keys(choices)) this.#status.add(new Option(labels[key], key));
    this.#status.addEventListener("change", changed);
    this.node.append(this.#search, this.#status);
  }

  /** Undefined: everything is wanted. */
  get wanted(): Wanted | undefined {
    const search = this.#search.value.trim();
    const statuses = choices[this.#status.value] ?? [];
    return search === "" && statuses.length === 0 ? undefined : { search, statuses };
  }
}
