import type { NotebookPanel } from "@jupyterlab/notebook";

export interface LessonMetadata {
  readonly lesson: string;
  /** Ids, in the order of the lesson. */
  readonly exercises: readonly string[];
}

/** What a notebook says of itself: `"daylab": {"lesson": "day-001", "exercises": [...]}`. */
export function lessonOf(panel: NotebookPanel): LessonMetadata | undefined {
  const value: unknown = panel.context.model?.getMetadata("daylab");
  const { lesson, exercises } = (value ?? {}) as { lesson?: unknown; exercises?: unknown };
  if (typeof lesson !== "string" || lesson === "") return undefined;
  const ids = Array.isArray(exercises) ? exercises.filter((each) => typeof each === "string") : [];
  return { lesson, exercises: ids };
}
