import type { Curriculum, CurriculumFilter, CurriculumView, LessonView } from "./types.ts";

/** The ids of the lessons that a filter keeps. */
export function filterLessons(
  view: CurriculumView,
  curriculum: Curriculum,
  { search = "", statuses = [], track }: CurriculumFilter,
): Set<string> {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const tracks = new Map(curriculum.tracks.map((each) => [each.id, each.title]));
  const facts = new Map(curriculum.lessons.map((each) => [each.id, each]));
  const kept = new Set<string>();
  for (const lesson of view.lessons.values()) {
    if (track !== undefined && lesson.track !== track) continue;
    if (statuses.length > 0 && !hasStatus(lesson, statuses)) continue;
    const { method = "", data = "" } = facts.get(lesson.id) ?? {};
    const text = plain(
      [
        `day ${lesson.day} ${lesson.id}`,
        ...[lesson.title, tracks.get(lesson.track) ?? "", method, data, lesson.outcome],
        ...lesson.exercises.map((each) => each.title),
      ].join("\n"),
    );
    if (words.every((word) => text.includes(word))) kept.add(lesson.id);
  }
  return kept;
}

function hasStatus({ status }: LessonView, wanted: readonly string[]): boolean {
  return wanted.includes(status) || (status === "failed-checks" && wanted.includes("in-progress"));
}

/** Without case and accents: "naive" finds "naïve". */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
