import type { LessonProgress } from "../join/progress.ts";
import type { Continue, LessonView } from "./types.ts";

/**
 * The lesson touched last, while it is not done. Else the first written one after it that is not done
 * and whose prerequisites are met, else any such; undefined when all is done. `lessons` by day.
 */
export function continueWith(
  lessons: readonly LessonView[],
  progress: ReadonlyMap<string, LessonProgress>,
): Continue | undefined {
  let last: LessonView | undefined;
  for (const lesson of lessons) {
    const latest = progress.get(lesson.id)?.latestSeq;
    const most = last && progress.get(last.id)?.latestSeq;
    if (latest !== undefined && (most === undefined || latest > most)) last = lesson;
  }
  if (last !== undefined && last.status !== "done") return { lesson: last.id, why: "resume" };
  const open = lessons.filter((each) => each.written && each.status !== "done");
  const ready = open.filter((each) => each.prerequisitesMet);
  const after = ready.find((each) => last !== undefined && each.day > last.day);
  const next = after ?? ready[0] ?? open[0];
  if (next === undefined) return undefined;
  return { lesson: next.id, why: last === undefined ? "start" : "next" };
}
