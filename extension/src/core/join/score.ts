/**
 * What a pass gives, as `library/src/check/progress.ts` counts: 1 without help, 0.1 less for each
 * hint but not under 0.5, and 0.25 once the solution was shown.
 */
export function passScore(hintsUsed: number, solutionSeen: boolean): number {
  return solutionSeen ? 0.25 : Math.max(5, 10 - hintsUsed) / 10;
}
