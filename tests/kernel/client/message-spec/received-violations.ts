import { violations, type RawMessage } from "./index.ts";

/** Messages that came and do not conform, until a test was told of them. */
export class ReceivedViolations {
  #found: string[] = [];

  look(channel: string, message: RawMessage): void {
    const problems = violations(channel, message);
    if (problems.length === 0) return;
    const { msg_type: type } = Object(message.header) as { msg_type?: unknown };
    const shown = JSON.stringify(message.content).slice(0, 500);
    this.#found.push(`${String(type)} on ${channel}: ${problems.join("; ")}\n  ${shown}`);
  }

  /** @throws Error naming what came since the last call, where that broke the specification. */
  throw(): void {
    if (this.#found.length === 0) return;
    const all = this.#found.join("\n");
    this.#found = [];
    throw new Error(`The kernel sent what the protocol does not allow:\n${all}`);
  }
}
