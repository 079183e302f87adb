import {
  ILabShell,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin,
} from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { ITranslator } from "@jupyterlab/translation";
import { languageOf, translatorOf } from "../language/index.ts";
import { IProgress } from "../progress/tokens.ts";
import { showWidget } from "../ui/show-widget.ts";
import { TeacherWidget } from "./widget.ts";

/** The teacher's view, as a tab of the main area. */
export const teacherPlugin: JupyterFrontEndPlugin<void> = {
  id: "@daylab/labextension:teacher",
  description: "Shows a class from a folder of its progress files.",
  autoStart: true,
  requires: [IProgress],
  optional: [ITranslator, ICommandPalette, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    progress: IProgress,
    translator: ITranslator | null,
    palette: ICommandPalette | null,
    labShell: ILabShell | null,
  ) => {
    const trans = translatorOf(translator ?? undefined);
    const language = languageOf(translator ?? undefined);
    const { commands, shell, serviceManager } = app;
    let widget: TeacherWidget | undefined;
    commands.addCommand("daylab:teacher", {
      label: trans.__("Class Overview"),
      caption: trans.__("Shows who is where and which exercises fail most"),
      execute: async (args) => {
        await progress.ready;
        if (widget === undefined || widget.isDisposed) {
          const { curriculum, folders } = progress;
          const { contents } = serviceManager;
          const folder = folders.progress;
          widget = new TeacherWidget({ contents, curriculum, trans, language, folder });
          widget.id = "daylab-teacher";
          widget.title.label = trans.__("Class");
          widget.title.caption = trans.__("Class overview");
          widget.title.closable = true;
        }
        showWidget(shell, labShell, widget);
        if (typeof args["path"] === "string") await widget.open(args["path"]);
      },
    });
    palette?.addItem({ command: "daylab:teacher", category: trans.__("Daylab") });
  },
};
