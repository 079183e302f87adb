import { curriculumView } from "../curriculum/view.ts";
import type { Continue, Curriculum, Totals } from "../curriculum/types.ts";
import { join } from "../join/join.ts";
import { progressByLesson } from "../join/progress.ts";
import type { ProgressDocument } from "../records/types.ts";

export interface LearnerRow {
  readonly writer: string;
  readonly name: string;
  readonly totals: Totals;
  /** Mean score of the exercises passed, 0 to 1; 0 where none is. */
  readonly score: number;
  /** How many exercises were passed after their solution was shown. */
  readonly solutions: number;
  /** The lesson where the learner is; undefined where all is done. */
  readonly at: Continue | undefined;
  readonly latestTime: string | undefined;
}

export interface ExerciseRow {
  readonly lesson: string;
  readonly day: number;
  readonly exercise: string;
  readonly title: string;
  /** Learners who checked it, and who passed. */
  readonly tried: number;
  readonly passed: number;
  /** Checks that failed, over all learners. */
  readonly failures: number;
  readonly solutions: number;
  /** Failed checks a learner who tried. */
  readonly failuresEach: number;
}

export interface TeacherReport {
  readonly learners: readonly LearnerRow[];
  /** Those that fail most come first. */
  readonly exercises: readonly ExerciseRow[];
}

/** Who is where, and what is hard. Documents of one writer count as one learner. */
export function teacherReport(
  curriculum: Curriculum,
  documents: readonly ProgressDocument[],
): TeacherReport {
  const byWriter = new Map<string, ProgressDocument[]>();
  for (const document of documents) {
    const list = byWriter.get(document.writer);
    if (list) list.push(document);
    else byWriter.set(document.writer, [document]);
  }
  const exercises = new Map<string, ExerciseRow>();
  const days = new Map(curriculum.lessons.map((each) => [each.id, each.day]));
  const learners = [...byWriter].map(([writer, own]): LearnerRow => {
    const progress = progressByLesson(join(...own.map((each) => each.records)).values());
    const view = curriculumView(curriculum, progress);
    let score = 0;
    let passed = 0;
    let solutions = 0;
    let latest: { time: string; seq: number } | undefined;
    for (const lesson of progress.values()) {
      if (!latest || lesson.latestSeq > latest.seq) {
        latest = { time: lesson.latestTime, seq: lesson.latestSeq };
      }
      for (const each of lesson.exercises.values()) {
        if (each.passed) {
          passed++;
          score += each.score;
          if (each.score <= 0.25) solutions++;
        }
        const key = JSON.stringify([lesson.lesson, each.id]);
        const row = exercises.get(key);
        const tried = (row?.tried ?? 0) + Number(each.attempts > 0);
        const failures = (row?.failures ?? 0) + each.failures;
        exercises.set(key, {
          lesson: lesson.lesson,
          day: days.get(lesson.lesson) ?? 0,
          exercise: each.id,
          title: each.title,
          tried,
          passed: (row?.passed ?? 0) + Number(each.passed),
          failures,
          solutions: (row?.solutions ?? 0) + Number(each.solutionSeen),
          failuresEach: tried === 0 ? 0 : failures / tried,
        });
      }
    }
    return {
      writer,
      name: own.find((each) => each.name !== undefined)?.name ?? writer,
      totals: view.totals,
      score: passed === 0 ? 0 : score / passed,
      solutions,
      at: view.next,
      latestTime: latest?.time,
    };
  });
  return {
    learners: learners.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    exercises: [...exercises.values()].sort(
      (a, b) =>
        b.failuresEach - a.failuresEach || a.day - b.day || (a.exercise < b.exercise ? -1 : 1),
    ),
  };
}
