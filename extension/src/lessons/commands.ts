import type { JupyterFrontEnd } from "@jupyterlab/application";
import { Dialog, Notification, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import type { LessonView } from "../core/index.ts";
import type { IProgress } from "../progress/tokens.ts";
import type { LessonFiles } from "./lesson-files.ts";
import { lessonOf } from "./lesson-of.ts";

export const lessonCommands = {
  open: "daylab:open-lesson",
  continue: "daylab:continue",
  reset: "daylab:reset-lesson",
  compare: "daylab:compare-lesson",
} as const;

interface Parts {
  readonly app: JupyterFrontEnd;
  readonly progress: IProgress;
  readonly files: LessonFiles;
  readonly notebooks: INotebookTracker | null;
}

/** Commands take `{"id": "day-001"}`; without it, the lesson under the menu or in front. */
export function addLessonCommands({ app, progress, files, notebooks }: Parts): void {
  const { trans } = progress;

  const lessonFor = (id: unknown): LessonView | undefined => {
    const asked = typeof id === "string" ? id : (underMenu(app) ?? inFront(notebooks));
    return asked === undefined ? undefined : progress.view?.lessons.get(asked);
  };

  const add = (
    command: string,
    label: string,
    caption: string,
    execute: (lesson: LessonView) => Promise<void>,
    lessonOfArgs = lessonFor,
  ): void => {
    app.commands.addCommand(command, {
      ...{ label, caption },
      describedBy: {
        args: {
          type: "object",
          properties: {
            id: { type: "string", description: trans.__("The lesson, such as day-001") },
          },
        },
      },
      isEnabled: ({ id }) => lessonOfArgs(id) !== undefined,
      execute: async ({ id }) => {
        await progress.ready;
        const lesson = lessonOfArgs(id);
        if (lesson === undefined) return;
        try {
          await execute(lesson);
        } catch (error) {
          const what = error instanceof Error ? error.message : String(error);
          void showErrorMessage(titleOf(lesson), what);
        }
      },
    });
  };

  const titleOf = (lesson: LessonView): string => trans.__("Day %1: %2", lesson.day, lesson.title);

  const openCopy = async (lesson: LessonView): Promise<void> => {
    if (!lesson.written) {
      Notification.info(trans.__("Day %1 is not written yet.", lesson.day));
      return;
    }
    const path = await files.ensureCopy(lesson);
    await app.commands.execute("docmanager:open", { path, kernel: { name: "daylab" } });
  };

  add(
    lessonCommands.open,
    trans.__("Open Lesson"),
    trans.__("Open your working copy of the lesson"),
    openCopy,
  );

  add(
    lessonCommands.continue,
    trans.__("Continue Where You Left Off"),
    trans.__("Open the lesson that you were at, or the next one"),
    openCopy,
    () => {
      const next = progress.view?.next;
      return next && progress.view?.lessons.get(next.lesson);
    },
  );

  add(
    lessonCommands.reset,
    trans.__("Reset Lesson…"),
    trans.__("Begin the lesson anew; your notebook is kept beside it"),
    async (lesson) => {
      const { button } = await showDialog({
        title: trans.__("Reset %1?", titleOf(lesson)),
        body: trans.__(
          "You get a fresh copy of the lesson. Your notebook is kept beside it under a dated name. The checks that you passed stay on record and no longer count.",
        ),
        buttons: [
          Dialog.cancelButton({ label: trans.__("Cancel") }),
          Dialog.warnButton({ label: trans.__("Reset") }),
        ],
        defaultButton: 0,
      });
      if (!button.accept) return;
      const open = openPanel(notebooks, files.copy(lesson));
      if (open?.context.model.dirty) await open.context.save();
      const kept = await files.reset(lesson);
      await progress.store.resetLesson(lesson.id);
      if (open) {
        await open.context.revert();
        // What the old notebook defined must not answer the new one's checks.
        await open.sessionContext.session?.kernel?.restart();
      }
      if (kept !== undefined) Notification.success(trans.__("Your notebook was kept as %1", kept));
    },
  );

  add(
    lessonCommands.compare,
    trans.__("Compare with Original"),
    trans.__("Show the lesson as it was beside your working copy"),
    async (lesson) => {
      const path = await files.ensureCopy(lesson);
      const original = files.original(lesson);
      await app.commands.execute("docmanager:open", { path, kernel: { name: "daylab" } });
      const ref = openPanel(notebooks, path)?.id;
      await app.commands.execute("docmanager:open", {
        path: original,
        kernel: { name: "daylab" },
        options: { mode: "split-right", ...(ref !== undefined && { ref }) },
      });
    },
  );
}

function openPanel(notebooks: INotebookTracker | null, path: string): NotebookPanel | undefined {
  return notebooks?.find((panel) => panel.context.path === path);
}

function inFront(notebooks: INotebookTracker | null): string | undefined {
  const panel = notebooks?.currentWidget;
  return panel ? lessonOf(panel)?.lesson : undefined;
}

/** The row of the panel on which the context menu was opened. */
function underMenu(app: JupyterFrontEnd): string | undefined {
  return app.contextMenuHitTest((node) => node.dataset["lesson"] !== undefined)?.dataset["lesson"];
}
