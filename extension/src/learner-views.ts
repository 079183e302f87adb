import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { backupPlugin } from "./backup/index.ts";
import { journalPlugin } from "./journal/index.ts";
import { teacherPlugin } from "./teacher/index.ts";

/** What shows progress in tabs of the main area; each needs `IProgress`. */
export const learnerViews: JupyterFrontEndPlugin<void>[] = [
  journalPlugin,
  teacherPlugin,
  backupPlugin,
];
