import { randomUUID } from "node:crypto";
import { host, jupyterDisplay } from "../../host/index.ts";
import { HBox } from "../controls/boxes.ts";
import { FloatProgress } from "../controls/progress-bars.ts";
import { Label } from "../controls/texts.ts";
import { countText, progressText, type Count } from "./counter.ts";

export interface ProgressOptions {
  /** Stands before the bar. Default none. */
  readonly description?: string;
  /** How many there will be, where the source does not tell. */
  readonly total?: number;
  /** What is counted, after the number of them a second. Default `"it"`. */
  readonly unit?: string;
  /** Show it while it runs. Default `true`, and `false` where the variable CI is set. */
  readonly live?: boolean;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** At most ten updates a second reach the notebook. */
const interval = 100;

/** The widgets of a bar that runs. */
class LiveBar {
  readonly #bar: FloatProgress;
  readonly #text = new Label();
  readonly #box: HBox;

  constructor(description: string, total: number | undefined) {
    this.#bar = new FloatProgress({ description, max: total ?? 1, value: 0 });
    if (total === undefined) this.#bar.set({ barStyle: "info", value: 1 });
    this.#box = new HBox([this.#bar, this.#text]);
  }

  show(count: Count): Record<string, unknown> {
    if (count.total !== undefined) this.#bar.value = Math.min(count.total, count.done);
    this.#text.value = countText(count);
    return this.#box[jupyterDisplay]();
  }

  close(): void {
    for (const widget of [this.#box, this.#bar, this.#text]) widget.close();
  }
}

/**
 * A progress bar that is moved by hand; `progress` moves one with a loop. While it runs it is a widget;
 * at the end it becomes plain HTML and text, so that the saved notebook shows it everywhere.
 *
 * @throws RangeError for a total that is no number from 0
 * @example
 * const bar = new ProgressBar({ total: 3, description: "files" });
 * bar.advance();
 * bar.advance(2);
 * bar.finish();
 * bar.done; // 3
 */
export class ProgressBar {
  readonly #options: ProgressOptions;
  readonly #displayId = randomUUID();
  readonly #now: () => number;
  readonly #start: number;
  readonly #live: LiveBar | undefined;
  #published = false;
  #shownAt = -Infinity;
  #done = 0;
  #finished = false;

  constructor(options: ProgressOptions = {}) {
    const { total, description = "" } = options;
    if (total !== undefined && !(Number.isFinite(total) && total >= 0)) {
      throw new RangeError(`total must be a number from 0, received ${String(total)}`);
    }
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
    const notebook = Symbol.for("Jupyter.host") in globalThis;
    const live = notebook && (options.live ?? !process.env.CI);
    this.#live = live ? new LiveBar(description, total) : undefined;
    this.#show();
  }

  /** How many are done. */
  get done(): number {
    return this.#done;
  }

  /** Counts `count` (default 1) more; the notebook is told ten times a second at most. */
  advance(count = 1): void {
    this.#done += count;
    if (this.#now() - this.#shownAt >= interval) this.#show();
  }

  /** Shows where it stands for good, and frees its widgets. Once is enough. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#live?.close();
    const text = progressText(this.#options.description ?? "", this.#count());
    const { total = this.#done } = this.#options;
    const bar = `<progress max="${total || 1}" value="${total ? this.#done : 1}" style="vertical-align:middle"></progress>`;
    const said = [this.#options.description ?? "", countText(this.#count())].map(escape);
    this.#publish({
      "text/plain": text,
      "text/html": `<div style="font-family:var(--jp-code-font-family, monospace)">${said[0]} ${bar} ${said[1]}</div>`,
    });
  }

  #count(): Count {
    const { total, unit = "it" } = this.#options;
    return { done: this.#done, total, unit, seconds: (this.#now() - this.#start) / 1000 };
  }

  #show(): void {
    if (!this.#live || this.#finished) return;
    this.#shownAt = this.#now();
    const bundle = this.#live.show(this.#count());
    if (this.#published) return;
    const text = progressText(this.#options.description ?? "", this.#count());
    this.#publish({ ...bundle, "text/plain": text });
  }

  #publish(bundle: Record<string, unknown>): void {
    host().publish(bundle, { displayId: this.#displayId, update: this.#published });
    this.#published = true;
  }
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
