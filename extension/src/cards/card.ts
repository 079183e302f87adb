import type { CheckRecord, OutcomeRecord, Translator } from "../core/index.ts";
import type { Help } from "../help/help.ts";

/** How a card looks: the symbol and the word carry the state, the colour only adds to them. */
export interface Card {
  readonly tone: "good" | "bad" | "error" | "open" | "help";
  readonly symbol: string;
  readonly word: string;
  readonly title: string;
  /** Plain text with its line breaks; between backticks as code. */
  readonly message: string;
  /** A listing under the message. */
  readonly code?: string;
  /** Short lines under it: score, hints left. */
  readonly notes: readonly string[];
  /** What a press of a button would show. */
  readonly help?: readonly CardHelp[];
}

export interface CardHelp extends Help {
  readonly label: string;
}

export function checkCard(record: CheckRecord, trans: Translator): Card {
  const { event, title, message, hintsUsed, hintsTotal } = record;
  if (event === "solution") {
    const word = trans.__("Solution");
    const way = trans.__("One way to do it:");
    const notes = [worth(record, trans)];
    return { tone: "help", symbol: "»", word, title, message: way, code: message, notes };
  }
  if (event === "hint") {
    const word = trans.__("Hint %1 of %2", hintsUsed, hintsTotal);
    const notes = [hintsLeft(record, trans), worth(record, trans)];
    return { tone: "help", symbol: "?", word, title, message, notes };
  }
  const state = { title, message };
  const notYet = { notes: [hintsLeft(record, trans)], help: helpFor(record, trans) };
  switch (record.outcome) {
    case "PASS":
      return {
        ...{ ...state, tone: "good", symbol: "✓", word: trans.__("Passed") },
        notes: [score(record, trans)],
      };
    case "FAIL":
      return {
        ...{ ...state, tone: "bad", symbol: "✗", word: trans.__("Not yet") },
        ...notYet,
      };
    case "EXCEPTION":
      return {
        ...{ ...state, tone: "error", symbol: "⚠", word: trans.__("Error") },
        ...notYet,
      };
    case "UNATTEMPTED":
      return {
        ...{ ...state, tone: "open", symbol: "○", word: trans.__("Not attempted") },
        ...notYet,
      };
  }
}

export function outcomeCard(record: OutcomeRecord, trans: Translator): Card {
  const state = { title: record.metric, message: record.message, notes: [] };
  switch (record.status) {
    case "met":
      return { ...state, tone: "good", symbol: "✓", word: trans.__("Reached") };
    case "missed":
      return { ...state, tone: "bad", symbol: "✗", word: trans.__("Missed") };
    case "pending":
      return { ...state, tone: "open", symbol: "○", word: trans.__("Pending") };
  }
}

function helpFor({ lesson, exercise, hintsUsed, hintsTotal }: CheckRecord, trans: Translator) {
  const of = { lesson, exercise };
  const hint = { ...of, verb: "hint", label: trans.__("Hint") } as const;
  const solution = { ...of, verb: "solution", label: trans.__("Solution…") } as const;
  return hintsUsed < hintsTotal ? [hint, solution] : [solution];
}

function hintsLeft(record: CheckRecord, trans: Translator): string {
  const left = record.hintsTotal - record.hintsUsed;
  if (left <= 0) return trans.__("No hint is left; %1 shows an answer.", call("solution", record));
  return trans._n(
    "%1 hint is left; %2 shows it.",
    "%1 hints are left; %2 shows the next.",
    left,
    call("hint", record),
  );
}

const call = (verb: string, { exercise }: CheckRecord): string =>
  `\`${verb}(${JSON.stringify(exercise)})\``;

function worth({ outcome, score }: CheckRecord, trans: Translator): string {
  return outcome === "PASS"
    ? trans.__("Already passed: your score stays %1 of 1.", score)
    : trans.__("A pass now scores %1 of 1.", score);
}

function score({ score, hintsUsed, solutionSeen }: CheckRecord, trans: Translator): string {
  if (solutionSeen && score < 1) return trans.__("Score %1 of 1: the solution was shown.", score);
  if (hintsUsed > 0 && score < 1) {
    return trans._n(
      "Score %2 of 1 with %1 hint.",
      "Score %2 of 1 with %1 hints.",
      hintsUsed,
      score,
    );
  }
  return trans.__("Score %1 of 1.", score);
}
