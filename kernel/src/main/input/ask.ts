import { MessageChannel, receiveMessageOnPort, type Transferable } from "node:worker_threads";
import type { AskInput, InputAnswer } from "../../threads/messages.ts";
import { currentCell, type Cell } from "../cell.ts";

/** Sends a question to the protocol thread. */
export type PostQuestion = (message: AskInput, transfer: readonly Transferable[]) => void;

/** What a user is asked, and by which function. */
export interface Question {
  readonly asker: string;
  readonly prompt: string;
  readonly password?: boolean;
}

/** No answer can come, or none came. */
export class InputError extends Error {
  override readonly name = "InputError";

  constructor(asker: string, reason: string) {
    super(`${asker} got no answer: ${reason}`);
  }
}

/** What terminals send for Ctrl-D, the end of the input. */
const endOfInput = "\x04";

/** Whether the running cell's front end can be asked. */
export const canAsk = (): boolean => currentCell()?.request.allowStdin === true;

/**
 * Asks, and blocks the thread until the answer comes; Stop ends the wait.
 *
 * @returns undefined where the user ended the input.
 * @throws InputError
 */
export function askNow(question: Question, post: PostQuestion): string | undefined {
  const cell = cellFor(question);
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  post(messageOf(question, cell, port2, signal), [port2]);
  Atomics.wait(signal, 0, 0);
  const answer = receiveMessageOnPort(port1)?.message as InputAnswer;
  port1.close();
  return textOf(question, answer);
}

/** As `askNow`, but the thread goes on meanwhile. */
export async function askLater(
  question: Question,
  post: PostQuestion,
): Promise<string | undefined> {
  const cell = cellFor(question);
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const answered = new Promise<InputAnswer>((resolve) => port1.once("message", resolve));
  post(messageOf(question, cell, port2, signal), [port2]);
  return textOf(question, await answered);
}

function cellFor({ asker }: Question): Cell {
  const cell = currentCell();
  if (!cell?.running) {
    throw new InputError(asker, "only a cell that is running can ask; await what it still does");
  }
  if (!cell.request.allowStdin) {
    throw new InputError(
      asker,
      "whoever runs this notebook takes no questions (allow_stdin is false), as nbconvert does. " +
        "Write the answer into the cell instead, or run the cell in JupyterLab.",
    );
  }
  return cell;
}

function messageOf(
  { prompt, password = false }: Question,
  { request: { id } }: Cell,
  port: AskInput["port"],
  signal: Int32Array,
): AskInput {
  return { kind: "input", id, prompt, password, port, signal };
}

function textOf({ asker }: Question, answer: InputAnswer): string | undefined {
  if ("refused" in answer) throw new InputError(asker, answer.refused);
  return answer.value === endOfInput ? undefined : answer.value;
}
