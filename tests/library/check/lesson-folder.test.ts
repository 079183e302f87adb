import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findLessonFolder, loadChecks } from "../../../library/src/check/lesson-folder.ts";

describe("check: where a lesson lies", () => {
  let root: string;
  const configured = process.env.DAYLAB_LESSONS;
  beforeEach(() => {
    delete process.env.DAYLAB_LESSONS;
    root = mkdtempSync(join(tmpdir(), "daylab-lessons-"));
    for (const name of ["day-901-one", "day-9011-other", "day-902-two", "day-902-twin"])
      mkdirSync(join(root, "notebooks", "_source", name), { recursive: true });
    mkdirSync(join(root, "notebooks", "vision"), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
    if (configured === undefined) delete process.env.DAYLAB_LESSONS;
    else process.env.DAYLAB_LESSONS = configured;
  });

  it("is found from any folder below the repository", () => {
    const expected = join(root, "notebooks", "_source", "day-901-one");
    for (const from of [root, join(root, "notebooks", "vision")])
      assert.equal(findLessonFolder("day-901", from), expected);
  });

  it("DAYLAB_LESSONS comes first", () => {
    process.env.DAYLAB_LESSONS = join(import.meta.dirname, "fixtures");
    assert.match(findLessonFolder("day-901", root), /day-901-broken$/);
  });

  it("an unknown, an ambiguous and an unsafe id are told apart", () => {
    assert.throws(() => findLessonFolder("day-903", root), /no lesson "day-903".*Did you mean/s);
    assert.throws(
      () => findLessonFolder("day-902", root),
      /day-902-twin, day-902-two|More than one/,
    );
    assert.throws(() => findLessonFolder("../day-901", root), /not a lesson id/);
    assert.throws(() => findLessonFolder("", root), /not a lesson id/);
  });

  it("a folder of lessons that is not there says so", () => {
    process.env.DAYLAB_LESSONS = join(root, "nowhere");
    assert.throws(() => findLessonFolder("day-901", root), /no lesson "day-901" in .*nowhere/);
  });

  it("a lesson without checks, or with checks of another form, is an error", async () => {
    const folder = join(root, "notebooks", "_source", "day-901-one");
    await assert.rejects(loadChecks(folder), /no checks\.ts/);
    const broken = join(import.meta.dirname, "fixtures", "day-901-broken");
    await assert.rejects(loadChecks(broken), /export default defineChecks/);
  });

  it("checks that were edited are loaded anew", async () => {
    const folder = join(root, "notebooks", "_source", "day-901-one");
    const file = join(folder, "checks.ts");
    for (const [title, modified] of [
      ["before", 1_000],
      ["after", 2_000],
    ] as const) {
      writeFileSync(file, `export default { a: { title: "${title}" } };`);
      utimesSync(file, modified, modified);
      assert.equal((await loadChecks(folder)).a.title, title);
    }
  });
});
