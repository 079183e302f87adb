import { findExercises, isExerciseCell, type CheckSummary } from "./exercises.ts";
import { regions } from "./regions.ts";
import type { LessonSource, SourceCell, SourceProblem } from "./types.ts";

const longestCell = 25;
const longestLine = 100;

/** The sections every lesson has, and how many of what each must hold. */
const sections = [
  { heading: "Why this matters" },
  { heading: "Predict first" },
  { heading: "The data" },
  { heading: "Summary", pattern: /^\s*(?:[-*]|\d+\.) /gm, what: "list items", least: 5 },
  { heading: "Questionnaire", pattern: /<details>/g, what: "<details> answers", least: 5 },
  { heading: "Going further", pattern: /^\s*(?:[-*]|\d+\.) /gm, what: "list items", least: 2 },
];

/** Everything in which a lesson falls short of the standard that a program can see. */
export function standardProblems(lesson: LessonSource, checks: CheckSummary): SourceProblem[] {
  const problem = (line: number, message: string, remedy: string): SourceProblem => ({
    file: lesson.file,
    line,
    message,
    remedy,
  });
  const { problems, exercises } = findExercises(lesson, checks);
  const found = [...problems];
  if (lesson.cells[0]?.kind !== "header") {
    found.push(
      problem(1, "the first cell is not the header", "Begin with // %% [header] minutes=10"),
    );
  }
  for (const cell of lesson.cells.slice(1).filter((each) => each.kind === "header")) {
    found.push(problem(cell.line, "a second header", "Make it // %% [markdown]"));
  }
  if (problems.length === 0 && (exercises.length < 2 || exercises.length > 4)) {
    found.push(problem(1, `${exercises.length} exercises`, "A lesson has 2 to 4"));
  }
  if (!lesson.cells.some((cell) => cell.tags.includes("outcome"))) {
    found.push(problem(1, "no outcome cell", 'Add // %% tags=["outcome"] with outcome(…)'));
  }
  for (const cell of lesson.cells.filter((each) => each.kind === "code")) {
    const { solution, count } = regions(cell.text);
    if (count > 0 && !isExerciseCell(cell)) {
      const remedy = 'Write exercise="its id" on the cell';
      found.push(problem(cell.line, "a solution region outside an exercise cell", remedy));
    }
    const lines = solution.filter((line) => line.trim() !== "").length;
    if (lines > longestCell) {
      found.push(
        problem(cell.line, `a cell of ${lines} lines`, `Split it: at most ${longestCell}`),
      );
    }
    if (!cell.tags.includes("notebook-only") && /^(?:[[(`+-]|\/[^/*])/.test(cell.text[0])) {
      const message = `a cell that begins with ${cell.text[0][0]}`;
      found.push(
        problem(cell.line, message, "It would go on the line above: name the value first"),
      );
    }
    const wide = cell.text.find((line) => line.length > longestLine);
    if (wide !== undefined) {
      const message = `a line of ${wide.length} characters in the cell`;
      found.push(problem(cell.line, message, `Break it: at most ${longestLine}`));
    }
  }
  return [...found, ...sectionProblems(lesson, problem)];
}

function sectionProblems(
  lesson: LessonSource,
  problem: (line: number, message: string, remedy: string) => SourceProblem,
): SourceProblem[] {
  return sections.flatMap(({ heading, pattern, what, least }) => {
    const start = lesson.cells.findIndex((cell) => hasHeading(cell, heading));
    const cell = lesson.cells[start];
    if (!cell)
      return problem(1, `no section "${heading}"`, `Add a Markdown cell with ## ${heading}`);
    if (!pattern) return [];
    // A section may go on over several cells; it ends where the next heading of its level stands.
    const rest = lesson.cells.slice(start).filter((each) => each.kind === "markdown");
    const text = rest.flatMap((each) => each.text).join("\n");
    const section = text.slice(text.indexOf(`## ${heading}`) + 3).split(/^## /m)[0];
    const count = section.match(pattern)?.length ?? 0;
    return count >= least
      ? []
      : problem(cell.line, `"${heading}" has ${count} ${what}`, `Give it at least ${least}`);
  });
}

function hasHeading(cell: SourceCell, heading: string): boolean {
  return cell.kind === "markdown" && cell.text.includes(`## ${heading}`);
}
