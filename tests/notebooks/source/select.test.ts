import assert from "node:assert/strict";
import type { Curriculum } from "../../../scripts/lessons/curriculum/curriculum.ts";
import { selectLesson, UnknownLessonError } from "../../../scripts/lessons/source/select.ts";
import { canaryCurriculum } from "../canary.ts";

const entry = (day: number, slug: string, title: string) => ({
  ...canaryCurriculum.lessons[0],
  id: `day-${String(day).padStart(3, "0")}`,
  day,
  slug,
  title,
});
const lessons = [
  entry(1, "hello-notebook", "Hello"),
  entry(9, "danfo-basics", "Frames"),
  entry(10, "dataframes-as-sql", "SQL"),
  entry(91, "lenet", "LeNet"),
];
const curriculum: Curriculum = { ...canaryCurriculum, lessons };
const written = lessons.filter(({ day }) => day !== 10);

describe("choosing a lesson", () => {
  for (const asked of [
    "009",
    "9",
    "09",
    "day-009",
    "day-9",
    "danfo-basics",
    "day-009-danfo-basics",
  ]) {
    it(`knows ${asked}`, () => {
      assert.equal(selectLesson(asked, written, curriculum).id, "day-009");
    });
  }

  const refusal = (asked: string): string => {
    try {
      return selectLesson(asked, written, curriculum).id;
    } catch (error) {
      assert.ok(error instanceof UnknownLessonError);
      return error.message;
    }
  };

  it("says that a lesson is planned", () => {
    assert.match(refusal("010"), /^Day 10, SQL, is planned but not written yet\.\n/);
    assert.match(refusal("dataframes-as-sql"), /^Day 10, SQL, is planned/);
  });

  it("names the nearest and all there are", () => {
    assert.equal(
      refusal("lennet"),
      'There is no lesson "lennet". The nearest is day-091, lenet.\n' +
        "The lessons written so far:\n  day-001  Hello\n  day-009  Frames\n  day-091  LeNet",
    );
    assert.match(refusal("300"), /The nearest is day-091, lenet\./);
    assert.match(refusal("danfo"), /The nearest is day-0/);
    assert.match(refusal("0091"), /^There is no lesson "0091"/);
  });
});
