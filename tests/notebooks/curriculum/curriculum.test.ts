import assert from "node:assert/strict";
import {
  notebookPath,
  readCurriculum,
  type Curriculum,
  type CurriculumLesson,
} from "../../../scripts/lessons/curriculum/curriculum.ts";
import { curriculumProblems } from "../../../scripts/lessons/curriculum/problems.ts";

const curriculum = readCurriculum();

describe("the curriculum", () => {
  it("is sound", () => assert.deepEqual(curriculumProblems(curriculum), []));

  it("has 150 days in 20 tracks, in order", () => {
    assert.deepEqual(
      curriculum.lessons.map(({ day }) => day),
      Array.from({ length: 150 }, (_, index) => index + 1),
    );
    assert.equal(curriculum.tracks.length, 20);
    assert.deepEqual(
      new Set(curriculum.lessons.map(({ track }) => track)),
      new Set(curriculum.tracks.map(({ id }) => id)),
    );
  });

  it("needs only earlier days", () => {
    for (const { id, prerequisites } of curriculum.lessons) {
      for (const needed of prerequisites) assert.ok(needed < id, `${id} needs ${needed}`);
    }
  });

  it("says where a notebook lies", () => {
    const lenet = curriculum.lessons.find(({ day }) => day === 91)!;
    const file = "notebooks/12-convolutional-networks/day-091-lenet.ipynb";
    assert.equal(notebookPath(lenet), file);
  });

  const change = (day: number, values: Partial<CurriculumLesson>): Curriculum => ({
    ...curriculum,
    lessons: curriculum.lessons.map((each) => (each.day === day ? { ...each, ...values } : each)),
  });
  const defects: [string, Curriculum, RegExp][] = [
    ["a day twice", change(2, { id: "day-001" }), /lesson day-001 twice/],
    ["an id of another day", change(2, { id: "day-222" }), /day-222: its id does not belong/],
    ["a slug twice", change(2, { slug: "danfo-basics" }), /slug danfo-basics twice/],
    ["a slug with a space", change(2, { slug: "a b" }), /day-002: slug "a b"/],
    ["a missing track", change(2, { track: "99-none" }), /there is no track 99-none/],
    ["a missing need", change(2, { prerequisites: ["day-999"] }), /day-999 does not exist/],
    [
      "needs in a circle",
      change(1, { prerequisites: ["day-009"] }),
      /in a circle: day-001 → day-009 → day-001/,
    ],
    ["no title", change(2, { title: "" }), /day-002: no title/],
    ["one exercise", change(2, { exercises: ["one"] }), /1 exercises, not 2 to 4/],
    ["an outcome without a bound", change(2, { outcomes: [{ metric: "x" }] }), /outcome x needs/],
    [
      "an outcome with two bounds",
      change(2, { outcomes: [{ metric: "x", atLeast: 1, atMost: 2 }] }),
      /outcome x needs/,
    ],
    ["a lesson of two minutes", change(2, { seconds: 120 }), /seconds is 120/],
  ];
  for (const [what, defect, message] of defects) {
    it(`sees ${what}`, () => assert.match(curriculumProblems(defect).join("\n"), message));
  }
});
