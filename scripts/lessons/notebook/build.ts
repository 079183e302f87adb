import type { Curriculum, CurriculumLesson } from "../curriculum/curriculum.ts";
import { isExerciseCell } from "../source/exercises.ts";
import { regions } from "../source/regions.ts";
import type { LessonSource, SourceCell } from "../source/types.ts";
import { headerLines } from "./header.ts";
import type { Notebook, NotebookCell, Variant } from "./types.ts";

/** One cell of a variant: which source cell it comes from, and which face of it shows. */
interface Part {
  readonly cell: SourceCell;
  readonly face: "starter" | "solution";
  readonly id: string;
}

/**
 * Makes one variant of a lesson, without outputs. Cell ids are `day-001-cell-01` counted over the
 * starter's cells, so that the same cell has the same id in every variant; what only the wrong
 * variant has is counted as `day-001-wrong-01`.
 */
export function buildNotebook(
  source: LessonSource,
  lesson: CurriculumLesson,
  curriculum: Curriculum,
  variant: Variant,
): Notebook {
  const cells = parts(source, variant).map(({ cell, face, id }): NotebookCell => {
    const text =
      cell.kind === "header"
        ? [...headerLines(lesson, curriculum, cell.minutes!), "", ...cell.text]
        : cell.kind === "code"
          ? regions(cell.text)[face]
          : cell.text;
    const lines = text.map((line, index) => (index < text.length - 1 ? `${line}\n` : line));
    const metadata = cellMetadata(cell);
    return cell.kind === "code"
      ? { cell_type: "code", execution_count: null, id, metadata, outputs: [], source: lines }
      : { cell_type: "markdown", id, metadata, source: lines };
  });
  return {
    cells,
    metadata: {
      daylab: {
        exercises: source.cells.filter(isExerciseCell).map((cell) => cell.exercise!),
        lesson: lesson.id,
      },
      kernelspec: { display_name: "TypeScript (Daylab)", language: "typescript", name: "daylab" },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/** The notebook's bytes: keys sorted and one space of indent, as Jupyter itself saves it. */
export function notebookText(notebook: Notebook): string {
  return `${JSON.stringify(sorted(notebook), undefined, 1)}\n`;
}

function parts(source: LessonSource, variant: Variant): Part[] {
  const numbered = source.cells
    .filter((cell) => !cell.tags.includes("test-wrong"))
    .map((cell, index) => ({ cell, id: `${source.id}-cell-${twoDigits(index + 1)}` }));
  if (variant !== "wrong") return numbered.map((each) => ({ ...each, face: variant }));
  const lastCheck = numbered.findLastIndex(({ cell }) => cell.tags.includes("check"));
  let extra = 0;
  const extraId = (): string => `${source.id}-wrong-${twoDigits(++extra)}`;
  return numbered
    .slice(0, lastCheck + 1)
    .filter(({ cell }) => !cell.tags.includes("outcome"))
    .flatMap(({ cell, id }): Part[] => {
      const own: Part = { cell, face: "starter", id };
      if (!isExerciseCell(cell)) return [own];
      const of = (tag: "check" | "test-wrong"): SourceCell[] =>
        source.cells.filter((each) => each.exercise === cell.exercise && each.tags.includes(tag));
      const attempts = of("test-wrong").flatMap((wrong) =>
        [wrong, ...of("check")].map((each): Part => ({
          cell: each,
          face: "starter",
          id: extraId(),
        })),
      );
      return [own, ...attempts, { cell, face: "solution", id: extraId() }];
    });
}

function cellMetadata(cell: SourceCell): NotebookCell["metadata"] {
  const tags = [
    ...(isExerciseCell(cell) ? ["exercise"] : []),
    ...cell.tags.filter((tag) => tag !== "notebook-only"),
  ];
  return {
    ...(cell.exercise === undefined ? {} : { daylab: { exercise: cell.exercise } }),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
