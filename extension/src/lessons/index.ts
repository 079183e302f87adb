/** Lessons as files: working copies, reset, comparison, and the time spent with them. */
export { lessonOf } from "./lesson-of.ts";
export { LessonFiles } from "./lesson-files.ts";
export { addLessonCommands, lessonCommands } from "./commands.ts";
export { addOriginalNotice } from "./original-notice.ts";
export { trackTime } from "./track-time.ts";
