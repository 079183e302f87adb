import { cellName } from "../run/judge.ts";
import type { LessonRun } from "../run/run-lesson.ts";

/** `test-accuracy 0.958, rows 344` */
export function outcomeText(run: LessonRun): string {
  return run.outcomes
    .map(({ metric, value, status }) => {
      const shown =
        typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);
      return `${metric} ${shown}${status === "met" ? "" : ` (${status})`}`;
    })
    .join(", ");
}

/** One row a run, with aligned columns. */
export function summaryTable(runs: readonly LessonRun[]): string {
  const rows = runs.map((run) => [
    run.id,
    run.variant,
    run.problems.length > 0 ? "FAILED" : run.cached ? "unchanged" : "passed",
    run.seconds.toFixed(1),
    String(run.megabytes),
    `${Math.ceil(run.size.text / 1000)} + ${Math.ceil(run.size.images / 1000)}`,
    outcomeText(run),
  ]);
  const table = [
    ["lesson", "variant", "result", "seconds", "MB", "kB + images", "outcome"],
    ...rows,
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Every problem of a run, and the code and the error of the cell that stopped it. */
export function failureText(run: LessonRun): string {
  const lines = [`${run.id} ${run.variant}`, ...run.problems.map((problem) => `  ✗ ${problem}`)];
  const index = run.failure?.cell ?? undefined;
  const cell = index === undefined ? undefined : run.notebook.cells[index];
  if (index !== undefined && cell?.cell_type === "code") {
    const code = cell.source.join("").split("\n");
    lines.push("", `  ${cellName(run.notebook, index)}:`, ...code.map((line) => `  │ ${line}`));
    for (const output of cell.outputs) {
      if (output.output_type === "error") {
        lines.push(
          "",
          ...output.traceback
            .join("\n")
            .split("\n")
            .map((line) => `  ${line}`),
        );
      }
    }
  }
  return lines.join("\n");
}
