/** Reads lessons and pages as a proofreader does: spelling, links, names and notation. */
import { readCurriculum } from "./curriculum/curriculum.ts";
import { lessonMarks, pageMarks } from "./proofread/problems.ts";
import { reportingErrors } from "./report/errors.ts";
import { lessonsWithSource, loadLessons } from "./source/load.ts";
import { selectLesson } from "./source/select.ts";

await reportingErrors(async () => {
  const asked = process.argv.slice(2);
  const curriculum = readCurriculum();
  const there = lessonsWithSource(curriculum);
  const lessons =
    asked.length > 0 ? asked.map((name) => selectLesson(name, there, curriculum)) : there;
  const { written } = await loadLessons({ curriculum, lessons });
  const marks = [...lessonMarks(written), ...(asked.length > 0 ? [] : pageMarks())];
  for (const mark of marks) console.log(mark);
  console.log(`${lessons.length} lessons read, ${marks.length} marks`);
  return marks.length === 0 ? 0 : 1;
});
