import type { Completeness } from "../language/types.ts";
import type { LazyLanguage } from "./language.ts";

/**
 * Longest that the language thread gets, in milliseconds: it may be starting, or checking a cell.
 * jupyter console waits for a second and then never asks again.
 */
const patience = 500;

/** Answers an `is_complete_request` by the syntax, or by what is open where that would take too long. */
export async function completenessSoon(code: string, language: LazyLanguage): Promise<object> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const judged = language.askSoon((thread) => thread.isComplete(code));
  const answer = await Promise.race([judged, late]).finally(() => clearTimeout(timer));
  return answer ?? guess(code);
}

const pairs: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "${": "}" };
const tokens = /\/\/|\/\*|\*\/|\\[^]|\$\{|["'`()[\]{}\n]/g;
const expectsMore = /(?:=>|[-=+*%&|^?:.,([{])$/;

/** Judges code by its brackets, quotes and last character. Regular expressions may mislead it. */
export function guess(code: string): Completeness {
  const open: string[] = [];
  /** Where a line comment begins that is still going on. */
  let comment = -1;
  for (const { 0: token, index } of code.matchAll(tokens)) {
    const inside = open.at(-1);
    if (comment >= 0) {
      if (token === "\n") comment = -1;
    } else if (inside === "/*") {
      if (token === "*/") open.pop();
    } else if (inside === '"' || inside === "'") {
      if (token === "\n") return { status: "invalid" };
      if (token === inside) open.pop();
    } else if (inside === "`") {
      if (token === "`") open.pop();
      else if (token === "${") open.push(token);
    } else if (token === "//") comment = index;
    else if (token in pairs || /^(?:["'`]|\/\*)$/.test(token)) open.push(token);
    else if (")]}".includes(token) && pairs[open.pop() ?? ""] !== token) {
      return { status: "invalid" };
    }
  }
  return judge((comment < 0 ? code : code.slice(0, comment)).trimEnd(), open.at(-1));
}

function judge(written: string, inside: string | undefined): Completeness {
  if (inside === '"' || inside === "'") return { status: "invalid" };
  if (inside === "`" || inside === "/*") return { status: "incomplete", indent: "" };
  const deeper = expectsMore.test(written) && !/(?:\+\+|--)$/.test(written);
  if (inside === undefined && !deeper) return { status: "complete" };
  const line = written.slice(written.lastIndexOf("\n") + 1);
  const [indent] = /^\s*/.exec(line)!;
  return { status: "incomplete", indent: deeper ? `${indent}  ` : indent };
}
