/** The join of what several writers recorded, and what it says of each lesson. */
export { join, type Records } from "./join.ts";
export { progressByLesson, type ExerciseProgress, type LessonProgress } from "./progress.ts";
export { passScore } from "./score.ts";
