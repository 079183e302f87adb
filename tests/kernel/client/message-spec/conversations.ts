/** What a message says of the order of things. */
export interface Turn {
  readonly channel: string;
  readonly type: string;
  readonly id: string;
  /** Id of the request that it belongs to; undefined where it answers none. */
  readonly parent: string | undefined;
  readonly state: unknown;
}

interface Conversation {
  state: "asked" | "busy" | "idle";
  replies: number;
}

/** Output may come after the end of a request, from what it left behind. */
const late = /^(?:stream|(?:update_)?display_data|clear_output|comm_\w+|debug_event)$/;

/**
 * Follows each request from busy over its messages to idle: IOPub keeps its order, so what comes out
 * of order was sent so.
 */
export class Conversations {
  readonly #ids = new Set<string>();
  readonly #conversations = new Map<string, Conversation>();

  /** Takes the next message that came, and lists what it does out of turn. */
  next(turn: Turn): string[] {
    const again = this.#ids.has(turn.id) ? [`the msg_id ${turn.id} came before`] : [];
    this.#ids.add(turn.id);
    if (turn.parent === undefined) return again;
    const conversation = this.#conversations.get(turn.parent) ?? { state: "asked", replies: 0 };
    this.#conversations.set(turn.parent, conversation);
    const problem =
      turn.channel === "iopub" ? published(turn, conversation) : replied(turn, conversation);
    return problem === undefined ? again : [...again, problem];
  }
}

function replied({ type, channel }: Turn, conversation: Conversation): string | undefined {
  if (channel === "stdin") return undefined;
  conversation.replies++;
  return conversation.replies > 1 ? `a second reply, ${type}` : undefined;
}

function published({ type, state }: Turn, conversation: Conversation): string | undefined {
  const before = conversation.state;
  if (type === "status") {
    conversation.state = state === "idle" ? "idle" : "busy";
    const inTurn = state === "busy" ? before === "asked" : before === "busy";
    return inTurn ? undefined : `${String(state)} after ${before}`;
  }
  if (before === "busy" || late.test(type)) return undefined;
  return before === "idle" ? `${type} after idle` : `${type} before busy`;
}
