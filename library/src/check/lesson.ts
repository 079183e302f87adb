import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findLessonFolder, loadChecks } from "./lesson-folder.ts";
import type { OutcomeOptions } from "./outcome.ts";
import { LessonSession } from "./session.ts";
import { solutionText } from "./solution-text.ts";

/** What a lesson's first cell takes apart. Each function shows a card and returns nothing to display. */
export interface Lesson {
  /**
   * Holds an answer against its exercise: PASS, FAIL (what was expected and what was received),
   * EXCEPTION (the learner's code threw) or UNATTEMPTED (still `todo()`). A promise only where the
   * answer or the checker is asynchronous: `await` it always.
   *
   * @throws Error naming the nearest ids where there is no such exercise
   */
  check(this: void, exercise: string, answer: unknown): void | Promise<void>;
  /** Shows the exercise's next hint. Each lowers the score of a later pass by 0.1, down to 0.5. */
  hint(this: void, exercise: string): void;
  /** Shows the lesson's own answer. A later pass scores 0.25. */
  solution(this: void, exercise: string): void;
  /**
   * Holds a number against what the lesson promises.
   *
   * @throws OutcomeError where the bounds are missed
   */
  outcome(
    this: void,
    metric: string,
    value: number | string | boolean,
    bounds: OutcomeOptions,
  ): void;
  /** How many exercises were passed since the kernel started. */
  passed(this: void): number;
}

/** Running the first cell again must not forget what was passed. */
const sessions = new Map<string, LessonSession>();

/**
 * Opens a lesson: finds its folder `<id>-<slug>` under `notebooks/_source` of the nearest folder
 * above the notebook (or under `DAYLAB_LESSONS`) and loads its `checks.ts`.
 *
 * @param id for example "day-009"
 * @throws Error with the remedy where the lesson is not found or its files are incomplete
 *
 * @example
 * const { check, hint, solution, outcome, passed } = await lesson("day-009");
 * await check("greeting", greet);
 */
export async function lesson(id: string): Promise<Lesson> {
  const folder = findLessonFolder(id);
  const session = new LessonSession(
    {
      id,
      checks: await loadChecks(folder),
      solution: (exercise) =>
        solutionText(readFileSync(join(folder, "lesson.ts"), "utf8"), exercise),
    },
    sessions.get(folder),
  );
  sessions.set(folder, session);
  return {
    check: (exercise, answer) => session.check(exercise, answer),
    hint: (exercise) => session.hint(exercise),
    solution: (exercise) => session.solution(exercise),
    outcome: (metric, value, bounds) => session.outcome(metric, value, bounds),
    passed: () => session.passed(),
  };
}
