/**
 * How long the extension's core takes for what a long course leaves behind: 10 000 records of three
 * writers, 500 lessons, and logs of growing size. Prints the median of 15 runs in
 * milliseconds of the processor's time, all threads together, which other programs on the machine change less than the
 * clock's. Run it with `node benchmarks/extension/core.ts`.
 */
import {
  curriculumView,
  exportLog,
  filterLessons,
  importLog,
  join,
  progressByLesson,
  readDocument,
  writeDocument,
  type Curriculum,
  type ProgressRecord,
} from "../../extension/src/core/index.ts";

const records = Array.from({ length: 10_000 }, (_, i): ProgressRecord => ({
  kind: "attempt",
  id: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
  seq: i,
  time: "2026-11-21T09:30:00.000+05:30",
  lesson: `day-${String(1 + (i % 500)).padStart(3, "0")}`,
  epoch: 0,
  event: "check",
  exercise: `exercise-${String(i % 3)}`,
  title: "An exercise",
  outcome: i % 2 === 0 ? "FAIL" : "PASS",
  hintsUsed: 0,
  solutionSeen: false,
  score: i % 2,
}));
const lists = [0, 1, 2].map((writer) =>
  records.filter((_, i) => i % 3 === writer || i % 5 === 0).map((each) => ({ ...each })),
);
const curriculum: Curriculum = {
  version: 1,
  tracks: Array.from({ length: 20 }, (_, i) => ({
    id: `t${String(i)}`,
    title: `Track ${String(i)}`,
  })),
  lessons: Array.from({ length: 500 }, (_, i) => ({
    ...{ id: `day-${String(i + 1).padStart(3, "0")}`, day: i + 1, slug: "x", title: "A lesson" },
    ...{ track: `t${String(i % 20)}`, prerequisites: [], data: "", method: "means", outcome: "" },
    ...{ exercises: ["One", "Two", "Three"], outcomes: [{ metric: "rows", equals: 1 }] },
  })),
};
const text = writeDocument({ schema: 1, writer: "me", records });
const progress = progressByLesson(join(...lists).values());
const view = curriculumView(curriculum, progress);
const log = (days: number): string =>
  Array.from(
    { length: days },
    (_, i) => `# Day ${String(i + 1)}\n\nRead a chapter.\n\n- [x] one\n\n`,
  ).join("");

measure("join of three documents, 10 000 records", () => join(...lists));
measure("progress by lesson", () => progressByLesson(records));
measure("reading and validating the file", () => readDocument(text, "me"));
measure("writing the file", () => writeDocument({ schema: 1, writer: "me", records }));
measure("view of 500 lessons", () => curriculumView(curriculum, progress));
measure("filter of 500 lessons", () => filterLessons(view, curriculum, { search: "lesson means" }));
for (const days of [1000, 2000, 4000, 8000]) {
  const source = log(days);
  measure(`import of ${String(days)} days`, () => importLog(source));
}
const { log: imported } = importLog(log(1000));
measure("export of 1000 days", () => exportLog(imported, "colon"));

function measure(name: string, work: () => unknown): void {
  const times = Array.from({ length: 15 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  console.log(`${times[7].toFixed(1).padStart(8)} ms  ${name}`);
}
