import type { Curriculum, TeacherReport, Translator } from "../core/index.ts";
import { dateWords } from "../ui/dates.ts";
import { dataTable } from "../ui/table.ts";

/** Who is where. */
export function learnerTable(
  { learners }: TeacherReport,
  { lessons }: Curriculum,
  language: string,
  trans: Translator,
): HTMLElement {
  const byId = new Map(lessons.map((each) => [each.id, each]));
  const header = [
    ...[trans.__("Learner"), trans.__("Now at"), trans.__("Lessons done")],
    ...[trans.__("Exercises passed"), trans.__("Mean score"), trans.__("Minutes")],
    trans.__("Last seen"),
  ];
  const rows = learners.map(({ name, totals, score, at, latestTime }) => {
    const lesson = at && byId.get(at.lesson);
    const where = lesson
      ? `${trans.__("Day")} ${lesson.day}: ${lesson.title}`
      : trans.__("all done");
    return [
      ...[name, where, trans.__("%1 of %2", totals.lessonsDone, totals.lessons)],
      ...[trans.__("%1 of %2", totals.exercisesPassed, totals.exercises), `${round(score)}`],
      String(Math.round(totals.seconds / 60)),
      latestTime === undefined
        ? trans.__("never")
        : dateWords(latestTime, language, { dateStyle: "medium" }),
    ];
  });
  return dataTable(trans.__("Learners"), header, rows);
}

/** What is hard: the exercises in the order of their failed checks a learner. */
export function exerciseTable({ exercises }: TeacherReport, trans: Translator): HTMLElement {
  const header = [
    ...[trans.__("Exercise"), trans.__("Lesson"), trans.__("Failed checks a learner")],
    ...[trans.__("Learners who tried"), trans.__("Learners who passed")],
    trans.__("Solutions shown"),
  ];
  const rows = exercises.map((each) => [
    ...[each.title || each.exercise, each.lesson, `${round(each.failuresEach)}`],
    ...[String(each.tried), String(each.passed), String(each.solutions)],
  ]);
  return dataTable(trans.__("Exercises, hardest first"), header, rows);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
