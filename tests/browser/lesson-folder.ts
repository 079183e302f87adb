import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Day 1, from the folder of the curriculum or of the working copies. */
export const dayOne = "01-setup-numerics/day-001-hello-notebook.ipynb";

/** The first cell of a lesson, and what passes its first exercise. */
export const begin =
  'const { check, hint, solution } = await (await import("daylab/check")).lesson("day-001");';
export const pass = "const greet = (name, day) => `Hello, ${name}! This is day ${day}.`;";

/** A lesson of few cells under Day 1's name; its checks are Day 1's own. */
export function notebook(sources: readonly string[], outputs: readonly unknown[] = []): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      daylab: { lesson: "day-001", exercises: ["greeting", "table", "median"] },
      kernelspec: { name: "daylab", display_name: "TypeScript (Daylab)", language: "typescript" },
    },
    cells: sources.map((source, i) => ({
      ...{ cell_type: "code", id: `cell-${i}`, metadata: {}, execution_count: null, source },
      outputs: i === sources.length - 1 ? outputs : [],
    })),
  });
}

/** A server's root: the curriculum as committed, and Day 1 of few cells. */
export function makeFolder(lesson: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-progress-"));
  mkdirSync(path.join(folder, "notebooks", path.dirname(dayOne)), { recursive: true });
  cpSync(
    path.join(root, "notebooks/curriculum.json"),
    path.join(folder, "notebooks/curriculum.json"),
  );
  writeFileSync(path.join(folder, "notebooks", dayOne), lesson);
  return folder;
}
