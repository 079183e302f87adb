import type { MimeBundle, NotebookHost, PublishOptions } from "../../library/src/host/index.ts";

import { recordedComms } from "./recorded-comms.ts";

export interface Published {
  readonly bundle: MimeBundle;
  readonly options: PublishOptions | undefined;
}

/** Puts a host in place that keeps what is published. Call `remove` when the test is over. */
export function recordingHost() {
  const published: Published[] = [];
  const recorded = recordedComms();
  const recorder: NotebookHost = {
    publish: (bundle, options) => void published.push({ bundle, options }),
    clearOutput: () => {},
    represent: (value) => ({ data: { "text/plain": String(value) }, metadata: {} }),
    ...recorded.door,
  };
  const key = Symbol.for("Jupyter.host");
  const global = globalThis as { [key: symbol]: NotebookHost | undefined };
  const before = global[key];
  global[key] = recorder;
  return {
    published,
    comms: recorded,
    remove() {
      if (before) global[key] = before;
      else delete global[key];
    },
  };
}
