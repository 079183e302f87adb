import type { JupyterFrontEnd } from "@jupyterlab/application";
import { lessonCommands } from "../lessons/index.ts";
import type { IProgress } from "../progress/tokens.ts";

const parameter = "daylab";

/**
 * `?daylab=continue`, with which `npm start` opens the page, shows the panel and the lesson to go on
 * with, Day 1 at first; `?daylab=day-005` that lesson. Taken out of the address, so that a reload
 * leaves the learner where he is.
 */
export async function openFromAddress(app: JupyterFrontEnd, progress: IProgress, show: string) {
  const address = new URL(location.href);
  const wanted = address.searchParams.get(parameter);
  if (wanted === null) return;
  await Promise.all([app.restored, progress.ready, recordsRead(progress)]);
  address.searchParams.delete(parameter);
  history.replaceState(history.state, "", address);
  await app.commands.execute(show);
  if (wanted === "continue") await app.commands.execute(lessonCommands.continue);
  else if (progress.view?.lessons.has(wanted)) await progress.openLesson(wanted);
}

/** Which lesson is next is known when the files were read. */
async function recordsRead(progress: IProgress): Promise<void> {
  await progress.ready;
  if (progress.store.state.opened) return;
  await new Promise<void>((resolve) => {
    const stop = progress.store.subscribe(() => {
      if (!progress.store.state.opened) return;
      stop();
      resolve();
    });
  });
}
