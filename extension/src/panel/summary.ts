import type { CurriculumView, Translator } from "../core/index.ts";
import { timeWords } from "./words.ts";

/** What is done of all, and the button to go on. */
export class Summary {
  readonly node = document.createElement("div");
  readonly #trans: Translator;
  readonly #bar = document.createElement("progress");
  readonly #text = document.createElement("p");
  readonly #button = document.createElement("button");
  #next: string | undefined;

  constructor(trans: Translator, open: (lesson: string) => void) {
    this.#trans = trans;
    this.node.className = "daylab-Progress-summary";
    this.#bar.setAttribute("aria-label", trans.__("Lessons done"));
    this.#button.type = "button";
    this.#button.className = "jp-mod-styled jp-mod-accept";
    this.#button.addEventListener("click", () => this.#next !== undefined && open(this.#next));
    this.node.append(this.#text, this.#bar, this.#button);
  }

  show({ totals, next, lessons }: CurriculumView): void {
    const trans = this.#trans;
    const time = timeWords(totals.seconds, trans);
    this.#text.textContent = [
      trans.__("%1 of %2 lessons", totals.lessonsDone, totals.lessons),
      trans.__("%1 of %2 exercises", totals.exercisesPassed, totals.exercises),
      ...(time === "" ? [] : [time]),
    ].join(" · ");
    this.#bar.max = Math.max(1, totals.exercises);
    this.#bar.value = totals.exercisesPassed;
    const lesson = next && lessons.get(next.lesson);
    this.#next = lesson?.id;
    this.#button.hidden = lesson === undefined;
    if (next === undefined || lesson === undefined) return;
    const verb = { resume: trans.__("Continue"), next: trans.__("Next"), start: trans.__("Start") };
    this.#button.textContent = trans.__("%1: Day %2", verb[next.why], lesson.day);
    this.#button.title = lesson.title;
  }
}
