/**
 * What a kernel may send, after the messaging documentation 5.4 and 5.5: which message types exist,
 * on which channel they come, and what is in them. Fields that the documentation does not know are
 * violations, except where it leaves an object open.
 *
 * @module
 */
import { comms } from "./comms.ts";
import { debug } from "./debug.ts";
import { display } from "./display.ts";
import { editor } from "./editor.ts";
import { header, parentHeader } from "./envelope.ts";
import { execution } from "./execution.ts";
import { input } from "./input.ts";
import { kernel } from "./kernel.ts";
import { anyObject, type Kind, type TypeOf } from "./kinds.ts";
import { subshells } from "./subshells.ts";

export const contents = {
  ...execution,
  ...display,
  ...editor,
  ...kernel,
  ...comms,
  ...input,
  ...debug,
  ...subshells,
} as const;

export type MessageType = keyof typeof contents;
/** The content of a message that conforms. */
export type ContentOf<Type extends MessageType> = TypeOf<(typeof contents)[Type]>;

/** A message as the Jupyter client hands it over, apart from its buffers. */
export interface RawMessage {
  readonly header: unknown;
  readonly parent_header: unknown;
  readonly metadata: unknown;
  readonly content: unknown;
}

const published = new Set<string>([
  ...Object.keys({ ...display, ...comms }),
  ...["execute_input", "execute_result", "error", "status", "iopub_welcome", "debug_event"],
]);
/** Answered, and told to all clients besides. */
const onBoth = new Set(["shutdown_reply"]);
/** What the kernel may say of its own accord; a front end drops other messages without a parent. */
const unasked = new Set(["status", "iopub_welcome", "debug_event", ...Object.keys(comms)]);

/** Whether a kernel may send this type there. */
function belongs(type: string, channel: string): boolean {
  if (channel === "stdin") return type === "input_request";
  if (channel === "iopub")
    return type !== "comm_info_reply" && (published.has(type) || onBoth.has(type));
  return type.endsWith("_reply") && (channel === "control" || !/^debug|subshell/.test(type));
}

/** Lists what is wrong with a message that a kernel sent; nothing where it conforms. */
export function violations(channel: string, message: RawMessage): string[] {
  const { content } = message;
  const head = header.problems(message.header, "header");
  if (head.length > 0) return [...head];
  const { msg_type: type } = message.header as TypeOf<typeof header>;
  const kind = (contents as Readonly<Record<string, Kind<unknown>>>)[type];
  const place = belongs(type, channel) ? [] : [`${type} does not belong on ${channel}`];
  const parent = message.parent_header as Record<string, unknown> | null;
  const orphan = !unasked.has(type) && parent?.msg_id === undefined;
  return [
    ...place,
    ...(orphan ? [`${type} has no parent header`] : []),
    ...parentHeader.problems(parent, "parent_header"),
    ...anyObject.problems(message.metadata, "metadata"),
    ...(kind ? kind.problems(content, "content") : [`there is no message type ${type}`]),
  ];
}
