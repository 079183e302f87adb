import type { Translator } from "../messages/translator.ts";
import { csv } from "./csv.ts";
import type { TeacherReport } from "./report.ts";

/** One line a learner. */
export function learnersCsv({ learners }: TeacherReport, trans: Translator): string {
  const header = [
    ...[trans.__("Learner"), trans.__("File"), trans.__("Lessons done"), trans.__("Lessons begun")],
    ...[
      trans.__("Exercises passed"),
      trans.__("Mean score"),
      trans.__("Passed after the solution"),
    ],
    ...[trans.__("Minutes"), trans.__("Now at"), trans.__("Last seen")],
  ];
  const rows = learners.map(({ name, writer, totals, score, solutions, at, latestTime }) => [
    ...[name, writer, totals.lessonsDone, totals.lessonsStarted, totals.exercisesPassed],
    ...[round(score), solutions, Math.round(totals.seconds / 60), at?.lesson, latestTime],
  ]);
  return csv([header, ...rows]);
}

/** One line an exercise, those that fail most first. */
export function exercisesCsv({ exercises }: TeacherReport, trans: Translator): string {
  const header = [
    ...[
      trans.__("Lesson"),
      trans.__("Exercise"),
      trans.__("Title"),
      trans.__("Learners who tried"),
    ],
    ...[trans.__("Learners who passed"), trans.__("Failed checks"), trans.__("Solutions shown")],
    ...[trans.__("Failed checks a learner")],
  ];
  const rows = exercises.map((row) => [
    ...[row.lesson, row.exercise, row.title, row.tried, row.passed, row.failures, row.solutions],
    ...[round(row.failuresEach)],
  ]);
  return csv([header, ...rows]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
