import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin,
} from "@jupyterlab/application";
import { ICommandPalette, IToolbarWidgetRegistry } from "@jupyterlab/apputils";
import { ILauncher } from "@jupyterlab/launcher";
import { INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import { IStatusBar } from "@jupyterlab/statusbar";
import { helpCommands } from "../help/index.ts";
import { lessonCommands, lessonOf } from "../lessons/index.ts";
import { ProgressPanel } from "../panel/index.ts";
import type { Progress } from "../progress/progress.ts";
import { IProgress } from "../progress/tokens.ts";
import { ChecksBadge } from "./checks-badge.ts";
import { openFromAddress } from "./from-address.ts";
import { progressIcon } from "./icon.ts";
import { StatusItem } from "./status-item.ts";

export const showCommand = "daylab:show-progress";
const syncCommand = "daylab:sync-progress";

/** What is seen of the progress: panel, status bar, toolbar, launcher, palette. */
export const shellPlugin: JupyterFrontEndPlugin<void> = {
  id: "@daylab/labextension:shell",
  description: "Shows a learner's progress in JupyterLab.",
  autoStart: true,
  requires: [IProgress],
  optional: [
    ILayoutRestorer,
    ICommandPalette,
    ILauncher,
    IStatusBar,
    IToolbarWidgetRegistry,
    INotebookTracker,
  ],
  activate: (
    app: JupyterFrontEnd,
    provided: IProgress,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    statusBar: IStatusBar | null,
    toolbars: IToolbarWidgetRegistry | null,
    notebooks: INotebookTracker | null,
  ) => {
    const progress = provided as Progress;
    const { trans } = progress;
    const panel = new ProgressPanel(progress, {
      open: (id) => void progress.openLesson(id),
      help: (verb, lesson, exercise) =>
        void app.commands.execute(helpCommands[verb], { lesson, exercise }),
    });
    panel.title.icon = progressIcon;
    app.shell.add(panel, "left", { rank: 150, type: "Daylab" });
    restorer?.add(panel, panel.id);
    const show = (): void => void app.commands.execute(showCommand);

    app.commands.addCommand(showCommand, {
      label: trans.__("Show Daylab Progress"),
      caption: trans.__("Lessons, exercises and what is next"),
      icon: progressIcon,
      describedBy: { args: { type: "object", properties: {} } },
      execute: () => app.shell.activateById(panel.id),
    });
    app.commands.addCommand(syncCommand, {
      label: trans.__("Read Progress Files Again"),
      describedBy: { args: { type: "object", properties: {} } },
      execute: async () => {
        await progress.ready;
        await progress.store.sync();
      },
    });
    for (const command of [showCommand, ...Object.values(lessonCommands), syncCommand]) {
      if (command !== lessonCommands.open) palette?.addItem({ command, category: "Daylab" });
    }
    // Enabled are these by what is known of the lessons.
    progress.changed.connect(() => {
      for (const command of Object.values(lessonCommands))
        app.commands.notifyCommandChanged(command);
    });

    void openFromAddress(app, progress, showCommand);

    launcher?.add({ command: lessonCommands.continue, category: "Daylab", rank: 1 });
    launcher?.add({ command: showCommand, category: "Daylab", rank: 2 });
    statusBar?.registerStatusItem("@daylab/labextension:status", {
      item: new StatusItem(progress, show),
      align: "left",
      rank: 90,
    });
    toolbars?.addFactory<NotebookPanel>(
      "Notebook",
      "daylab-checks",
      (notebook) => new ChecksBadge(progress, notebook, show),
    );
    notebooks?.currentChanged.connect((_, notebook) => {
      if (notebook === null) return panel.setCurrent(undefined);
      void Promise.all([notebook.context.ready, progress.ready]).then(() => {
        if (notebooks.currentWidget === notebook) panel.setCurrent(lessonOf(notebook)?.lesson);
      });
    });
  },
};
