import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../scripts/lessons/curriculum/curriculum.ts";
import { lessonsWithSource, loadLessons } from "../../../scripts/lessons/source/load.ts";
import { LessonSourceError } from "../../../scripts/lessons/source/types.ts";
import { canaryCurriculum, canaryFolder } from "../canary.ts";

const first = canaryCurriculum.lessons[0];
const curriculum = {
  ...canaryCurriculum,
  lessons: [first, { ...first, id: "day-002", day: 2, slug: "broken" }],
};

describe("loading lessons", () => {
  let folder: string;
  beforeEach(() => {
    // Inside the repository, where the checks find daylab/check.
    mkdirSync(path.join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(path.join(root, ".cache/sources-"));
    cpSync(path.join(canaryFolder, "day-001-canary"), path.join(folder, "day-001-canary"), {
      recursive: true,
    });
    mkdirSync(path.join(folder, "day-002-broken"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const message = async (): Promise<string> => {
    try {
      await loadLessons({ curriculum, folder });
    } catch (error) {
      assert.ok(error instanceof LessonSourceError);
      return error.message.replaceAll(path.relative(root, folder), "sources");
    }
    return "no problem";
  };
  const write = (file: string, text: string): void =>
    writeFileSync(path.join(folder, "day-002-broken", file), text);

  it("leaves a broken lesson alone where another is asked for", async () => {
    const lessons = lessonsWithSource(curriculum, folder).slice(0, 1);
    const { written } = await loadLessons({ curriculum, folder, lessons });
    assert.deepEqual(written[0].exercises, [
      { id: "double", wrong: 2 },
      { id: "list", wrong: 1 },
    ]);
  });

  it("says which file is missing", async () => {
    assert.equal(
      await message(),
      "sources/day-002-broken/lesson.ts:1: the file is missing. Write it.",
    );
    write("lesson.ts", "");
    assert.match(await message(), /^sources\/day-002-broken\/checks\.ts:1: the file is missing/);
  });

  it("says what is wrong with the checks", async () => {
    write("lesson.ts", "");
    write("checks.ts", "export {};");
    assert.match(await message(), /checks\.ts:1: no default export: export default defineChecks/);
  });

  it("passes on what defineChecks refuses", async () => {
    write("lesson.ts", "");
    write(
      "checks.ts",
      'import { defineChecks } from "daylab/check";\n' +
        'export default defineChecks({ a: { title: "A", hints: ["one"], check() {} } });',
    );
    assert.match(
      await message(),
      /checks\.ts:1: Exercise "a" in checks\.ts needs at least two hints/,
    );
  });

  it("refuses a folder that is no lesson", async () => {
    mkdirSync(path.join(folder, "day-001-canari"));
    assert.match(
      await message(),
      /^sources\/day-001-canari:1: the folder is no lesson of curriculum\.json/,
    );
  });
});
