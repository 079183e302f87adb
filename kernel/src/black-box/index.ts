/**
 * What is left of a kernel that dies: a note of what ran, and V8's reason. The kernel that Jupyter
 * starts in its place tells the user.
 *
 * @module
 */
export { lastWords } from "./last-words.ts";
export { Recorder } from "./recorder.ts";
export { reportFatalErrors } from "./report.ts";
