import path from "node:path";
import { notebookPath, type Curriculum, type CurriculumLesson } from "../curriculum/curriculum.ts";

/** Which lessons have a notebook. */
export type Written = ReadonlySet<CurriculumLesson["id"]>;

export interface TableOptions {
  /** Folder of the page, from which links start, relative to the repository. */
  readonly from: string;
  readonly written: Written;
}

/** A Markdown section for each track: its days, what they need, give and take. */
export function trackSections(curriculum: Curriculum, options: TableOptions): string[] {
  return curriculum.tracks.map(({ id, title }) => {
    const lessons = curriculum.lessons.filter((lesson) => lesson.track === id);
    const there = lessons.filter((lesson) => options.written.has(lesson.id)).length;
    return [
      `## ${title}`,
      "",
      `${there} of ${lessons.length} lessons are written.`,
      "",
      "| Day | Lesson | Needs | You reach | Seconds |",
      "|---:|:---|:---|:---|---:|",
      ...lessons.map((lesson) => row(lesson, options)),
      "",
    ].join("\n");
  });
}

function row(lesson: CurriculumLesson, { from, written }: TableOptions): string {
  const link = path.posix.relative(from, notebookPath(lesson));
  const title = written.has(lesson.id) ? `[${lesson.title}](${link})` : lesson.title;
  const needs = lesson.prerequisites.map((id) => Number(id.slice("day-".length)));
  const cells = [
    String(lesson.day),
    title,
    needs.join(", "),
    lesson.outcome,
    String(lesson.seconds ?? ""),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
