import { randomUUID } from "node:crypto";
import { nearest } from "@daylab/datasets";
import { host } from "../host/index.ts";
import { cardBundle, type Card } from "./card.ts";
import type { Checks, Exercise } from "./define.ts";
import { reportOutcome, type OutcomeOptions } from "./outcome.ts";
import { newProgress, passScore, type ExerciseProgress } from "./progress.ts";
import { checkMimeType, type CheckRecord } from "./records.ts";
import { runCheck, type Verdict } from "./run-check.ts";
import { localTime } from "./time.ts";

/** What a session needs of its lesson. */
export interface LessonSource {
  readonly id: string;
  readonly checks: Checks;
  /** Text of the lesson's own answer to an exercise. */
  solution(exercise: string): string;
}

/** One lesson in one kernel: its exercises, what was passed and what help was taken. */
export class LessonSession {
  readonly #source: LessonSource;
  readonly #progress = new Map<string, ExerciseProgress>();

  /** A session of the same lesson, read anew, keeps what the earlier one knew of the learner. */
  constructor(source: LessonSource, earlier?: LessonSession) {
    this.#source = source;
    const known = earlier ? earlier.#progress : this.#progress;
    for (const id of Object.keys(source.checks))
      this.#progress.set(id, known.get(id) ?? newProgress());
  }

  check(id: string, answer: unknown): void | Promise<void> {
    const { exercise, progress } = this.#find(id);
    const verdict = runCheck(exercise, answer);
    if (verdict instanceof Promise) return verdict.then((v) => this.#conclude(id, progress, v));
    this.#conclude(id, progress, verdict);
  }

  hint(id: string): void {
    const { exercise, progress } = this.#find(id);
    const { hints } = exercise;
    const more = progress.hintsUsed < hints.length;
    if (more) progress.hintsUsed++;
    const message = more
      ? hints[progress.hintsUsed - 1]
      : [
          `That was the last hint; \`solution("${id}")\` shows an answer.`,
          ...hints.map((hint, i) => `${i + 1}. ${hint}`),
        ].join("\n");
    this.#publish("hint", id, message, {
      tone: "hint",
      title: `${more ? progress.hintsUsed : "1 to " + hints.length} of ${hints.length}: ${exercise.title}`,
      message,
      footer: costOf(progress),
    });
  }

  solution(id: string): void {
    const { exercise, progress } = this.#find(id);
    const code = this.#source.solution(id);
    progress.solutionSeen = true;
    this.#publish("solution", id, code, {
      tone: "solution",
      title: exercise.title,
      message: "One way to do it:",
      code,
      footer: costOf(progress),
    });
  }

  outcome(metric: string, value: number | string | boolean, options: OutcomeOptions): void {
    const allPassed = this.passed() === this.#progress.size;
    reportOutcome(this.#source.id, metric, value, options, allPassed);
  }

  passed(): number {
    return [...this.#progress.values()].filter((p) => p.passedWith !== undefined).length;
  }

  #find(id: string): { exercise: Exercise; progress: ExerciseProgress } {
    const progress = this.#progress.get(id);
    if (progress) return { exercise: this.#source.checks[id], progress };
    const ids = [...this.#progress.keys()];
    const near = nearest(String(id), ids).map((name) => `"${name}"`);
    const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    throw new Error(
      `${this.#source.id} has no exercise "${id}".${question} Its exercises: ${ids.join(", ")}.`,
    );
  }

  #conclude(id: string, progress: ExerciseProgress, { outcome, message }: Verdict): void {
    progress.latest = outcome;
    if (outcome === "PASS") progress.passedWith ??= passScore(progress);
    const help =
      outcome === "PASS" || progress.hintsUsed === this.#source.checks[id].hints.length
        ? ""
        : `\nStuck? \`hint("${id}")\` gives a hint.`;
    this.#publish("check", id, message, {
      tone: outcome,
      title: this.#source.checks[id].title,
      message: message + help,
      footer: outcome === "PASS" ? scoreInWords(progress) : undefined,
    });
  }

  #publish(event: CheckRecord["event"], id: string, message: string, card: Card): void {
    const exercise = this.#source.checks[id];
    const progress = this.#progress.get(id) ?? newProgress();
    const { latest, hintsUsed, solutionSeen, passedWith } = progress;
    const record: CheckRecord = {
      version: 1,
      event,
      lesson: this.#source.id,
      exercise: id,
      title: exercise.title,
      outcome: latest,
      message,
      attempt: randomUUID(),
      time: localTime(),
      hintsUsed,
      hintsTotal: exercise.hints.length,
      solutionSeen,
      score: passedWith ?? (event === "check" ? 0 : passScore(progress)),
    };
    host().publish({ [checkMimeType]: record, ...cardBundle(card) });
  }
}

function costOf(progress: ExerciseProgress): string {
  return progress.passedWith === undefined
    ? `A pass now scores ${passScore(progress)} of 1.`
    : `Already passed: your score stays ${progress.passedWith} of 1.`;
}

function scoreInWords({ passedWith, hintsUsed, solutionSeen }: ExerciseProgress): string {
  if (passedWith === 1) return "Score 1 of 1.";
  const hints = `${hintsUsed} ${hintsUsed === 1 ? "hint" : "hints"}`;
  return `Score ${passedWith} of 1 (${solutionSeen ? "the solution was shown" : hints}).`;
}
