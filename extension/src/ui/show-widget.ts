import type { ILabShell, JupyterFrontEnd } from "@jupyterlab/application";
import type { Widget } from "@lumino/widgets";

/**
 * Puts a widget that has an id in front: in a tab of JupyterLab's main area, elsewhere in the right
 * sidebar. Notebook 7 has room for one document and takes no other widget there, without a word.
 */
export function showWidget(
  shell: JupyterFrontEnd.IShell,
  labShell: ILabShell | null,
  widget: Widget,
): void {
  if (!widget.isAttached) shell.add(widget, labShell === null ? "right" : "main");
  shell.activateById(widget.id);
}
