import { askLater, askNow, canAsk, InputError, type PostQuestion, type Question } from "./ask.ts";

/** The functions by which a cell asks its user; described for users in `api/globals.d.ts`. */
export interface Prompts {
  readonly prompt: (message?: string, defaultValue?: string) => string | null;
  readonly confirm: (message?: string) => boolean;
  readonly alert: (message?: string) => void;
  readonly password: (message?: string) => string;
  readonly input: (message?: string) => Promise<string>;
}

/** `print` writes to the running cell's stdout. */
export function makePrompts(post: PostQuestion, print: (text: string) => void): Prompts {
  return {
    prompt(message = "", defaultValue) {
      const hint = defaultValue === undefined ? "" : `[${defaultValue}] `;
      const answer = askNow({ asker: "prompt()", prompt: label(message) + hint }, post);
      return answer === undefined ? null : answer === "" ? String(defaultValue ?? "") : answer;
    },
    confirm(message = "Confirm") {
      const answer = askNow({ asker: "confirm()", prompt: `${label(message)}[y/N] ` }, post);
      return /^\s*y(es)?\s*$/i.test(answer ?? "");
    },
    alert(message = "Alert") {
      // Nothing depends on the answer: who cannot be asked still reads the message.
      if (!canAsk()) return print(`${String(message)}\n`);
      askNow({ asker: "alert()", prompt: `${label(message)}[Enter] ` }, post);
    },
    password(message = "Password: ") {
      const question = { asker: "password()", prompt: label(message), password: true };
      return required(question, askNow(question, post));
    },
    async input(message = "") {
      const question = { asker: "input()", prompt: label(message) };
      return required(question, await askLater(question, post));
    },
  };
}

/** The message, with a blank between it and what is typed. */
function label(message: unknown): string {
  const text = String(message);
  return text === "" || /\s$/.test(text) ? text : `${text} `;
}

function required({ asker }: Question, answer: string | undefined): string {
  if (answer === undefined) throw new InputError(asker, "the input was ended (Ctrl-D)");
  return answer;
}
