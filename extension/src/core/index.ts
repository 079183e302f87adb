/**
 * What the extension knows and decides, without JupyterLab: records, their join, the store, the
 * curriculum's view, the journal, the calendar, the teacher's view. See README.md here.
 *
 * @module
 */
export * from "./calendar/index.ts";
export * from "./curriculum/index.ts";
export * from "./join/index.ts";
export * from "./journal/index.ts";
export * from "./messages/index.ts";
export * from "./records/index.ts";
export * from "./store/index.ts";
export * from "./teacher/index.ts";
