/** A class's progress from its files alone. */
export { csv } from "./csv.ts";
export { teacherReport, type ExerciseRow, type LearnerRow, type TeacherReport } from "./report.ts";
export { exercisesCsv, learnersCsv } from "./tables.ts";
