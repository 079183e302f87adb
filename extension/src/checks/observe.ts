import type { CodeCell } from "@jupyterlab/cells";
import { NotebookActions, type INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import type { KernelMessage } from "@jupyterlab/services";
import type { IProgress } from "../progress/tokens.ts";
import { idsIn, recordsIn, type Bundle, type Published } from "./published.ts";

/**
 * Records checks and outcomes as they come from the kernel. Messages of the kernel are heard whoever
 * asked for the run, so that a check that ends after the page was loaded anew, or that another tab
 * started, counts too. The outputs of a run that JupyterLab reports are read as well. The attempt's
 * id makes one record of what is seen more than once. Outputs that are there on opening are noted,
 * never recorded.
 */
export function observeChecks(progress: IProgress, notebooks: INotebookTracker): void {
  const present = new Set<string>();

  const record = (found: readonly Published[]): void => {
    if (found.length === 0) return;
    void progress.ready.then(async () => {
      for (const each of found) {
        if (each.kind === "check") void progress.store.addCheck(each.record);
        else void progress.store.addOutcome(each.record);
      }
    });
  };

  notebooks.widgetAdded.connect((_, panel: NotebookPanel) => {
    panel.sessionContext.iopubMessage.connect((_, message) => {
      const data = dataOf(message);
      if (data !== undefined) record(recordsIn(data));
    });
    void panel.context.ready.then(() => {
      for (const bundle of outputsOf(panel)) for (const id of idsIn(bundle)) present.add(id);
    });
  });

  NotebookActions.executed.connect((_, { cell }) => {
    if (cell.model.type !== "code") return;
    for (const bundle of outputsIn(cell as CodeCell)) {
      record(recordsIn(bundle).filter((each) => !present.has(each.record.attempt)));
    }
  });
}

const withData = ["display_data", "execute_result", "update_display_data"];

function dataOf(message: KernelMessage.IMessage): Bundle | undefined {
  if (!withData.includes(message.header.msg_type)) return undefined;
  return (message.content as { data?: Bundle }).data;
}

function outputsIn(cell: CodeCell): Bundle[] {
  const { outputs } = cell.model;
  return Array.from({ length: outputs.length }, (_, i) => outputs.get(i).data);
}

/** From the document, since cells out of sight have no widget yet. */
function outputsOf(panel: NotebookPanel): Bundle[] {
  const { cells } = panel.context.model.toJSON() as { cells?: readonly unknown[] };
  return (cells ?? []).flatMap((cell) => {
    const { outputs = [] } = cell as { outputs?: readonly { data?: Bundle }[] };
    return outputs.flatMap(({ data }) => (data === undefined ? [] : [data]));
  });
}
