import { regions } from "./regions.ts";
import type { LessonSource, SourceCell, SourceProblem } from "./types.ts";

/** The cells that make one exercise. */
export interface Exercise {
  readonly id: string;
  readonly cell: SourceCell;
  readonly check: SourceCell;
  readonly wrong: readonly SourceCell[];
}

/** What a lesson's checks.ts knows of an exercise, as far as the tooling needs it. */
export type CheckSummary = ReadonlyMap<string, { readonly hints: number }>;

/** A cell that holds (part of) the exercise itself: neither its check nor a wrong answer. */
export function isExerciseCell(cell: SourceCell): boolean {
  return (
    cell.exercise !== undefined && !cell.tags.includes("check") && !cell.tags.includes("test-wrong")
  );
}

/**
 * The exercises of a lesson in their order, and what is wrong with them. An exercise that lacks a
 * cell is only among the problems.
 */
export function findExercises(
  lesson: LessonSource,
  checks: CheckSummary,
): { exercises: readonly Exercise[]; problems: readonly SourceProblem[] } {
  const problems: SourceProblem[] = [];
  const report = (line: number, message: string, remedy: string): void => {
    problems.push({ file: lesson.file, line, message, remedy });
  };
  const ids = [...new Set(lesson.cells.flatMap((cell) => cell.exercise ?? []))];
  const exercises = ids.flatMap((id) => {
    const own = lesson.cells.filter((cell) => cell.exercise === id);
    const line = own[0].line;
    const of = (
      test: (cell: SourceCell) => boolean,
      what: string,
      marker: string,
    ): SourceCell[] => {
      const found = own.filter(test);
      if (found.length === 0)
        report(line, `exercise "${id}" has no ${what}`, `Add // %% ${marker}`);
      return found;
    };
    const only = (found: SourceCell[], what: string): void => {
      if (found.length > 1) report(found[1].line, `a second ${what} of "${id}"`, "Keep one");
    };
    const cells = of(isExerciseCell, "exercise cell", `exercise="${id}"`);
    const check = of(
      (c) => c.tags.includes("check"),
      "check cell",
      `tags=["check"] exercise="${id}"`,
    );
    const wrong = of(
      (c) => c.tags.includes("test-wrong"),
      "wrong answer",
      `tags=["test-wrong"] exercise="${id}"`,
    );
    only(cells, "exercise cell");
    only(check, "check cell");
    if (cells[0] && regions(cells[0].text).count === 0) {
      report(
        cells[0].line,
        `exercise "${id}" has no solution region`,
        "Add // --- solution … // --- end",
      );
    }
    const early = [...check, ...wrong].find((cell) => cells[0] && cell.line < cells[0].line);
    if (early) report(early.line, `before the exercise cell of "${id}"`, "Move it below");
    if (check[0] && !new RegExp(`\\bcheck\\(\\s*["']${id}["']`).test(check[0].text.join("\n"))) {
      report(check[0].line, `the check cell does not check "${id}"`, `Call check("${id}", …)`);
    }
    reportHints(id, line, checks, report);
    return cells[0] && check[0] ? [{ id, cell: cells[0], check: check[0], wrong }] : [];
  });
  for (const id of checks.keys()) {
    if (!ids.includes(id))
      report(1, `checks.ts has "${id}", lesson.ts does not`, "Use one id in both");
  }
  return { exercises, problems };
}

function reportHints(
  id: string,
  line: number,
  checks: CheckSummary,
  report: (line: number, message: string, remedy: string) => void,
): void {
  const entry = checks.get(id);
  if (!entry) report(line, `checks.ts has no entry for exercise "${id}"`, "Add it to defineChecks");
  else if (entry.hints < 2) {
    const has = entry.hints === 1 ? "1 hint" : "no hints";
    report(
      line,
      `exercise "${id}" has ${has} in checks.ts`,
      "Give at least 2, from vague to plain",
    );
  }
}
