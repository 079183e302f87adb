import { readFileSync } from "node:fs";
import path from "node:path";
import type { Curriculum } from "../../scripts/lessons/curriculum/curriculum.ts";
import { loadLessons, type WrittenLesson } from "../../scripts/lessons/source/load.ts";
import { parseLesson } from "../../scripts/lessons/source/parse.ts";

export const canaryFolder = path.join(import.meta.dirname, "fixtures/lessons");

export const canarySource = readFileSync(
  path.join(canaryFolder, "day-001-canary/lesson.ts"),
  "utf8",
);

export const canaryCurriculum: Curriculum = {
  version: 1,
  tracks: [{ id: "01-setup", title: "Setup" }],
  lessons: [
    {
      id: "day-001",
      day: 1,
      slug: "canary",
      title: "A canary",
      track: "01-setup",
      prerequisites: [],
      data: "none",
      method: "none",
      exercises: ["Twice a number", "Three numbers"],
      outcome: "both checks pass",
      outcomes: [{ metric: "checks-passed", equals: 2 }],
    },
  ],
};

/** The fixture lesson, which passes. */
export async function canaryLesson(): Promise<WrittenLesson> {
  return (await loadLessons({ curriculum: canaryCurriculum, folder: canaryFolder })).written[0];
}

/** The fixture lesson with texts of its source replaced; each must be there. */
export async function changedCanary(...changes: [string, string][]): Promise<WrittenLesson> {
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replace(from, to);
  }, canarySource);
  return { ...(await canaryLesson()), source: parseLesson("day-001", "canary.ts", changed) };
}
