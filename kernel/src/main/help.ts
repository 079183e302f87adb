import { track } from "../api/pending.ts";
import { parseStack } from "../errors/stack.ts";
import { createHelp, type Known, type Question } from "../help/index.ts";
import type { FromMain, Inspected } from "../threads/messages.ts";
import { currentCell } from "./cell.ts";
import type { Executor } from "./executor.ts";

/** The global `help` with its questions to the type checker, which the protocol thread passes on. */
export class Help {
  readonly #post: (message: FromMain) => void;
  readonly #waiting = new Map<number, (known: Known | undefined) => void>();
  #lastQuestion = 0;

  constructor(post: (message: FromMain) => void) {
    this.#post = post;
  }

  install(executor: Executor): void {
    const value = createHelp({
      call: () => callInCell(executor),
      inspect: (question) => this.#ask(question),
      show: (output) => {
        const cell = currentCell();
        if (!cell || cell.stopped) return;
        const { id, allowStdin } = cell.request;
        // Who cannot be asked for input has nobody who would turn pages: nbconvert, papermill.
        this.#post(allowStdin ? { kind: "page", id, output } : { kind: "display", id, output });
      },
      track,
    });
    Object.defineProperty(globalThis, "help", { value, writable: true, configurable: true });
  }

  receive({ question, known }: Inspected): void {
    this.#waiting.get(question)?.(known);
    this.#waiting.delete(question);
  }

  #ask({ code, offset }: Question): Promise<Known | undefined> {
    const question = ++this.#lastQuestion;
    this.#post({ kind: "inspect", question, code, offset });
    return new Promise((resolve) => this.#waiting.set(question, resolve));
  }
}

/** Where the running cell calls `help`, by the stack; nothing where another cell's function does. */
function callInCell(executor: Executor) {
  const cell = currentCell();
  if (!cell) return undefined;
  const frame = parseStack(new Error().stack ?? "", "").find(({ source }) => /^cell-/.test(source));
  return frame?.source === `cell-${cell.request.id}.ts`
    ? { code: cell.request.code, ...executor.originalPosition(frame) }
    : undefined;
}
