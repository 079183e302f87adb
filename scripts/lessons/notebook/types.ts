/** The three notebooks made from one lesson source. */
export const variants = ["starter", "wrong", "solution"] as const;

export type Variant = (typeof variants)[number];

/** A notebook as nbformat 4.5 stores it, as far as lessons use it. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: {
    readonly kernelspec: { display_name: string; language: string; name: string };
    readonly language_info: { name: string; file_extension: string; mimetype: string };
    /** Of a lesson's notebook. */
    readonly daylab?: LessonMetadata;
  };
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
}

/** What the notebook says of its lesson to programs. */
export interface LessonMetadata {
  readonly lesson: string;
  readonly exercises: readonly string[];
}

export type NotebookCell = MarkdownCell | CodeCell;

export interface MarkdownCell {
  readonly cell_type: "markdown";
  readonly id: string;
  readonly metadata: CellMetadata;
  readonly source: readonly string[];
}

export interface CodeCell {
  readonly cell_type: "code";
  readonly execution_count: number | null;
  readonly id: string;
  readonly metadata: CellMetadata;
  readonly outputs: readonly NotebookOutput[];
  readonly source: readonly string[];
}

export interface CellMetadata {
  readonly tags?: readonly string[];
  readonly daylab?: { readonly exercise: string };
}

export type NotebookOutput =
  | { readonly output_type: "stream"; readonly name: string; readonly text: string | string[] }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    }
  | {
      readonly output_type: "display_data" | "execute_result";
      readonly data: Readonly<Record<string, unknown>>;
    };
