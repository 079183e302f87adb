import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { lessonMarks, pageMarks } from "../../../scripts/lessons/proofread/problems.ts";
import { loadLessons } from "../../../scripts/lessons/source/load.ts";

describe("proofreading", () => {
  it("finds nothing to mark in the lessons", async () => {
    assert.deepEqual(lessonMarks((await loadLessons()).written), []);
  });

  it("finds no link that leads nowhere in the pages", () => assert.deepEqual(pageMarks(), []));
});
