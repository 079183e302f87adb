/**
 * The one door through which the library speaks to whatever runs the notebook. The Daylab kernel
 * installs a host under `Symbol.for("Jupyter.host")`; without one (a plain Node script, a test) the
 * plain-text form goes to the console, so that nothing is lost.
 *
 * @module
 */

import { inspect } from "node:util";
import { noComms, type CommDoor } from "./comms.ts";

export type * from "./comms.ts";

/** A value in the forms a front end may choose from, by MIME type. Binary forms are base64. */
export type MimeBundle = Record<string, unknown>;

export interface PublishOptions {
  /** Publishing again with the same id and `update: true` replaces what was shown. */
  readonly displayId?: string;
  readonly update?: boolean;
  readonly metadata?: Record<string, unknown>;
}

/** A value's forms, and what front ends should know about each, by MIME type. */
export interface DisplayData {
  readonly data: MimeBundle;
  readonly metadata: Record<string, unknown>;
}

export interface NotebookHost extends CommDoor {
  publish(bundle: MimeBundle, options?: PublishOptions): void;
  clearOutput(wait?: boolean): void;
  /** How the notebook would show a value; `undefined` for a value without output. */
  represent(value: unknown): DisplayData | undefined | Promise<DisplayData | undefined>;
}

const hostKey = Symbol.for("Jupyter.host");

/** Method name by which a value tells Jupyter how it looks; Deno's convention, which polars speaks too. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that a notebook can show. */
export interface Displayable {
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}

const consoleHost: NotebookHost = {
  publish(bundle) {
    const text = bundle["text/plain"];
    if (typeof text === "string") console.log(text);
  },
  clearOutput() {},
  represent(value) {
    if (value === undefined) return undefined;
    return { data: { "text/plain": inspect(value) }, metadata: {} };
  },
  ...noComms,
};

/** The notebook's host, or the console where there is none. */
export function host(): NotebookHost {
  return (globalThis as { [hostKey]?: NotebookHost })[hostKey] ?? consoleHost;
}
