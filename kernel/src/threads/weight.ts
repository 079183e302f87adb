import type { FromMain } from "./messages.ts";

/** What is not joined with its like as text is costs signing and sending besides. */
const ownMessage = 4 << 10;

/**
 * What a message with output weighs for the `OutputFlow`, in characters and bytes. Images and pages
 * of HTML are text. 0 for what is not held back.
 */
export function weightOf(message: FromMain): number {
  switch (message.kind) {
    case "stream":
      return message.text.length;
    case "display":
      return Object.values(message.output.data).reduce<number>(
        (sum, value) => sum + (typeof value === "string" ? value.length : 0),
        ownMessage,
      );
    case "comm":
      return message.buffers.reduce((sum, buffer) => sum + buffer.byteLength, message.data.length);
    default:
      return 0;
  }
}
