import type { CommOutput } from "./messages.ts";

/** What a comm message weighs for the `OutputFlow`, in characters and bytes. */
export function commSize({ data, buffers }: Pick<CommOutput, "data" | "buffers">): number {
  return buffers.reduce((sum, { byteLength }) => sum + byteLength, data.length);
}
