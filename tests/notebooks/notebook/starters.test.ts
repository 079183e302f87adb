import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../../../scripts/lessons/curriculum/curriculum.ts";
import { starterDifferences } from "../../../scripts/lessons/notebook/starters.ts";
import { loadLessons } from "../../../scripts/lessons/source/load.ts";
import { canaryCurriculum, canaryLesson } from "../canary.ts";

describe("the starter notebooks", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), "starters-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("committed are what their sources give", async () => {
    const { changed, stray } = starterDifferences(await loadLessons(), root);
    const remedy = "run: node scripts/lessons/generate.ts";
    assert.deepEqual({ changed: [...changed.keys()], stray }, { changed: [], stray: [] }, remedy);
  });

  it("are missed, seen as changed, and found without a source", async () => {
    const lessons = { curriculum: canaryCurriculum, written: [await canaryLesson()] };
    const file = "notebooks/01-setup/day-001-canary.ipynb";
    const wanted = starterDifferences(lessons, folder).changed;
    const text = wanted.get(file);
    assert.ok(text);
    for (const [name, content] of wanted) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    assert.equal(starterDifferences(lessons, folder).changed.size, 0);
    writeFileSync(path.join(folder, file), text.replace("// your code here", "// solved"));
    assert.deepEqual([...starterDifferences(lessons, folder).changed.keys()], [file]);
    writeFileSync(path.join(folder, file), text);
    const none = { curriculum: canaryCurriculum, written: [] };
    assert.deepEqual(starterDifferences(none, folder).stray, [file]);
  });
});
