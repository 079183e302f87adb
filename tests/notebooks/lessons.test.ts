import assert from "node:assert/strict";
import { loadLessons } from "../../scripts/lessons/source/load.ts";

describe("the written lessons", () => {
  it("keep to the standard, say what they reach and how long they take", async () => {
    const { written } = await loadLessons();
    assert.ok(written.length > 0);
    for (const { lesson, exercises } of written) {
      assert.ok((lesson.outcomes ?? []).length > 0, `${lesson.id} has no outcomes`);
      assert.ok(lesson.seconds, `${lesson.id} has no measured seconds`);
      assert.equal(exercises.length, lesson.exercises.length, `exercises of ${lesson.id}`);
    }
  });
});
