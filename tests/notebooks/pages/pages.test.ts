import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readCurriculum, root } from "../../../scripts/lessons/curriculum/curriculum.ts";
import type { Notebook } from "../../../scripts/lessons/notebook/types.ts";
import { curriculumPages } from "../../../scripts/lessons/pages/index.ts";
import { brokenLinks } from "../../../scripts/lessons/proofread/links.ts";
import { proseLines } from "../../../scripts/lessons/proofread/prose.ts";

describe("the pages of the curriculum", () => {
  const curriculum = readCurriculum();
  const written = new Set(["day-001", "day-009"]);
  const pages = curriculumPages(curriculum, written);
  const page = pages.get("docs/curriculum.md")!;
  const index = JSON.parse(pages.get("notebooks/index.ipynb")!) as Notebook;
  const indexText = index.cells.flatMap((cell) => cell.source).join("");

  it("have a row for each day, and a link where it is written", () => {
    for (const text of [page, indexText]) {
      assert.equal(text.match(/^\| \d+ \|/gm)?.length, curriculum.lessons.length);
      assert.equal(text.match(/\]\([^)]*day-\d+[^)]*\.ipynb\)/g)?.length, written.size);
    }
  });

  it("link to what is there, from where they stand", () => {
    const links = (text: string, folder: string) =>
      brokenLinks(proseLines(text.split("\n")), `${root}/${folder}`);
    assert.deepEqual(links(page, "docs"), []);
    assert.deepEqual(links(indexText, "notebooks"), []);
  });

  it("show every day and every need in the picture", () => {
    const picture = pages.get("docs/curriculum.svg")!;
    const needs = curriculum.lessons.reduce(
      (sum, { prerequisites }) => sum + prerequisites.length,
      0,
    );
    assert.equal(picture.match(/<circle/g)?.length, curriculum.lessons.length);
    assert.equal(picture.match(/<path/g)?.length, needs);
    assert.equal(picture.match(/class="written"/g)?.length, written.size);
    assert.ok(!/NaN|undefined/.test(picture));
  });
});
