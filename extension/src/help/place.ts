import type { CodeCellModel } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { recordsIn, type Bundle } from "../checks/index.ts";
import type { Help } from "./help.ts";

/** The code cells of a notebook, also those out of sight. */
function codeCells(panel: NotebookPanel): { cell: CodeCellModel; index: number }[] {
  const cells = panel.content.model?.cells;
  return Array.from({ length: cells?.length ?? 0 }, (_, index) => ({
    cell: cells?.get(index) as CodeCellModel,
    index,
  })).filter(({ cell }) => cell.type === "code");
}

/** Where help goes: the cell in which the node stands, else the one that checks the exercise. */
export function placeOf(panel: NotebookPanel, { exercise }: Help, at?: Node): number | undefined {
  const under = panel.content.widgets.findIndex(
    (each) => at !== undefined && each.node.contains(at),
  );
  if (under >= 0) return under;
  const id = exercise.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const call = new RegExp(`\\bcheck\\(\\s*(["'\`])${id}\\1`);
  const cells = codeCells(panel);
  const checking = cells.find(({ cell }) => call.test(cell.sharedModel.getSource()));
  return (checking ?? cells.find(({ cell }) => checkedIn(cell).includes(exercise)))?.index;
}

/** Puts help under the outputs of a cell. */
export function showUnder(panel: NotebookPanel, index: number, bundles: readonly Bundle[]): void {
  const cell = panel.content.model?.cells.get(index) as CodeCellModel | undefined;
  if (cell?.type === "code") add(cell, bundles);
}

function add(cell: CodeCellModel, bundles: readonly Bundle[]): void {
  for (const data of bundles) {
    cell.outputs.add({ output_type: "display_data", data: { ...data }, metadata: {} } as Output);
  }
}

type Output = Parameters<CodeCellModel["outputs"]["add"]>[0];

function bundlesOf({ outputs }: CodeCellModel): Bundle[] {
  return Array.from({ length: outputs.length }, (_, i) => outputs.get(i).data);
}

/** The exercises that the cell's outputs check. */
function checkedIn(cell: CodeCellModel, passed = true): string[] {
  return bundlesOf(cell)
    .flatMap(recordsIn)
    .flatMap(({ kind, record }) =>
      kind === "check" && record.event === "check" && (passed || record.outcome !== "PASS")
        ? [record.exercise]
        : [],
    );
}

/** The help in a cell's outputs that stands there beside a check of the same exercise. */
export function helpIn(cell: CodeCellModel): Bundle[] {
  const exercises = checkedIn(cell);
  return bundlesOf(cell).filter((bundle) => isHelpFor(bundle, exercises));
}

/** A check that failed again keeps the help that stood under it; it was paid for. */
export function keepHelp(cell: CodeCellModel, help: readonly Bundle[]): void {
  const open = checkedIn(cell, false);
  add(
    cell,
    help.filter((bundle) => isHelpFor(bundle, open)),
  );
}

function isHelpFor(bundle: Bundle, exercises: readonly string[]): boolean {
  return recordsIn(bundle).some(
    ({ kind, record }) =>
      kind === "check" && record.event !== "check" && exercises.includes(record.exercise),
  );
}
