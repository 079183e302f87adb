import type { INotebookTracker } from "@jupyterlab/notebook";
import { newId } from "../progress/browser.ts";
import type { IProgress } from "../progress/tokens.ts";
import { lessonOf } from "./lesson-of.ts";

const tick = 15;
/** Seconds after the last key, click or scroll for which the learner counts as there: one reads too. */
const patience = 120;
/** A visit goes to the file when it has grown so many seconds. */
const step = 60;

/** Counts the time in which a lesson is in front and the learner is there. */
export function trackTime(progress: IProgress, notebooks: INotebookTracker): void {
  let lastInput = 0;
  let visit: { id: string; lesson: string; seconds: number; saved: number } | undefined;

  for (const type of ["keydown", "pointerdown", "wheel", "pointermove"]) {
    window.addEventListener(type, () => (lastInput = Date.now()), { capture: true, passive: true });
  }

  const save = (): void => {
    if (visit === undefined || visit.seconds === visit.saved) return;
    visit.saved = visit.seconds;
    void progress.store.addVisit(visit.id, visit.lesson, visit.seconds);
  };

  setInterval(() => {
    const panel = notebooks.currentWidget;
    const there = document.visibilityState === "visible" && panel?.isVisible === true;
    const awake = Date.now() - lastInput < patience * 1000;
    const lesson = there && awake ? lessonOf(panel)?.lesson : undefined;
    if (visit !== undefined && visit.lesson !== lesson) {
      save();
      visit = undefined;
    }
    if (lesson === undefined) return;
    visit ??= { id: newId(), lesson, seconds: 0, saved: 0 };
    visit.seconds += tick;
    if (visit.seconds - visit.saved >= step) save();
  }, tick * 1000);
  window.addEventListener("pagehide", save);
}
