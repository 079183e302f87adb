import type { NotebookPanel } from "@jupyterlab/notebook";
import type { KernelMessage } from "@jupyterlab/services";
import type { Bundle } from "../checks/index.ts";
import type { Help } from "./help.ts";

/**
 * Runs the lesson's own `hint` or `solution` in the notebook's kernel, which publishes the record
 * that every call of it publishes, and hands back what was shown. It runs beside the cells: it has no
 * number and is not in the history, and it needs no name that a cell declared.
 *
 * @throws Error in the kernel's words where it failed, or where there is no kernel
 */
export async function askKernel(panel: NotebookPanel, help: Help): Promise<Bundle[]> {
  await panel.sessionContext.ready;
  const kernel = panel.sessionContext.session?.kernel;
  if (!kernel) throw new Error(`${panel.context.path} has no kernel.`);
  const shown: Bundle[] = [];
  const future = kernel.requestExecute({
    code: codeOf(help),
    ...{ silent: false, store_history: false, stop_on_error: false, allow_stdin: false },
  });
  future.onIOPub = (message) => {
    if (message.header.msg_type !== "display_data") return;
    shown.push((message as KernelMessage.IDisplayDataMsg).content.data);
  };
  const { content } = await future.done;
  if (content.status === "error") throw new Error(content.evalue);
  if (content.status !== "ok") throw new Error(content.status);
  return shown;
}

/** As the lesson's first cell has it; the lesson's session in the kernel is the same. */
function codeOf({ verb, lesson, exercise }: Help): string {
  const quoted = (text: string): string => JSON.stringify(text);
  return `(await (await import("daylab/check")).lesson(${quoted(lesson)})).${verb}(${quoted(exercise)});`;
}
