/** The tags a cell of a lesson source may carry. */
export const cellTags = [
  "setup",
  "check",
  "test-wrong",
  "outcome",
  "raises-exception",
  "notebook-only",
] as const;

export type CellTag = (typeof cellTags)[number];

export interface SourceCell {
  readonly kind: "header" | "markdown" | "code";
  /** 1-based line of the cell's `// %%` marker. */
  readonly line: number;
  /**
   * The cell's text without the blank lines around it: Markdown with its `// ` taken off, code as
   * it stands (a notebook-only cell with its `// ` taken off).
   */
  readonly text: readonly string[];
  readonly tags: readonly CellTag[];
  readonly exercise?: string;
  /** Minutes to read the lesson; on the header cell only. */
  readonly minutes?: number;
}

/** A lesson source, parsed. */
export interface LessonSource {
  /** `day-001` */
  readonly id: string;
  /** Path of lesson.ts, for messages. */
  readonly file: string;
  readonly cells: readonly SourceCell[];
}

/** What a lesson source has to be corrected for. */
export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** Thrown with everything that was found at once, one line each: `file:line: message. Remedy`. */
export class LessonSourceError extends Error {
  override readonly name = "LessonSourceError";
  readonly problems: readonly SourceProblem[];

  constructor(problems: readonly SourceProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message}. ${p.remedy}.`).join("\n"));
    this.problems = problems;
  }
}
