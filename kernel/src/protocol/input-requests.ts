import type { AskInput, InputAnswer } from "../threads/messages.ts";
import { log } from "./log.ts";
import { shown } from "./shown.ts";
import type { Message } from "./wire.ts";

/** A question of a cell to whoever asked for the cell to be executed. */
interface Question extends AskInput {
  readonly request: Message;
  /** Id of the `input_request`, once it was sent. */
  sent?: string;
}

/**
 * Sends an `input_request` to the sender of a request, and returns its id; `lost` is called where that
 * cannot be.
 */
type Send = (request: Message, content: object, lost: () => void) => string;

const unreachable = "the front end that sent the cell has no stdin channel open";

/**
 * Questions to users, by `input_request` and `input_reply`. A front end shows one at a time, so each
 * gets the next when it has answered the one before.
 */
export class InputRequests {
  readonly #send: Send;
  #questions: readonly Question[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  ask(request: Message, question: AskInput): void {
    this.#questions = [...this.#questions, { ...question, request }];
    this.#next();
  }

  /** Takes an `input_reply`. One that answers nothing open, as after an interrupt, is dropped. */
  receive(reply: Message): void {
    const answered = reply.parent.msg_id;
    const open = this.#questions.find(({ sent, request }) =>
      // Terminal front ends do not say which question they answer.
      answered === undefined ? sent !== undefined && sameClient(request, reply) : sent === answered,
    );
    if (!open) return log("input_reply ignored: no cell waits for it");
    this.#settle(open, answerOf(reply.content));
    this.#next();
  }

  /** Gives up the questions of a cell that has ended. */
  forget(cell: number): void {
    if (this.#questions.length === 0) return;
    for (const question of this.#questions.filter(({ id }) => id === cell)) {
      this.#settle(question, { refused: "the cell ended before an answer came" });
    }
    this.#next();
  }

  #next(): void {
    for (const question of this.#questions) {
      const { request, prompt, password } = question;
      const busy = this.#questions.some(
        (other) => other.sent && sameClient(other.request, request),
      );
      if (busy) continue;
      const lost = () => this.#settle(question, { refused: unreachable });
      question.sent = this.#send(request, { prompt, password }, lost);
    }
  }

  #settle(question: Question, answer: InputAnswer): void {
    this.#questions = this.#questions.filter((other) => other !== question);
    settle(question, answer);
  }
}

/** Tells the thread that asked. */
export function settle({ port, signal }: AskInput, answer: InputAnswer): void {
  port.postMessage(answer);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
  port.close();
}

function answerOf({ status, value }: Message["content"]): InputAnswer {
  if (typeof value === "string") return { value };
  if (status === "error" || status === "abort" || status === "aborted") {
    return { refused: `the front end answered with status ${shown(status)}` };
  }
  const wrong = `the front end's input_reply must have a string as "value"`;
  return { refused: `${wrong}, received ${shown(value)}` };
}

const clientOf = ({ identities }: Message): string =>
  identities.map((identity) => Buffer.from(identity).toString("hex")).join();

const sameClient = (a: Message, b: Message): boolean => clientOf(a) === clientOf(b);
