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
import { LessonSourceError, type LessonSource } from "./types.ts";

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
 * Reads every lesson under notebooks/_source, in the order of the days.
 *
 * @throws LessonSourceError with all that is wrong in any of them
 */
export async function loadLessons(
  folder = sourcesFolder,
  curriculum = readCurriculum(),
): Promise<Lessons> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const written: WrittenLesson[] = [];
  const problems: LessonSourceError[] = [];
  for (const name of names) {
    try {
      written.push(await loadLesson(folder, name, curriculum));
    } catch (error) {
      if (!(error instanceof LessonSourceError)) throw error;
      problems.push(error);
    }
  }
  if (problems.length > 0) throw new LessonSourceError(problems.flatMap((error) => error.problems));
  return { curriculum, written };
}

async function loadLesson(
  folder: string,
  name: string,
  curriculum: Curriculum,
): Promise<WrittenLesson> {
  const [lessonFile, checksFile] = ["lesson.ts", "checks.ts"].map((file) =>
    path.join(folder, name, file),
  ) as [string, string];
  const shown = path.relative(root, lessonFile);
  const fail = (file: string, message: string, remedy: string): never => {
    throw new LessonSourceError([{ file, line: 1, message, remedy }]);
  };
  const lesson = curriculum.lessons.find((each) => `${each.id}-${each.slug}` === name);
  if (!lesson) {
    return fail(
      shown,
      "the folder is no lesson of curriculum.json",
      "Name it day-NNN-slug as there",
    );
  }
  for (const file of [lessonFile, checksFile]) {
    if (!existsSync(file)) fail(path.relative(root, file), "the file is missing", "Write it");
  }
  const source = parseLesson(lesson.id, shown, readFileSync(lessonFile, "utf8"));
  const checks = await readChecks(checksFile).catch((error: unknown) =>
    fail(path.relative(root, checksFile), message(error), "Correct it"),
  );
  const problems = standardProblems(source, checks);
  if (problems.length > 0) throw new LessonSourceError(problems);
  const exercises = findExercises(source, checks).exercises.map(({ id, wrong }) => ({
    id,
    wrong: wrong.length,
  }));
  return { lesson, source, exercises };
}

async function readChecks(file: string): Promise<CheckSummary> {
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
