import { Widget } from "@lumino/widgets";
import { calendarOf, dateOf, journalEntries, localTime } from "../core/index.ts";
import type { IProgress } from "../progress/tokens.ts";

/** Lessons done and the streak, in the status bar; a click shows the panel. */
export class StatusItem extends Widget {
  readonly #progress: IProgress;
  readonly #button = document.createElement("button");

  constructor(progress: IProgress, show: () => void) {
    super();
    this.#progress = progress;
    this.#button.type = "button";
    this.#button.className = "daylab-StatusItem";
    this.#button.addEventListener("click", show);
    this.node.append(this.#button);
    this.hide();
    progress.changed.connect(() => this.update(), this);
  }

  protected override onUpdateRequest(): void {
    const { view, trans } = this.#progress;
    this.setHidden(view === undefined);
    if (view === undefined) return;
    // Only now: being attached asks for an update before there is a store.
    const { store } = this.#progress;
    const { lessonsDone, lessons, exercisesPassed, exercises } = view.totals;
    const { records } = store.state;
    const parts = journalEntries(records.values()).map((each) => each.part);
    const today = dateOf(localTime(new Date()));
    const { current } = calendarOf(records.values(), parts, today).streak;
    const streak = trans._n("%1 day in a row", "%1 days in a row", current);
    this.#button.textContent = [
      trans.__("Daylab %1/%2", lessonsDone, lessons),
      ...(current > 0 ? [streak] : []),
    ].join(" · ");
    this.#button.title = [
      trans.__("%1 of %2 lessons done", lessonsDone, lessons),
      trans.__("%1 of %2 exercises passed", exercisesPassed, exercises),
      streak,
    ].join("\n");
  }
}
