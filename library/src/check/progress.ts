import type { CheckOutcome } from "./records.ts";

/** Where a learner stands with one exercise, in this kernel. */
export interface ExerciseProgress {
  latest: CheckOutcome;
  hintsUsed: number;
  solutionSeen: boolean;
  /** Score of the first pass; help taken after it costs nothing. */
  passedWith: number | undefined;
}

export function newProgress(): ExerciseProgress {
  return { latest: "UNATTEMPTED", hintsUsed: 0, solutionSeen: false, passedWith: undefined };
}

/**
 * What a pass gives: 1 without help, 0.1 less for each hint but not under 0.5, and 0.25 once the
 * solution was shown.
 */
export function passScore({ hintsUsed, solutionSeen }: ExerciseProgress): number {
  return solutionSeen ? 0.25 : Math.max(5, 10 - hintsUsed) / 10;
}
