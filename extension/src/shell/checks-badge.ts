import type { NotebookPanel } from "@jupyterlab/notebook";
import { Widget } from "@lumino/widgets";
import { lessonOf } from "../lessons/index.ts";
import type { IProgress } from "../progress/tokens.ts";

/** In a lesson's toolbar: how many of its checks are passed. Elsewhere nothing. */
export class ChecksBadge extends Widget {
  readonly #progress: IProgress;
  readonly #panel: NotebookPanel;
  readonly #button = document.createElement("button");

  constructor(progress: IProgress, panel: NotebookPanel, show: () => void) {
    super();
    this.#progress = progress;
    this.#panel = panel;
    this.#button.type = "button";
    this.#button.className = "daylab-Checks";
    this.#button.addEventListener("click", show);
    this.node.append(this.#button);
    this.hide();
    progress.changed.connect(() => this.update(), this);
    void panel.context.ready.then(() => this.update());
  }

  protected override onUpdateRequest(): void {
    if (this.isDisposed || this.#panel.isDisposed) return;
    const { view, trans } = this.#progress;
    const lesson = view?.lessons.get(lessonOf(this.#panel)?.lesson ?? "");
    const count = lesson?.exercises.length ?? 0;
    this.setHidden(count === 0);
    if (lesson === undefined) return;
    const all = lesson.exercisesPassed === count;
    this.#button.textContent = trans.__(
      "%1 %2/%3 checks",
      all ? "✓" : "○",
      lesson.exercisesPassed,
      count,
    );
    this.#button.title = trans.__(
      "%1 of %2 exercises of Day %3 passed. Show progress",
      lesson.exercisesPassed,
      count,
      lesson.day,
    );
  }
}
