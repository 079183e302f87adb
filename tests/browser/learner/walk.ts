import type { WrittenLesson } from "../../../scripts/lessons/source/load.ts";
import { isExerciseCell } from "../../../scripts/lessons/source/exercises.ts";
import { regions } from "../../../scripts/lessons/source/regions.ts";

/** One cell of the starter notebook, and what a learner does there. */
export interface Step {
  /** What is written into the cell before it runs; nothing: it runs as it is. */
  readonly text?: string;
  /** On a check: where the answer stands, and the right one. */
  readonly check?: { readonly answerAt: number; readonly right: string };
  /** Worth a picture: the cells that draw. */
  readonly picture: boolean;
}

/** A learner's way through a lesson: each exercise with its first wrong answer, then with the solution. */
export function answersOf({ source }: WrittenLesson): Step[] {
  const cells = source.cells.filter(({ tags }) => !tags.includes("test-wrong"));
  return cells.map((cell) => {
    const of = (tag: "check" | "test-wrong") =>
      source.cells.find((each) => each.exercise === cell.exercise && each.tags.includes(tag));
    const picture = /^(display\()?(plot\.)?(line|bar|scatter|image|heatmap|strip|hist)/m.test(
      cell.text.join("\n"),
    );
    if (isExerciseCell(cell)) {
      const starter = regions(cell.text).starter.join("\n");
      return { text: `${starter}\n${of("test-wrong")!.text.join("\n")}`, picture: false };
    }
    if (!cell.tags.includes("check")) return { picture };
    const answerAt = cells.findIndex(
      (each) => isExerciseCell(each) && each.exercise === cell.exercise,
    );
    const right = regions(cells[answerAt].text).solution.join("\n");
    return { check: { answerAt, right }, picture: false };
  });
}
