import type { CheckEvent, CheckOutcome, OutcomeBounds, OutcomeStatus } from "./published.ts";
import type { JournalPart } from "../journal/model.ts";

/** The schema that this version writes. */
export const schema = 1;

/** What every record has. */
export interface RecordBase {
  /** Unique over all writers; the same id is the same record. */
  readonly id: string;
  /**
   * One more than the largest that its writer knew: what was written later by one who knew of the
   * earlier sorts after it, whatever the clock said.
   */
  readonly seq: number;
  /** Local time with offset. */
  readonly time: string;
}

/** What belongs to a lesson; it counts while `epoch` is the lesson's latest. */
interface OfLesson extends RecordBase {
  readonly lesson: string;
  /** How often the lesson had been reset when this was recorded. */
  readonly epoch: number;
}

/** One use of `check`, `hint` or `solution`. Its id is the kernel's attempt id. */
export interface AttemptRecord extends OfLesson {
  readonly kind: "attempt";
  readonly event: CheckEvent;
  readonly exercise: string;
  readonly title: string;
  readonly outcome: CheckOutcome;
  readonly hintsUsed: number;
  readonly solutionSeen: boolean;
  readonly score: number;
}

/** One measured outcome. Its id is the kernel's attempt id. */
export interface ReachedRecord extends OfLesson {
  readonly kind: "outcome";
  readonly metric: string;
  readonly value: number | string | boolean;
  readonly bounds: OutcomeBounds;
  readonly status: OutcomeStatus;
}

/** One sitting with a lesson. It grows: of two states the one with more seconds counts. */
export interface VisitRecord extends OfLesson {
  readonly kind: "visit";
  /** Seconds in which the learner was there, not the time that the tab was open. */
  readonly seconds: number;
}

/** The learner starts a lesson anew: what has a smaller epoch no longer counts, and stays on file. */
export interface ResetRecord extends OfLesson {
  readonly kind: "reset";
}

/** One author's latest version of one part of the journal; its id is `entry@author`. */
export interface JournalRecord extends RecordBase {
  readonly kind: "journal";
  /** Which part of the journal; the same for all writers. */
  readonly entry: string;
  /** Where the part stands among the others. */
  readonly position: number;
  /** Per author, how many versions of the part this one knew, its own included. */
  readonly clock: Readonly<Record<string, number>>;
  /** Absent: the part was deleted. */
  readonly part?: JournalPart;
}

/** How many days, and from when. Of two the later one counts. */
export interface GoalRecord extends RecordBase {
  readonly kind: "goal";
  readonly days: number;
  /** Local date of Day 1. */
  readonly start: string;
}

export type ProgressRecord =
  AttemptRecord | ReachedRecord | VisitRecord | ResetRecord | JournalRecord | GoalRecord;

/** One writer's file. */
export interface ProgressDocument {
  readonly schema: typeof schema;
  /** The device or the user: `[A-Za-z0-9_-]`, it names the file. */
  readonly writer: string;
  /** The learner's name for people, where one was given. */
  readonly name?: string;
  readonly records: readonly ProgressRecord[];
}
