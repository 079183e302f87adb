import type { Curriculum, CurriculumLesson } from "../curriculum/curriculum.ts";

/** A lesson was asked for that is not there. */
export class UnknownLessonError extends Error {
  override readonly name = "UnknownLessonError";
}

/**
 * The written lesson that `asked` means: `009`, `9`, `day-009`, `danfo-basics` or
 * `day-009-danfo-basics`.
 *
 * @throws UnknownLessonError that says which lesson is nearest and which there are
 */
export function selectLesson(
  asked: string,
  written: readonly CurriculumLesson[],
  curriculum: Curriculum,
): CurriculumLesson {
  const id = /^(?:day-)?(\d{1,3})$/.exec(asked)?.[1];
  const matches = (lesson: CurriculumLesson): boolean =>
    id === undefined
      ? [lesson.slug, `${lesson.id}-${lesson.slug}`].includes(asked)
      : lesson.day === Number(id);
  const found = written.find(matches);
  if (found) return found;
  const there = written.map((lesson) => `  ${lesson.id}  ${lesson.title}`).join("\n");
  const planned = curriculum.lessons.find(matches);
  const why = planned
    ? `Day ${planned.day}, ${planned.title}, is planned but not written yet.`
    : `There is no lesson "${asked}".${nearestSentence(asked, id, written)}`;
  throw new UnknownLessonError(`${why}\nThe lessons written so far:\n${there}`);
}

function nearestSentence(
  asked: string,
  id: string | undefined,
  written: readonly CurriculumLesson[],
): string {
  const distance = (lesson: CurriculumLesson): number =>
    id === undefined ? editDistance(asked, lesson.slug) : Math.abs(Number(id) - lesson.day);
  const [nearest] = [...written].sort((a, b) => distance(a) - distance(b));
  return nearest ? ` The nearest is ${nearest.id}, ${nearest.slug}.` : "";
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
