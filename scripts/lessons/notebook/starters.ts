import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { notebookPath } from "../curriculum/curriculum.ts";
import { curriculumPages } from "../pages/index.ts";
import type { Lessons } from "../source/load.ts";
import { buildNotebook, notebookText } from "./build.ts";

export interface StarterDifferences {
  /** Files that are missing or not what their source gives, with the text they should have. */
  readonly changed: ReadonlyMap<string, string>;
  /** Notebooks in a track's folder that no source gives. */
  readonly stray: readonly string[];
}

/** The curriculum with the ids of the exercises of written lessons, which the progress panel reads. */
function curriculumText({ curriculum, written }: Lessons): string {
  const ids = new Map(
    written.map(({ lesson, exercises }) => [lesson.id, exercises.map((e) => e.id)]),
  );
  const lessons = curriculum.lessons.map((lesson) => {
    const exerciseIds = ids.get(lesson.id);
    return exerciseIds ? { ...lesson, exerciseIds } : lesson;
  });
  return `${JSON.stringify({ ...curriculum, lessons }, undefined, 2)}\n`;
}

/**
 * Compares the starter notebooks of `lessons`, and the pages made from the curriculum, with those under
 * `folder`; paths are relative to it.
 */
export function starterDifferences(
  { curriculum, written }: Lessons,
  folder: string,
): StarterDifferences {
  const starters = written.map(({ lesson, source }): [string, string] => [
    notebookPath(lesson),
    notebookText(buildNotebook(source, lesson, curriculum, "starter")),
  ]);
  const ids = new Set(written.map(({ lesson }) => lesson.id));
  const wanted = new Map([
    ...starters,
    ...curriculumPages(curriculum, ids),
    ["notebooks/curriculum.json", curriculumText({ curriculum, written })],
  ]);
  const isAsWanted = (file: string, text: string): boolean =>
    existsSync(path.join(folder, file)) && readFileSync(path.join(folder, file), "utf8") === text;
  return {
    changed: new Map([...wanted].filter(([file, text]) => !isAsWanted(file, text))),
    stray: globSync("notebooks/[0-9][0-9]-*/day-*.ipynb", { cwd: folder }).filter(
      (file) => !wanted.has(file),
    ),
  };
}
