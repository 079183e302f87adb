import {
  checkMimeType,
  outcomeMimeType,
  type CheckRecord,
  type OutcomeRecord,
} from "daylab/check/records";
import type { Notebook } from "../notebook/types.ts";

export type CheckEntry = Pick<CheckRecord, "exercise" | "outcome" | "message">;
export type OutcomeEntry = Pick<OutcomeRecord, "metric" | "value" | "bounds" | "status">;

/** What `check` reported in an executed notebook, in order; hints and solutions are left out. */
export function checksIn(notebook: Notebook): CheckEntry[] {
  const records = outputsOf<CheckRecord>(notebook, checkMimeType);
  return records.filter((record) => record.event === "check");
}

/** What `outcome` reported in an executed notebook, in order. */
export function outcomesIn(notebook: Notebook): OutcomeEntry[] {
  return outputsOf<OutcomeRecord>(notebook, outcomeMimeType);
}

function outputsOf<T>(notebook: Notebook, mimeType: string): T[] {
  return notebook.cells.flatMap((cell) =>
    cell.cell_type === "code"
      ? cell.outputs.flatMap((output) =>
          "data" in output && mimeType in output.data ? (output.data[mimeType] as T) : [],
        )
      : [],
  );
}
