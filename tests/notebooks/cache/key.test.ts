import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { runKey, type KeyOf } from "../../../scripts/lessons/cache/key.ts";
import { readCurriculum } from "../../../scripts/lessons/curriculum/curriculum.ts";
import { buildNotebook } from "../../../scripts/lessons/notebook/build.ts";
import { folderName, loadLessons } from "../../../scripts/lessons/source/load.ts";

describe("the key of a run", () => {
  let one: KeyOf;
  let nine: KeyOf;
  before(async () => {
    const curriculum = readCurriculum();
    const lessons = curriculum.lessons.filter(({ day }) => day === 1 || day === 9);
    [one, nine] = (await loadLessons({ curriculum, lessons })).written.map((written) => ({
      folder: folderName(written.lesson),
      variant: "starter",
      notebook: buildNotebook(written.source, written.lesson, curriculum, "starter"),
      outcomes: written.lesson.outcomes,
    }));
  });

  it("is the same for the same", () => assert.equal(runKey(one), runKey({ ...one })));

  it("is another for another lesson, variant, bar or cell", () => {
    const [first, ...others] = one.notebook.cells;
    const edited = { ...one.notebook, cells: [{ ...first, source: ["else"] }, ...others] };
    const keys = [
      one,
      nine,
      { ...one, folder: nine.folder },
      { ...one, variant: "wrong" as const },
      { ...one, outcomes: [] },
      { ...one, notebook: edited },
    ].map(runKey);
    assert.equal(new Set(keys).size, keys.length);
  });
});
