/**
 * What a lesson reports about its exercises. A record travels as a MIME output beside `text/html`
 * and `text/plain`, so that it survives in a saved notebook and in any front end. This file imports
 * nothing: the JupyterLab extension and the notebook runner read the same types.
 *
 * @module
 */

/** MIME type of a {@link CheckRecord}. */
export const checkMimeType = "application/vnd.daylab.check.v1+json";

/** MIME type of an {@link OutcomeRecord}. */
export const outcomeMimeType = "application/vnd.daylab.outcome.v1+json";

/** Kaggle learntools' words for how a check ended. */
export type CheckOutcome = "PASS" | "FAIL" | "EXCEPTION" | "UNATTEMPTED";

/** One use of `check`, `hint` or `solution`. */
export interface CheckRecord {
  readonly version: 1;
  /** Which of the three verbs was used. */
  readonly event: "check" | "hint" | "solution";
  /** As given to `lesson(id)`, for example `day-009`. */
  readonly lesson: string;
  readonly exercise: string;
  /** The exercise's name for people. */
  readonly title: string;
  /** Of this check; for a hint or a solution, of the latest check (UNATTEMPTED before the first). */
  readonly outcome: CheckOutcome;
  /** What the learner reads: plain text, bounded. */
  readonly message: string;
  /** UUID, one a record: reading the same record twice must not count twice. */
  readonly attempt: string;
  /** ISO 8601 local time with its offset from UTC, for example `2026-11-21T09:30:00.000+05:30`. */
  readonly time: string;
  /** Hints shown so far in this kernel. */
  readonly hintsUsed: number;
  readonly hintsTotal: number;
  readonly solutionSeen: boolean;
  /** 0 to 1. Before the exercise is passed: 0 from a check, what a pass would now give from a hint or a solution. */
  readonly score: number;
}

/** What a metric is held against. */
export interface OutcomeBounds {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly equals?: number | string | boolean;
}

export type OutcomeStatus = "met" | "missed" | "pending";

/** One use of `outcome`: a number the lesson promises, and whether it was reached. */
export interface OutcomeRecord {
  readonly version: 1;
  readonly lesson: string;
  readonly metric: string;
  /** A number that JSON cannot hold arrives as "NaN", "Infinity" or "-Infinity". */
  readonly value: number | string | boolean;
  readonly bounds: OutcomeBounds;
  readonly status: OutcomeStatus;
  readonly message: string;
  readonly attempt: string;
  readonly time: string;
}
