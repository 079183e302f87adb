import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { Dialog, ICommandPalette, Notification, showDialog } from "@jupyterlab/apputils";
import { ITranslator } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { writeBundle } from "../core/index.ts";
import type { Translator } from "../core/index.ts";
import { translatorOf } from "../language/index.ts";
import { IProgress } from "../progress/tokens.ts";
import { today } from "../ui/dates.ts";
import { element } from "../ui/element.ts";
import { download, pickFile } from "../ui/files.ts";
import { planBackup, type BackupPlan } from "./import-plan.ts";

/** Everything that was recorded as one file, and back: for a backup or another machine. */
export const backupPlugin: JupyterFrontEndPlugin<void> = {
  id: "@daylab/labextension:backup",
  description: "Exports and imports a learner's progress and journal as one file.",
  autoStart: true,
  requires: [IProgress],
  optional: [ITranslator, ICommandPalette],
  activate: (
    { commands }: JupyterFrontEnd,
    progress: IProgress,
    translator: ITranslator | null,
    palette: ICommandPalette | null,
  ) => {
    const trans = translatorOf(translator ?? undefined);
    commands.addCommand("daylab:export-all", {
      label: trans.__("Export Progress and Journal…"),
      caption: trans.__("Saves everything that was recorded as one file on this computer"),
      execute: async () => {
        await progress.ready;
        const text = writeBundle(progress.store.documents());
        download(`daylab-progress-${today()}.json`, "application/json", text);
      },
    });
    commands.addCommand("daylab:import-all", {
      label: trans.__("Import Progress and Journal…"),
      caption: trans.__("Adds what an exported file has and is not here yet"),
      execute: async () => {
        const file = await pickFile(".json,application/json");
        if (file) await importAll(progress, file.name, file.text, trans);
      },
    });
    for (const command of ["daylab:export-all", "daylab:import-all"])
      palette?.addItem({ command, category: trans.__("Daylab") });
  },
};

async function importAll(
  progress: IProgress,
  name: string,
  text: string,
  trans: Translator,
): Promise<void> {
  await progress.ready;
  const { store } = progress;
  const plan = planBackup(text, store.state.records, trans);
  const go = plan.records.length > 0;
  const { button } = await showDialog({
    title: trans.__("Import %1", name),
    body: new Widget({ node: planElement(plan, trans) }),
    buttons: [
      Dialog.cancelButton({ label: go ? trans.__("Cancel") : trans.__("Close") }),
      ...(go ? [Dialog.okButton({ label: trans.__("Import") })] : []),
    ],
  });
  if (!go || !button.accept) return;
  const kept = await store.addRecords(plan.records);
  const done = trans._n("%1 record imported", "%1 records imported", plan.records.length);
  if (kept === "file") Notification.success(done, { autoClose: 5000 });
  else Notification.warning(`${done}. ${trans.__("They are not on the server yet.")}`);
}

function planElement({ records, known, problems }: BackupPlan, trans: Translator): HTMLElement {
  const lines = [
    trans._n("%1 new record", "%1 new records", records.length),
    trans._n("%1 record is already here", "%1 records are already here", known),
    ...problems,
  ];
  const items = lines.map((words) => element("li", {}, words));
  const promise = trans.__("Nothing that is here is changed or removed.");
  return element("div", {}, element("ul", {}, ...items), element("p", {}, promise));
}
