import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { Widget } from "@lumino/widgets";
import type { IProgress } from "../progress/tokens.ts";
import { button, element } from "../ui/element.ts";
import type { LessonFiles } from "./lesson-files.ts";
import { lessonOf } from "./lesson-of.ts";

/** Above an original that was opened by its path: what it is, and a way to the learner's own copy. */
export function addOriginalNotice(
  progress: IProgress,
  files: LessonFiles,
  notebooks: INotebookTracker,
): void {
  const look = (panel: NotebookPanel): void => {
    const lesson = progress.view?.lessons.get(lessonOf(panel)?.lesson ?? "");
    if (panel.isDisposed || lesson === undefined) return;
    if (panel.context.path !== files.original(lesson)) return;
    panel.contentHeader.addWidget(notice(progress, panel, lesson.id));
  };
  notebooks.widgetAdded.connect((_, panel) => {
    void Promise.all([panel.context.ready, progress.ready]).then(() => look(panel));
  });
}

function notice(progress: IProgress, panel: NotebookPanel, lesson: string): Widget {
  const { trans } = progress;
  const opened = cellsOf(panel);
  const widget = new Widget({
    node: element(
      "div",
      { class: "daylab-Original", role: "note" },
      element(
        "span",
        {},
        trans.__(
          "This is the lesson's original. In a copy of your own you can change all and reset it.",
        ),
      ),
      button(
        trans.__("Open My Copy"),
        () => {
          void progress.openLesson(lesson).then(() => {
            // Two tabs of one name would be hard to tell apart; what was done here stays open.
            if (!panel.isDisposed && cellsOf(panel) === opened) panel.dispose();
          });
        },
        { class: "daylab-Button daylab-mod-main" },
      ),
      button(trans.__("Dismiss"), () => widget.dispose()),
    ),
  });
  return widget;
}

/** Its own word "dirty" is said of every notebook whose kernel has named its language. */
function cellsOf(panel: NotebookPanel): string {
  return JSON.stringify((panel.context.model.toJSON() as { cells?: unknown }).cells);
}
