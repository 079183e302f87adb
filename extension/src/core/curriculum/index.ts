/** The curriculum with the learner's progress in it: what the panel shows. */
export { continueWith } from "./continue.ts";
export { filterLessons } from "./filter.ts";
export { parseCurriculum, type ParsedCurriculum } from "./parse.ts";
export * from "./types.ts";
export { curriculumView, totalsOf } from "./view.ts";
