import type { JupyterFrontEnd } from "@jupyterlab/application";
import { Dialog, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import type { CodeCellModel } from "@jupyterlab/cells";
import { NotebookActions, type INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import type { Bundle } from "../checks/index.ts";
import type { LessonFiles } from "../lessons/index.ts";
import type { IProgress } from "../progress/tokens.ts";
import { askKernel } from "./ask-kernel.ts";
import { onHelpAsked, type Help, type Verb } from "./help.ts";
import { helpIn, keepHelp, placeOf, showUnder } from "./place.ts";

export const helpCommands = { hint: "daylab:hint", solution: "daylab:solution" } as const;

interface Parts {
  readonly app: JupyterFrontEnd;
  readonly progress: IProgress;
  readonly files: LessonFiles;
  readonly notebooks: INotebookTracker;
}

/** Commands take `{"lesson": "day-001", "exercise": "median"}`; without it, the line under the menu. */
export function addHelp({ app, progress, files, notebooks }: Parts): void {
  const { trans } = progress;
  const asked = new Set<string>();

  /** Help that was asked for twice, by a double click, is given once. */
  const give = async (help: Help, at?: Node): Promise<void> => {
    const key = JSON.stringify(help);
    if (asked.has(key)) return;
    asked.add(key);
    try {
      await giveOnce(help, at);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      void showErrorMessage(trans.__("No help was given"), what);
    } finally {
      asked.delete(key);
    }
  };

  const giveOnce = async (help: Help, at?: Node): Promise<void> => {
    await progress.ready;
    if (help.verb === "solution" && !(await mayShowSolution(progress, help))) return;
    const panel = await notebookFor(help, at);
    if (panel === undefined)
      throw new Error(trans.__("The lesson's notebook could not be opened."));
    const bundles = await askKernel(panel, help);
    let index = placeOf(panel, help, at);
    if (index === undefined) {
      // The learner has no cell that checks this exercise.
      NotebookActions.insertBelow(panel.content);
      index = panel.content.activeCellIndex;
    }
    showUnder(panel, index, bundles);
    if (at !== undefined) return;
    panel.content.activeCellIndex = index;
    await panel.content.scrollToItem(index, "center");
  };

  const notebookFor = async ({ lesson }: Help, at?: Node): Promise<NotebookPanel | undefined> => {
    const around = notebooks.find((panel) => at !== undefined && panel.node.contains(at));
    if (around !== undefined) return around;
    const known = progress.view?.lessons.get(lesson);
    if (known === undefined) return undefined;
    await progress.openLesson(lesson);
    const path = files.copy(known);
    const panel = notebooks.find(({ context }) => context.path === path);
    await panel?.revealed;
    return panel;
  };

  onHelpAsked((help, at) => void give(help, at));
  keepHelpOverRuns();

  const add = (verb: Verb, label: string, caption: string): void => {
    const helpOf = (args: Readonly<Record<string, unknown>>): Help | undefined => {
      const { lesson, exercise } = { ...underMenu(app), ...args };
      if (typeof lesson !== "string" || typeof exercise !== "string") return undefined;
      return { verb, lesson, exercise };
    };
    const text = (description: string) => ({ type: "string", description });
    app.commands.addCommand(helpCommands[verb], {
      ...{ label, caption },
      describedBy: {
        args: {
          type: "object",
          properties: {
            lesson: text(trans.__("The lesson, such as day-001")),
            exercise: text(trans.__("The exercise's id, such as median")),
          },
        },
      },
      isEnabled: (args) => helpOf(args) !== undefined,
      execute: async (args) => {
        const help = helpOf(args);
        if (help !== undefined) await give(help);
      },
    });
  };
  add("hint", trans.__("Show Next Hint"), trans.__("Each hint takes 0.1 off a later pass"));
  add("solution", trans.__("Show Solution…"), trans.__("A pass after it scores 0.25 of 1"));
}

/** Asks once; what was shown, or no longer costs anything, is shown without a question. */
async function mayShowSolution(progress: IProgress, { lesson, exercise }: Help): Promise<boolean> {
  const { trans, view } = progress;
  const known = view?.lessons.get(lesson)?.exercises.find((each) => each.id === exercise);
  if (known?.progress?.solutionSeen === true || known?.status === "passed") return true;
  const { button } = await showDialog({
    title: trans.__("Show the solution of “%1”?", known?.title ?? exercise),
    body: trans.__("A pass after it scores 0.25 of 1. A hint costs only 0.1."),
    buttons: [
      Dialog.cancelButton({ label: trans.__("Cancel") }),
      Dialog.okButton({ label: trans.__("Show Solution") }),
    ],
    defaultButton: 0,
  });
  return button.accept;
}

/** The help under a check stays there when the cell is run again, until the check passes. */
function keepHelpOverRuns(): void {
  const before = new WeakMap<CodeCellModel, Bundle[]>();
  NotebookActions.executionScheduled.connect((_, { cell }) => {
    if (cell.model.type === "code") {
      before.set(cell.model as CodeCellModel, helpIn(cell.model as CodeCellModel));
    }
  });
  NotebookActions.executed.connect((_, { cell }) => {
    const model = cell.model as CodeCellModel;
    keepHelp(model, before.get(model) ?? []);
    before.delete(model);
  });
}

/** The line of the panel on which the context menu was opened. */
function underMenu(app: JupyterFrontEnd): { lesson?: string; exercise?: string } {
  const node = app.contextMenuHitTest((each) => each.dataset["exercise"] !== undefined);
  return { lesson: node?.dataset["lesson"], exercise: node?.dataset["exercise"] };
}
