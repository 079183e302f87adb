import type { Exercise } from "./define.ts";
import { expect, ExpectationError } from "./expect.ts";
import type { CheckOutcome } from "./records.ts";
import { bounded, showValue } from "./show-value.ts";
import { containsTodo, TodoError } from "./todo.ts";

export interface Verdict {
  readonly outcome: CheckOutcome;
  readonly message: string;
}

/**
 * Holds an answer against its checker. The verdict comes at once where nothing is asynchronous, so
 * that it is shown also by a cell that forgot `await`; a promise of it where the answer is a promise
 * or the checker is async. Never throws and never rejects.
 */
export function runCheck(exercise: Exercise, answer: unknown): Verdict | Promise<Verdict> {
  if (containsTodo(answer)) return unattempted;
  try {
    const checking = isThenable(answer)
      ? answer.then((value) => {
          if (containsTodo(value)) throw new TodoError("The promise gives todo().");
          return exercise.check(value, expect);
        })
      : exercise.check(answer, expect);
    return isThenable(checking) ? checking.then(() => passed, verdictOf) : passed;
  } catch (error) {
    return verdictOf(error);
  }
}

const passed: Verdict = { outcome: "PASS", message: "Your answer is right." };
const unattempted: Verdict = {
  outcome: "UNATTEMPTED",
  message: "Write your answer in place of `todo()`, run that cell, then run this one again.",
};

/** By name, not by class: the checker may have been loaded beside another copy of this module. */
function verdictOf(error: unknown): Verdict {
  if (!(error instanceof Error))
    return { outcome: "EXCEPTION", message: `Your code threw ${showValue(error)}.` };
  if (error.name === TodoError.name) return unattempted;
  if (error instanceof ExpectationError || error.name === ExpectationError.name)
    return { outcome: "FAIL", message: bounded(error.message, 1200) };
  return { outcome: "EXCEPTION", message: `Your code threw ${bounded(String(error), 600)}` };
}

function isThenable(value: unknown): value is Promise<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { then?: unknown }).then === "function"
  );
}
