import { Widget } from "@lumino/widgets";
import type { Message } from "@lumino/messaging";
import { filterLessons, type CurriculumView } from "../core/index.ts";
import type { Verb } from "../help/help.ts";
import type { Progress } from "../progress/progress.ts";
import { Controls } from "./controls.ts";
import { Notices } from "./notices.ts";
import { lessonKey, rowsOf, trackKey, type Row } from "./rows.ts";
import { Summary } from "./summary.ts";
import { Tree } from "./tree.ts";

export interface PanelActions {
  open(lesson: string): void;
  help(verb: Verb, lesson: string, exercise: string): void;
}

/** By track and day: what is done, what is next. */
export class ProgressPanel extends Widget {
  readonly #progress: Progress;
  readonly #controls: Controls;
  readonly #summary: Summary;
  readonly #tree: Tree;
  readonly #notices = new Notices();
  readonly #empty = document.createElement("p");
  readonly #expanded = new Set<string>();
  #current: string | undefined;
  #begun = false;

  constructor(progress: Progress, actions: PanelActions) {
    super();
    const { trans } = progress;
    this.#progress = progress;
    this.id = "daylab-progress";
    this.addClass("daylab-Progress");
    this.title.caption = trans.__("Daylab progress");
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", trans.__("Daylab progress"));
    this.#controls = new Controls(trans, () => this.update());
    this.#summary = new Summary(trans, (lesson) => actions.open(lesson));
    const help = (verb: Verb, { lesson, exercise }: Row): void => {
      if (lesson !== undefined && exercise !== undefined) actions.help(verb, lesson, exercise);
    };
    this.#tree = new Tree(trans.__("Lessons"), {
      activate: (row) => row.lesson !== undefined && actions.open(row.lesson),
      toggle: (row) => this.#toggle(row),
      buttons: [
        {
          label: trans.__("Hint"),
          caption: trans.__("Show Next Hint"),
          press: (row) => help("hint", row),
        },
        {
          label: trans.__("Solution…"),
          caption: trans.__("Show Solution…"),
          press: (row) => help("solution", row),
        },
      ],
    });
    this.#empty.className = "daylab-Progress-empty";
    this.node.append(
      this.#summary.node,
      this.#controls.node,
      this.#notices.node,
      this.#empty,
      this.#tree.node,
    );
    progress.changed.connect(() => this.update(), this);
    void progress.ready.then(() => this.update());
  }

  /** The lesson whose notebook is in front: it is marked, and its exercises are unfolded. */
  setCurrent(lesson: string | undefined): void {
    if (lesson === this.#current) return;
    this.#current = lesson;
    if (lesson !== undefined) this.#unfold(lesson);
    this.update();
  }

  protected override onUpdateRequest(message: Message): void {
    super.onUpdateRequest(message);
    if (this.isVisible) this.#render();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.#render();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  }

  #render(): void {
    const { view, trans, problem } = this.#progress;
    if (view === undefined) {
      this.#say(
        problem ??
          trans.__("No curriculum was found. Name its folder in the settings of Daylab progress."),
      );
      return;
    }
    this.#begin(view);
    this.#notices.show(this.#progress.store, trans);
    this.#summary.show(view);
    const wanted = this.#controls.wanted;
    const { curriculum } = this.#progress;
    const kept = wanted && curriculum ? filterLessons(view, curriculum, wanted) : undefined;
    this.#tree.show(
      rowsOf({ view, kept, expanded: this.#expanded, current: this.#current, trans }),
    );
    this.#say(kept?.size === 0 ? trans.__("No lesson fits.") : "");
  }

  #say(text: string): void {
    this.#empty.textContent = text;
    this.#empty.hidden = text === "";
  }

  /** At first, the track to go on with is unfolded. */
  #begin(view: CurriculumView): void {
    if (this.#begun || !this.#progress.store.state.opened) return;
    this.#begun = true;
    if (view.next !== undefined) this.#unfold(view.next.lesson);
    if (this.#current !== undefined) this.#unfold(this.#current);
  }

  #unfold(lesson: string): void {
    const found = this.#progress.view?.lessons.get(lesson);
    if (found !== undefined) this.#expanded.add(trackKey(found.track)).add(lessonKey(lesson));
  }

  #toggle({ key }: Row): void {
    if (!this.#expanded.delete(key)) this.#expanded.add(key);
    this.#render();
  }
}
