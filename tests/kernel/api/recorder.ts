import { setSink, type SinkOptions } from "../../../kernel/src/api/sink.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";

/** One message as it reached the sink. */
export type Recorded =
  | { readonly kind: "display"; readonly output: DisplayData; readonly options: SinkOptions }
  | { readonly kind: "clear"; readonly wait: boolean };

/** A sink that keeps what it gets. */
export function recordingSink() {
  const messages: Recorded[] = [];
  return {
    messages,
    display(output: DisplayData, options: SinkOptions = {}) {
      messages.push({ kind: "display", output, options });
    },
    clearOutput(wait: boolean) {
      messages.push({ kind: "clear", wait });
    },
    /** The outputs alone. */
    outputs: () => messages.filter((message) => message.kind === "display"),
    data: () =>
      messages.flatMap((message) => (message.kind === "display" ? [message.output.data] : [])),
  };
}

/** For tests that do not install the API: leads displays to a new recorder until restored. */
export function record() {
  const sink = recordingSink();
  setSink(sink);
  return { ...sink, restore: () => setSink(undefined) };
}
