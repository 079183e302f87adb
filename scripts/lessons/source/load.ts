import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  readCurriculum,
  root,
  type Curriculum,
  type CurriculumLesson,
} from "../curriculum/curriculum.ts";
import { findExercises, type CheckSummary } from "./exercises.ts";
import { parseLesson } from "./parse.ts";
import { standardProblems } from "./standard.ts";
import { LessonSourceError, type LessonSource, type SourceProblem } from "./types.ts";

/** Folder of the lessons' own folders. */
export const sourcesFolder = path.join(root, "notebooks/_source");

/** A written lesson: its entry in the curriculum and its source, held to the standard. */
export interface WrittenLesson {
  readonly lesson: CurriculumLesson;
  readonly source: LessonSource;
  /** Exercise ids in order, with the number of their wrong answers. */
  readonly exercises: readonly { readonly id: string; readonly wrong: number }[];
}

export interface Lessons {
  readonly curriculum: Curriculum;
  readonly written: readonly WrittenLesson[];
}

/**
 * The lessons of the curriculum that have a folder, in the order of the days.
 *
 * @throws LessonSourceError where a folder belongs to no lesson
 */
export function lessonsWithSource(
  curriculum: Curriculum,
  folder = sourcesFolder,
): CurriculumLesson[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const lessons = curriculum.lessons.filter((lesson) => names.includes(folderName(lesson)));
  const problems = names
    .filter((name) => lessons.every((lesson) => folderName(lesson) !== name))
    .map((name) => ({
      file: shown(path.join(folder, name)),
      line: 1,
      message: "the folder is no lesson of curriculum.json",
      remedy: "Name it day-NNN-slug as there",
    }));
  if (problems.length > 0) throw new LessonSourceError(problems);
  return lessons;
}

/**
 * Reads the sources of these lessons, or of all that have one, and holds them to the standard.
 *
 * @throws LessonSourceError with all that is wrong in any of them
 */
export async function loadLessons({
  curriculum = readCurriculum(),
  folder = sourcesFolder,
  lessons = lessonsWithSource(curriculum, folder),
}: {
  curriculum?: Curriculum;
  folder?: string;
  lessons?: readonly CurriculumLesson[];
} = {}): Promise<Lessons> {
  const written: WrittenLesson[] = [];
  const problems: SourceProblem[] = [];
  for (const lesson of lessons) {
    try {
      written.push(await loadLesson(lesson, folder));
    } catch (error) {
      if (!(error instanceof LessonSourceError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new LessonSourceError(problems);
  return { curriculum, written };
}

async function loadLesson(lesson: CurriculumLesson, folder: string): Promise<WrittenLesson> {
  const own = path.join(folder, folderName(lesson));
  const lessonFile = path.join(own, "lesson.ts");
  const checksFile = path.join(own, "checks.ts");
  const fail = (file: string, message: string, remedy: string): never => {
    throw new LessonSourceError([{ file: shown(file), line: 1, message, remedy }]);
  };
  for (const file of [lessonFile, checksFile]) {
    if (!existsSync(file)) fail(file, "the file is missing", "Write it");
  }
  const source = parseLesson(lesson.id, shown(lessonFile), readFileSync(lessonFile, "utf8"));
  const checks = await readChecks(checksFile).catch((error: unknown) =>
    fail(checksFile, message(error), "Correct it"),
  );
  const problems = standardProblems(source, checks);
  if (problems.length > 0) throw new LessonSourceError(problems);
  const exercises = findExercises(source, checks).exercises.map(({ id, wrong }) => ({
    id,
    wrong: wrong.length,
  }));
  return { lesson, source, exercises };
}

/** `day-009-danfo-basics` */
export function folderName({ id, slug }: CurriculumLesson): string {
  return `${id}-${slug}`;
}

function shown(file: string): string {
  return path.relative(root, file);
}

async function readChecks(file: string): Promise<CheckSummary> {
  // A lesson's checks may load TensorFlow, which greets on stderr.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  const module = (await import(pathToFileURL(file).href)) as {
    default?: Record<string, { hints: readonly string[] }>;
  };
  if (!module.default) throw new Error("no default export: export default defineChecks({ … })");
  const entries = Object.entries(module.default);
  return new Map(entries.map(([id, { hints }]) => [id, { hints: hints.length }]));
}

function message(error: unknown): string {
  return error instanceof Error ? error.message.split("\n")[0] : String(error);
}
