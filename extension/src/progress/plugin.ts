import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { PageConfig } from "@jupyterlab/coreutils";
import { INotebookTracker } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { ITranslator } from "@jupyterlab/translation";
import { observeChecks } from "../checks/index.ts";
import { addHelp } from "../help/index.ts";
import { translatorOf } from "../language/index.ts";
import {
  addLessonCommands,
  addOriginalNotice,
  lessonCommands,
  LessonFiles,
  lessonOf,
  trackTime,
} from "../lessons/index.ts";
import { Progress } from "./progress.ts";
import { readSettings } from "./settings.ts";
import { IProgress } from "./tokens.ts";

const id = "@daylab/labextension:progress";

/** The learner's progress, what is observed of it, and the lessons' commands; nothing to see. */
export const progressPlugin: JupyterFrontEndPlugin<IProgress> = {
  id,
  description: "Keeps a learner's progress through the Daylab curriculum.",
  autoStart: true,
  provides: IProgress,
  optional: [INotebookTracker, ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    notebooks: INotebookTracker | null,
    registry: ISettingRegistry | null,
    translator: ITranslator | null,
  ) => {
    const { contents, serverSettings } = app.serviceManager;
    const progress = new Progress({
      contents,
      settings: readSettings(registry, id),
      trans: translatorOf(translator ?? undefined),
      openLesson: async (lesson) => {
        await app.commands.execute(lessonCommands.open, { id: lesson });
      },
      scope: `${serverSettings.baseUrl}${PageConfig.getOption("serverRoot")}`,
    });
    const files = new LessonFiles(contents, progress.files, () => progress.folders);
    addLessonCommands({ app, progress, files, notebooks });
    if (notebooks === null) return progress;
    observeChecks(progress, notebooks);
    addOriginalNotice(progress, files, notebooks);
    addHelp({ app, progress, files, notebooks });
    notebooks.widgetAdded.connect((_, panel) => {
      void Promise.all([panel.context.ready, progress.ready]).then(() => {
        const known = lessonOf(panel);
        if (known) progress.learnExerciseIds(known.lesson, known.exercises);
      });
    });
    void progress.ready.then(() => {
      if (progress.settings.trackTime) trackTime(progress, notebooks);
    });
    return progress;
  },
};
