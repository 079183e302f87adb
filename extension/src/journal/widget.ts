import { Widget } from "@lumino/widgets";
import type { Message } from "@lumino/messaging";
import type { IProgress } from "../progress/tokens.ts";
import { JournalView, type JournalHost } from "./journal-view.ts";
import type { ImportSource } from "./import-view.ts";

/** The journal as a tab of the main area. */
export class JournalWidget extends Widget {
  readonly #progress: IProgress;
  readonly #view: JournalView;
  #frame = 0;

  constructor(progress: IProgress, host: JournalHost) {
    super();
    this.#progress = progress;
    this.#view = new JournalView(host);
    this.node.append(this.#view.node);
    this.node.tabIndex = -1;
    progress.changed.connect(this.#soon, this);
  }

  preview(source: ImportSource): void {
    this.#view.preview(source);
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.#progress.changed.disconnect(this.#soon, this);
    cancelAnimationFrame(this.#frame);
    this.#view.dispose();
    super.dispose();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    // Where today's entry is still being read, the tab itself has the focus.
    this.node.focus();
    this.#view.focus();
  }

  /** Many records arrive at once; one drawing shows them. */
  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#view.update());
  }
}
