import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../client/environment.ts";

/** A cell of a notebook file, and what it put out. */
export interface NotebookCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly metadata: Record<string, unknown>;
  readonly outputs: readonly Record<string, unknown>[];
}

/** Writes a notebook for our kernel into a new folder. The first cell may be tagged `parameters`. */
export function writeNotebook(sources: readonly string[], tags: readonly string[] = []): string {
  const cells = sources.map((source, i) => ({
    ...{ cell_type: "code", id: `cell-${i}`, execution_count: null, outputs: [], source },
    metadata: i === 0 && tags.length > 0 ? { tags } : {},
  }));
  const language_info = { name: "typescript" };
  const kernelspec = {
    name: "daylab",
    display_name: "TypeScript (Daylab)",
    language: "typescript",
  };
  const path = join(temporaryFolder(), "notebook.ipynb");
  const metadata = { kernelspec, language_info };
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }));
  return path;
}

export function readCells(path: string): NotebookCell[] {
  return (JSON.parse(readFileSync(path, "utf8")) as { cells: NotebookCell[] }).cells;
}

/** A text as notebook files hold it: whole or in lines. */
export const joined = (text: unknown): string => [text].flat().join("");

/** The plain text of a cell's result. */
export function resultOf({ outputs }: NotebookCell): string | undefined {
  const result = outputs.find(({ output_type }) => output_type === "execute_result");
  const data = result?.data as Record<string, unknown> | undefined;
  return data && joined(data["text/plain"]);
}
