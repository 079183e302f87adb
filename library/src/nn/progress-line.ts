import { randomUUID } from "node:crypto";
import { host } from "../host/index.ts";

/** Average of each metric so far, by name. */
export type Metrics = Readonly<Record<string, number>>;

export interface ProgressOptions {
  /** What is counted, for example "epoch". */
  readonly unit: string;
  readonly total: number;
  /** 0 shows nothing; 1 (default) a line, live in a notebook. */
  readonly verbose?: 0 | 1;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** At most ten updates a second reach the notebook. */
const interval = 100;

/**
 * One line that follows a training. Live only where a notebook listens; in CI and in plain Node it is
 * published once, at the end.
 */
export class ProgressLine {
  readonly #options: ProgressOptions;
  readonly #now: () => number;
  readonly #live: boolean;
  readonly #start: number;
  readonly #displayId = randomUUID();
  #shownAt: number | undefined;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
    const notebook = Symbol.for("Jupyter.host") in globalThis;
    this.#live = (options.verbose ?? 1) > 0 && notebook && !process.env.CI;
  }

  /** Seconds since the line was made. */
  get seconds(): number {
    return (this.#now() - this.#start) / 1000;
  }

  /** @param done how many units are done; a fraction counts the part of one */
  update(done: number, metrics: Metrics): void {
    const now = this.#now();
    if (!this.#live || (this.#shownAt !== undefined && now - this.#shownAt < interval)) return;
    this.#publish(done, metrics);
    this.#shownAt = now;
  }

  finish(done: number, metrics: Metrics): void {
    if ((this.#options.verbose ?? 1) > 0) this.#publish(done, metrics);
  }

  #publish(done: number, metrics: Metrics): void {
    const { unit, total } = this.#options;
    const parts = [
      `${unit} ${Math.min(total, Math.floor(done))}/${total}`,
      ...Object.entries(metrics).map(([name, value]) => `${name} ${formatMetric(value)}`),
      `${this.seconds.toFixed(1)} s`,
    ];
    const bar = `<progress max="${total}" value="${done}" aria-label="${unit}" style="vertical-align:middle"></progress>`;
    const text = parts.map((part) => `<span style="margin-left:1em">${escape(part)}</span>`);
    host().publish(
      {
        "text/plain": parts.join("  "),
        "text/html": `<div style="font-family:var(--jp-code-font-family, monospace)">${bar}${text.join("")}</div>`,
      },
      { displayId: this.#displayId, update: this.#shownAt !== undefined },
    );
  }
}

function formatMetric(value: number): string {
  return Math.abs(value) >= 1e-3 || value === 0 ? value.toPrecision(4) : value.toExponential(2);
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
