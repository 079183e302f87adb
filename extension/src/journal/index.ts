import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin,
} from "@jupyterlab/application";
import { Dialog, ICommandPalette, showDialog, WidgetTracker } from "@jupyterlab/apputils";
import { ITranslator } from "@jupyterlab/translation";
import { UUID } from "@lumino/coreutils";
import { languageOf, translatorOf } from "../language/index.ts";
import { IProgress } from "../progress/tokens.ts";
import { showWidget } from "../ui/show-widget.ts";
import { JournalWidget } from "./widget.ts";

/** The journal, as a tab of the main area that is there again after a reload. */
export const journalPlugin: JupyterFrontEndPlugin<void> = {
  id: "@daylab/labextension:journal",
  description: "A learner's journal: an entry a day, streak and calendar, Markdown in and out.",
  autoStart: true,
  requires: [IProgress],
  optional: [ITranslator, ICommandPalette, ILayoutRestorer, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    progress: IProgress,
    translator: ITranslator | null,
    palette: ICommandPalette | null,
    restorer: ILayoutRestorer | null,
    labShell: ILabShell | null,
  ) => {
    const trans = translatorOf(translator ?? undefined);
    const tracker = new WidgetTracker<JournalWidget>({ namespace: "daylab-journal" });
    const confirmRemoval = async (name: string): Promise<boolean> => {
      const { button } = await showDialog({
        title: trans.__("Delete this entry?"),
        body: name,
        buttons: [
          Dialog.cancelButton({ label: trans.__("Cancel") }),
          Dialog.warnButton({ label: trans.__("Delete") }),
        ],
      });
      return button.accept;
    };
    let widget: JournalWidget | undefined;
    app.commands.addCommand("daylab:journal", {
      label: trans.__("Journal"),
      caption: trans.__("Opens the journal at today's entry"),
      execute: async () => {
        await progress.ready;
        if (widget === undefined || widget.isDisposed) {
          const language = languageOf(translator ?? undefined);
          widget = new JournalWidget(progress, {
            store: progress.store,
            author: progress.author,
            trans,
            language,
            confirmRemoval,
            newId: () => UUID.uuid4(),
            // The curriculum may arrive after the journal was opened.
            get view() {
              return progress.view;
            },
          });
          widget.id = "daylab-journal";
          widget.title.label = trans.__("Journal");
          widget.title.closable = true;
        }
        if (!tracker.has(widget)) await tracker.add(widget);
        showWidget(app.shell, labShell, widget);
      },
    });
    palette?.addItem({ command: "daylab:journal", category: trans.__("Daylab") });
    if (restorer)
      void restorer.restore(tracker, { command: "daylab:journal", name: () => "journal" });
  },
};
