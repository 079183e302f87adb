import type { ExerciseStatus, ExerciseView, LessonStatus, Translator } from "../core/index.ts";

/** A sign and its words: colour is never the only difference. */
export interface Words {
  readonly sign: string;
  readonly text: string;
}

export function statusWords(status: LessonStatus | ExerciseStatus, trans: Translator): Words {
  switch (status) {
    case "not-started":
      return { sign: "○", text: trans.__("to do") };
    case "untried":
      return { sign: "○", text: trans.__("not tried") };
    case "in-progress":
      return { sign: "◐", text: trans.__("in progress") };
    case "failed-checks":
      return { sign: "✗", text: trans.__("a check failed") };
    case "failed":
      return { sign: "✗", text: trans.__("failed") };
    case "passed":
      return { sign: "✓", text: trans.__("passed") };
    case "done":
      return { sign: "✓", text: trans.__("done") };
  }
}

/** "passed · 2 hints · with the solution" */
export function exerciseWords({ status, progress }: ExerciseView, trans: Translator): string {
  const { hintsUsed = 0, solutionSeen = false } = progress ?? {};
  return [
    statusWords(status, trans).text,
    ...(hintsUsed > 0 ? [trans._n("%1 hint", "%1 hints", hintsUsed)] : []),
    ...(solutionSeen ? [trans.__("solution seen")] : []),
  ].join(" · ");
}

/** "1 h 05 min"; less than a minute is "". */
export function timeWords(seconds: number, trans: Translator): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return "";
  if (minutes < 60) return trans.__("%1 min", minutes);
  return trans.__("%1 h %2 min", Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0"));
}
