import type { Curriculum, CurriculumLesson, OutcomeBound } from "./curriculum.ts";

/** What is wrong with a curriculum file, each a sentence; none means it can be used. */
export function curriculumProblems(curriculum: Curriculum): string[] {
  const lessons = new Map(curriculum.lessons.map((lesson) => [lesson.id, lesson]));
  const tracks = new Set(curriculum.tracks.map((track) => track.id));
  return [
    ...(curriculum.version === 1 ? [] : [`version is ${String(curriculum.version)}, not 1`]),
    ...duplicates(
      curriculum.tracks.map((track) => track.id),
      "track",
    ),
    ...duplicates(
      curriculum.lessons.map((lesson) => lesson.id),
      "lesson",
    ),
    ...duplicates(
      curriculum.lessons.map((lesson) => lesson.slug),
      "slug",
    ),
    ...curriculum.lessons.flatMap((lesson) => lessonProblems(lesson, lessons, tracks)),
    ...cycles(lessons),
  ];
}

function duplicates(values: readonly string[], what: string): string[] {
  const seen = new Set<string>();
  return values
    .filter((value) => seen.size === seen.add(value).size)
    .map((v) => `${what} ${v} twice`);
}

function lessonProblems(
  lesson: CurriculumLesson,
  lessons: ReadonlyMap<string, CurriculumLesson>,
  tracks: ReadonlySet<string>,
): string[] {
  const wrong = (message: string): string => `${lesson.id}: ${message}`;
  const found: string[] = [];
  if (lesson.id !== `day-${String(lesson.day).padStart(3, "0")}`) {
    found.push(wrong(`its id does not belong to day ${lesson.day}`));
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(lesson.slug)) found.push(wrong(`slug "${lesson.slug}"`));
  if (!tracks.has(lesson.track)) found.push(wrong(`there is no track ${lesson.track}`));
  for (const key of ["title", "data", "method", "outcome"] as const) {
    if (typeof lesson[key] !== "string" || lesson[key] === "") found.push(wrong(`no ${key}`));
  }
  if (lesson.exercises.length < 2 || lesson.exercises.length > 4) {
    found.push(wrong(`${lesson.exercises.length} exercises, not 2 to 4`));
  }
  for (const id of lesson.prerequisites) {
    if (!lessons.has(id)) found.push(wrong(`prerequisite ${id} does not exist`));
  }
  if (lesson.seconds !== undefined && !(lesson.seconds > 0 && lesson.seconds <= 60)) {
    found.push(wrong(`seconds is ${lesson.seconds}, not in (0, 60]`));
  }
  return [...found, ...(lesson.outcomes ?? []).flatMap((bound) => boundProblems(bound).map(wrong))];
}

function boundProblems(bound: OutcomeBound): string[] {
  const bounds = [bound.atLeast, bound.atMost, bound.equals].filter((value) => value !== undefined);
  const fits = bounds.length === 1 && Number.isFinite(bounds[0]);
  return fits ? [] : [`outcome ${bound.metric} needs one of atLeast, atMost, equals`];
}

function cycles(lessons: ReadonlyMap<string, CurriculumLesson>): string[] {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): string[] => {
    if (way.includes(id)) return [`prerequisites in a circle: ${[...way, id].join(" → ")}`];
    if (done.has(id)) return [];
    const found = (lessons.get(id)?.prerequisites ?? []).flatMap((next) =>
      visit(next, [...way, id]),
    );
    done.add(id);
    return found;
  };
  return [...lessons.keys()].flatMap((id) => visit(id, []));
}
