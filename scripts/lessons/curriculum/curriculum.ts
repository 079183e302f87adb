import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A bar that a lesson's outcome must clear; exactly one of the three bounds is there. */
export interface OutcomeBound {
  readonly metric: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly equals?: number;
  /** What `npm run calibrate` measured for it. */
  readonly calibrated?: { readonly seeds: number; readonly worst: number; readonly best: number };
}

export interface Track {
  /** Name of its folder under notebooks/, such as `01-setup-numerics`. */
  readonly id: string;
  readonly title: string;
}

export interface CurriculumLesson {
  /** `day-001` */
  readonly id: string;
  readonly day: number;
  readonly slug: string;
  readonly title: string;
  readonly track: string;
  readonly prerequisites: readonly string[];
  readonly data: string;
  readonly method: string;
  readonly exercises: readonly string[];
  /** Their ids in the notebook, once the lesson is written; `generate.ts` writes them. */
  readonly exerciseIds?: readonly string[];
  /** What is reached, in words. */
  readonly outcome: string;
  /** The same for a program, once the lesson is written. */
  readonly outcomes?: readonly OutcomeBound[];
  /** Measured time of the solution variant on 2 cores, kernel start included. */
  readonly seconds?: number;
}

export interface Curriculum {
  readonly version: 1;
  readonly tracks: readonly Track[];
  readonly lessons: readonly CurriculumLesson[];
}

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

export const curriculumFile = path.join(root, "notebooks/curriculum.json");

export function readCurriculum(file = curriculumFile): Curriculum {
  return JSON.parse(readFileSync(file, "utf8")) as Curriculum;
}

/** `notebooks/01-setup-numerics/day-001-hello-notebook.ipynb`, relative to the repository. */
export function notebookPath(lesson: CurriculumLesson): string {
  return path.join("notebooks", lesson.track, `${lesson.id}-${lesson.slug}.ipynb`);
}
