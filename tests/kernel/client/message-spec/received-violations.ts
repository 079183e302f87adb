import { Conversations } from "./conversations.ts";
import { violations, type RawMessage } from "./index.ts";

interface WellFormed {
  readonly header: { readonly msg_id: string; readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  readonly content: { readonly execution_state?: unknown };
}

/** Messages that came and do not conform, until a test was told of them. */
export class ReceivedViolations {
  #found: string[] = [];
  readonly #conversations = new Conversations();

  look(channel: string, message: RawMessage): void {
    const problems = violations(channel, message);
    if (problems.length === 0) problems.push(...this.#outOfTurn(channel, message as WellFormed));
    if (problems.length === 0) return;
    const { msg_type: type } = Object(message.header) as { msg_type?: unknown };
    const shown = JSON.stringify(message.content).slice(0, 500);
    this.#found.push(`${String(type)} on ${channel}: ${problems.join("; ")}\n  ${shown}`);
  }

  #outOfTurn(channel: string, { header, parent_header: parent, content }: WellFormed): string[] {
    const { msg_id: id, msg_type: type } = header;
    const turn = { channel, type, id, parent: parent.msg_id, state: content.execution_state };
    return this.#conversations.next(turn);
  }

  /** @throws Error naming what came since the last call, where that broke the specification. */
  throw(): void {
    if (this.#found.length === 0) return;
    const all = this.#found.join("\n");
    this.#found = [];
    throw new Error(`The kernel sent what the protocol does not allow:\n${all}`);
  }
}
