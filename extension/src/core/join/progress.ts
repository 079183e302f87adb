import { instantOf } from "../records/time.ts";
import type { CheckOutcome } from "../records/published.ts";
import type {
  AttemptRecord,
  ProgressRecord,
  ReachedRecord,
  ResetRecord,
  VisitRecord,
} from "../records/types.ts";
import { passScore } from "./score.ts";

/** Where a learner stands with one exercise, in the lesson's current epoch. */
export interface ExerciseProgress {
  readonly id: string;
  /** As the latest record names it. */
  readonly title: string;
  /** Of the latest check; UNATTEMPTED before the first. */
  readonly latest: CheckOutcome;
  readonly passed: boolean;
  /** Of the first pass, lowered by help taken before it; 0 until then. */
  readonly score: number;
  /** Local time of the first pass. */
  readonly passedAt: string | undefined;
  /** Checks that ended in PASS, FAIL or EXCEPTION. */
  readonly attempts: number;
  /** Checks that ended in FAIL or EXCEPTION. */
  readonly failures: number;
  readonly hintsUsed: number;
  readonly solutionSeen: boolean;
}

/** What the records say of one lesson. Without the curriculum it is not known whether that is all. */
export interface LessonProgress {
  readonly lesson: string;
  /** How often it was reset. */
  readonly epoch: number;
  readonly exercises: ReadonlyMap<string, ExerciseProgress>;
  /** Every outcome measured in this epoch, in the order of the records. */
  readonly outcomes: readonly ReachedRecord[];
  /** In all epochs. */
  readonly seconds: number;
  /** Something was recorded in this epoch. */
  readonly started: boolean;
  /** Local time and order of the latest record, resets included. */
  readonly latestTime: string;
  readonly latestSeq: number;
}

type LessonRecord = AttemptRecord | ReachedRecord | VisitRecord | ResetRecord;

/** Progress by lesson, from the joined records alone; their order does not matter. */
export function progressByLesson(records: Iterable<ProgressRecord>): Map<string, LessonProgress> {
  const lessons = new Map<string, LessonRecord[]>();
  for (const record of records) {
    if (record.kind === "journal" || record.kind === "goal") continue;
    const list = lessons.get(record.lesson);
    if (list) list.push(record);
    else lessons.set(record.lesson, [record]);
  }
  return new Map([...lessons].map(([lesson, list]) => [lesson, lessonProgress(lesson, list)]));
}

function lessonProgress(lesson: string, records: LessonRecord[]): LessonProgress {
  records.sort(byCause);
  const epoch = records.reduce((most, each) => Math.max(most, each.epoch), 0);
  const current = records.filter((each) => each.epoch === epoch && each.kind !== "reset");
  const attempts = new Map<string, AttemptRecord[]>();
  for (const record of current) {
    if (record.kind !== "attempt") continue;
    const list = attempts.get(record.exercise);
    if (list) list.push(record);
    else attempts.set(record.exercise, [record]);
  }
  const latest = records[records.length - 1];
  return {
    lesson,
    epoch,
    exercises: new Map([...attempts].map(([id, list]) => [id, exerciseProgress(id, list)])),
    outcomes: current.filter((each) => each.kind === "outcome"),
    seconds: records.reduce((sum, each) => sum + (each.kind === "visit" ? each.seconds : 0), 0),
    started: current.length > 0,
    latestTime: latest.time,
    latestSeq: latest.seq,
  };
}

/** `records` in the order of their causes, at least one. */
function exerciseProgress(id: string, records: readonly AttemptRecord[]): ExerciseProgress {
  const checks = records.filter((each) => each.event === "check" && each.outcome !== "UNATTEMPTED");
  const first = records.findIndex((each) => each.event === "check" && each.outcome === "PASS");
  const pass = first < 0 ? undefined : records[first];
  const before = first < 0 ? [] : records.slice(0, first + 1);
  const all = help(records);
  return {
    id,
    title: records[records.length - 1].title,
    latest: checks.at(-1)?.outcome ?? "UNATTEMPTED",
    passed: pass !== undefined,
    score: pass ? Math.min(pass.score, earned(before)) : 0,
    passedAt: pass?.time,
    attempts: checks.length,
    failures: checks.filter((each) => each.outcome !== "PASS").length,
    hintsUsed: all.hintsUsed,
    solutionSeen: all.solutionSeen,
  };
}

/** A kernel forgets at its restart which help was taken; the records do not. */
function earned(before: readonly AttemptRecord[]): number {
  const { hintsUsed, solutionSeen } = help(before.filter((each) => each.event !== "check"));
  return passScore(hintsUsed, solutionSeen);
}

function help(records: readonly AttemptRecord[]): { hintsUsed: number; solutionSeen: boolean } {
  return {
    hintsUsed: records.reduce((most, each) => Math.max(most, each.hintsUsed), 0),
    solutionSeen: records.some((each) => each.solutionSeen),
  };
}

/** A clock may have been set back, `seq` cannot: it comes first. */
function byCause(a: LessonRecord, b: LessonRecord): number {
  return (
    a.seq - b.seq ||
    instantOf(a.time) - instantOf(b.time) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
