import type { ExerciseProgress } from "../join/progress.ts";
import type { OutcomeBounds } from "../records/published.ts";

/** `notebooks/curriculum.json`, as far as the learner's view needs it. */
export interface Curriculum {
  readonly version: 1;
  readonly tracks: readonly CurriculumTrack[];
  readonly lessons: readonly CurriculumLesson[];
}

export interface CurriculumTrack {
  readonly id: string;
  readonly title: string;
}

export interface CurriculumLesson {
  readonly id: string;
  readonly day: number;
  readonly slug: string;
  readonly title: string;
  readonly track: string;
  readonly prerequisites: readonly string[];
  readonly data: string;
  readonly method: string;
  /** Titles, in the order of the lesson. */
  readonly exercises: readonly string[];
  /** Their ids, in the same order; a notebook's metadata has them too. Absent: not known yet. */
  readonly exerciseIds?: readonly string[];
  readonly outcome: string;
  /** Absent while the lesson is not written. */
  readonly outcomes?: readonly (OutcomeBounds & { readonly metric: string })[];
  readonly seconds?: number;
}

/** `in-progress`: something was recorded; `failed-checks`: the latest check of an exercise failed. */
export type LessonStatus = "not-started" | "in-progress" | "failed-checks" | "done";

/** `passed`, `failed` (the latest check failed, none passed), `untried`. */
export type ExerciseStatus = "untried" | "failed" | "passed";

export interface ExerciseView {
  /** Undefined while neither the curriculum nor a record names it. */
  readonly id: string | undefined;
  readonly title: string;
  readonly status: ExerciseStatus;
  readonly progress: ExerciseProgress | undefined;
}

export interface OutcomeView {
  readonly metric: string;
  readonly bounds: OutcomeBounds;
  readonly reached: boolean;
  /** The value that reached it, else the latest; undefined before the first. */
  readonly value: number | string | boolean | undefined;
}

export interface LessonView {
  readonly id: string;
  readonly day: number;
  readonly slug: string;
  readonly title: string;
  readonly track: string;
  /** What is reached, in words. */
  readonly outcome: string;
  /** `01-setup-numerics/day-001-hello-notebook.ipynb`, relative to the folder of the curriculum. */
  readonly path: string;
  /** The lesson exists: its outcomes are known. */
  readonly written: boolean;
  readonly status: LessonStatus;
  readonly exercises: readonly ExerciseView[];
  readonly exercisesPassed: number;
  readonly outcomes: readonly OutcomeView[];
  /** Mean of the exercises' scores, 0 to 1. */
  readonly score: number;
  readonly solutionSeen: boolean;
  readonly seconds: number;
  readonly prerequisites: readonly PrerequisiteView[];
  readonly prerequisitesMet: boolean;
  /** Local time of the latest record; undefined before the first. */
  readonly latestTime: string | undefined;
}

export interface PrerequisiteView {
  readonly id: string;
  readonly title: string;
  readonly met: boolean;
}

export interface TrackView {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonView[];
  readonly totals: Totals;
}

export interface Totals {
  readonly lessons: number;
  readonly lessonsDone: number;
  readonly lessonsStarted: number;
  readonly exercises: number;
  readonly exercisesPassed: number;
  readonly seconds: number;
}

export interface CurriculumView {
  readonly tracks: readonly TrackView[];
  /** By id, in the order of the days. */
  readonly lessons: ReadonlyMap<string, LessonView>;
  readonly totals: Totals;
  readonly next: Continue | undefined;
}

/** "Continue where you left off": which lesson, and why that one. */
export interface Continue {
  readonly lesson: string;
  /** `resume`: begun and not done; `next`: the one after; `start`: nothing was begun. */
  readonly why: "resume" | "next" | "start";
}

export interface CurriculumFilter {
  /** Words; each must occur in title, day, track, method, data, or an exercise's title. */
  readonly search?: string;
  /** `in-progress` includes `failed-checks`. Empty or absent: all. */
  readonly statuses?: readonly LessonStatus[];
  readonly track?: string;
}
