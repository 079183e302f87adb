import type { ExerciseProgress, LessonProgress } from "../join/progress.ts";
import type { OutcomeBounds } from "../records/published.ts";
import type {
  CurriculumLesson,
  ExerciseView,
  LessonStatus,
  LessonView,
  OutcomeView,
} from "./types.ts";

/** One lesson without its prerequisites, which need the others. */
export function lessonView(
  lesson: CurriculumLesson,
  progress: LessonProgress | undefined,
): Omit<LessonView, "prerequisites" | "prerequisitesMet"> {
  const exercises = exerciseViews(lesson, progress);
  const outcomes = (lesson.outcomes ?? []).map((each) => outcomeView(each, progress));
  const passed = exercises.filter((each) => each.status === "passed").length;
  const scores = exercises.reduce((sum, each) => sum + (each.progress?.score ?? 0), 0);
  return {
    id: lesson.id,
    day: lesson.day,
    slug: lesson.slug,
    title: lesson.title,
    track: lesson.track,
    outcome: lesson.outcome,
    path: `${lesson.track}/${lesson.id}-${lesson.slug}.ipynb`,
    written: lesson.outcomes !== undefined,
    status: statusOf(progress, exercises, outcomes),
    exercises,
    exercisesPassed: passed,
    outcomes,
    score: exercises.length === 0 ? 0 : scores / exercises.length,
    solutionSeen: exercises.some((each) => each.progress?.solutionSeen === true),
    seconds: progress?.seconds ?? 0,
    latestTime: progress?.latestTime,
  };
}

/** Done: every exercise passed and every outcome reached. Nothing else makes a lesson done. */
function statusOf(
  progress: LessonProgress | undefined,
  exercises: readonly ExerciseView[],
  outcomes: readonly OutcomeView[],
): LessonStatus {
  if (progress === undefined || !progress.started) return "not-started";
  if (exercises.some((each) => each.status === "failed")) return "failed-checks";
  const promised = exercises.length + outcomes.length > 0;
  const all = exercises.every((e) => e.status === "passed") && outcomes.every((o) => o.reached);
  return promised && all ? "done" : "in-progress";
}

/**
 * By the curriculum's ids where it has them. Else the ids that the records name, and as many unknown
 * ones as the curriculum promises more.
 */
function exerciseViews(
  { exercises, exerciseIds }: CurriculumLesson,
  progress: LessonProgress | undefined,
): ExerciseView[] {
  if (exerciseIds !== undefined) {
    return exerciseIds.map((id, i) => view(id, exercises[i] ?? id, progress?.exercises.get(id)));
  }
  const known = [...(progress?.exercises.values() ?? [])];
  const byTitle = new Map(known.map((each) => [each.title, each]));
  const named = exercises.filter((title) => byTitle.has(title));
  const others = known.filter((each) => !named.includes(each.title));
  const views = exercises.map((title) => {
    const found = byTitle.get(title) ?? others.shift();
    return view(found?.id, found?.title ?? title, found);
  });
  return [...views, ...others.map((each) => view(each.id, each.title, each))];
}

function view(
  id: string | undefined,
  title: string,
  progress: ExerciseProgress | undefined,
): ExerciseView {
  const status =
    progress?.passed === true
      ? "passed"
      : progress !== undefined && progress.failures > 0
        ? "failed"
        : "untried";
  return { id, title, status, progress };
}

function outcomeView(
  { metric, ...bounds }: OutcomeBounds & { readonly metric: string },
  progress: LessonProgress | undefined,
): OutcomeView {
  // A pending one waits for the exercises: it is no value yet.
  const measured = (progress?.outcomes ?? []).filter(
    (each) => each.metric === metric && each.status !== "pending",
  );
  const reached = measured.find((each) => holds(each.value, bounds));
  return {
    metric,
    bounds,
    reached: reached !== undefined,
    value: (reached ?? measured.at(-1))?.value,
  };
}

/** Judged anew, so that a curriculum that raised its bar raises it for old records too. */
function holds(
  value: number | string | boolean,
  { atLeast, atMost, equals }: OutcomeBounds,
): boolean {
  return (
    (atLeast === undefined || (typeof value === "number" && value >= atLeast)) &&
    (atMost === undefined || (typeof value === "number" && value <= atMost)) &&
    (equals === undefined || value === equals)
  );
}
