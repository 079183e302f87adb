import type { DisplayData } from "../display/index.ts";

/** How one display is to be published. */
export interface SinkOptions {
  readonly displayId?: string;
  readonly update?: boolean;
}

/** What the kernel's executor gives: where outputs of the running cell go. */
export interface DisplaySink {
  display(output: DisplayData, options?: SinkOptions): void;
  clearOutput(wait: boolean): void;
  /** What a display belongs to that is made now. Default: all belong together. */
  owner?(): unknown;
}

/** Without a kernel, as in a plain Node script, the text form is printed so that nothing is lost. */
const consoleSink: DisplaySink = {
  display(output) {
    console.log(output.data["text/plain"]);
  },
  clearOutput() {},
};

let current: DisplaySink = consoleSink;

export function sink(): DisplaySink {
  return current;
}

/** `undefined` goes back to the console. */
export function setSink(next: DisplaySink | undefined): void {
  current = next ?? consoleSink;
}
