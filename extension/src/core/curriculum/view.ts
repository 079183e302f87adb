import type { LessonProgress } from "../join/progress.ts";
import { continueWith } from "./continue.ts";
import { lessonView } from "./lesson-view.ts";
import type { Curriculum, CurriculumView, LessonView, Totals } from "./types.ts";

/** What the panel shows: the curriculum with the learner's progress in it. */
export function curriculumView(
  curriculum: Curriculum,
  progress: ReadonlyMap<string, LessonProgress>,
): CurriculumView {
  const inOrder = [...curriculum.lessons].sort((a, b) => a.day - b.day);
  const alone = new Map(inOrder.map((each) => [each.id, lessonView(each, progress.get(each.id))]));
  const lessons = new Map<string, LessonView>();
  for (const { id, prerequisites: needed } of inOrder) {
    const prerequisites = needed.map((each) => {
      const other = alone.get(each);
      return { id: each, title: other?.title ?? each, met: other?.status === "done" };
    });
    // A lesson that nobody has written keeps nobody from what builds on it.
    const prerequisitesMet = prerequisites.every(
      (each) => each.met || alone.get(each.id)?.written === false,
    );
    lessons.set(id, { ...alone.get(id)!, prerequisites, prerequisitesMet });
  }
  const byTrack = new Map<string, LessonView[]>();
  for (const lesson of lessons.values()) {
    const list = byTrack.get(lesson.track);
    if (list) list.push(lesson);
    else byTrack.set(lesson.track, [lesson]);
  }
  return {
    tracks: curriculum.tracks.map(({ id, title }) => {
      const own = byTrack.get(id) ?? [];
      return { id, title, lessons: own, totals: totalsOf(own) };
    }),
    lessons,
    totals: totalsOf([...lessons.values()]),
    next: continueWith([...lessons.values()], progress),
  };
}

export function totalsOf(lessons: readonly LessonView[]): Totals {
  const sum = (of: (lesson: LessonView) => number): number =>
    lessons.reduce((total, each) => total + of(each), 0);
  return {
    lessons: lessons.length,
    lessonsDone: sum((each) => Number(each.status === "done")),
    lessonsStarted: sum((each) => Number(each.status !== "not-started")),
    exercises: sum((each) => each.exercises.length),
    exercisesPassed: sum((each) => each.exercisesPassed),
    seconds: sum((each) => each.seconds),
  };
}
