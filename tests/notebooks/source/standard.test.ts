import assert from "node:assert/strict";
import type { CheckSummary } from "../../../scripts/lessons/source/exercises.ts";
import { parseLesson } from "../../../scripts/lessons/source/parse.ts";
import { standardProblems } from "../../../scripts/lessons/source/standard.ts";
import { canarySource } from "../canary.ts";

const checks: CheckSummary = new Map([
  ["double", { hints: 2 }],
  ["list", { hints: 2 }],
]);

/** The problems of the passing fixture after a change, as `line: message`. */
function problems(from = "", to = "", known = checks): string[] {
  assert.ok(canarySource.includes(from), `the fixture has no ${from}`);
  const lesson = parseLesson("day-001", "lesson.ts", canarySource.replace(from, to));
  return standardProblems(lesson, known).map(({ line, message }) => `${line}: ${message}`);
}

/** The line on which the fixture has the first cell with this marker. */
function lineOf(marker: string): number {
  return canarySource.slice(0, canarySource.indexOf(`// %% ${marker}`)).split("\n").length;
}

function cellOf(marker: string): string {
  const start = canarySource.indexOf(`// %% ${marker}`);
  return canarySource.slice(start, canarySource.indexOf("// %%", start + 4));
}

const list = lineOf('exercise="list"');
const end = canarySource.slice(0, canarySource.lastIndexOf("// %%")).split("\n").length;

describe("the lesson standard", () => {
  it("has nothing against the fixture", () => assert.deepEqual(problems(), []));

  it("wants a check cell", () => {
    const cell = cellOf('tags=["check"] exercise="list"');
    assert.deepEqual(problems(cell), [`${list}: exercise "list" has no check cell`]);
  });

  it("wants the check cell to check its own exercise", () => {
    const line = lineOf('tags=["check"] exercise="list"');
    assert.deepEqual(problems('check("list"', 'check("double"'), [
      `${line}: the check cell does not check "list"`,
    ]);
  });

  it("wants a wrong answer", () => {
    const cell = cellOf('tags=["test-wrong"] exercise="list"');
    assert.deepEqual(problems(cell), [`${list}: exercise "list" has no wrong answer`]);
  });

  it("wants one exercise cell, with a solution, above the rest", () => {
    const cell = cellOf('exercise="list"');
    assert.deepEqual(problems(cell), [`${list}: exercise "list" has no exercise cell`]);
    const bare = cell.replace(/\/\/ --- \w+\n/g, "");
    assert.deepEqual(problems(cell, bare), [`${list}: exercise "list" has no solution region`]);
    assert.deepEqual(problems(cell, cell + cell), [
      `${list + cell.split("\n").length - 1}: a second exercise cell of "list"`,
    ]);
    const check = cellOf('tags=["check"] exercise="list"');
    assert.deepEqual(problems(check, ""), [`${list}: exercise "list" has no check cell`]);
    const early = canarySource.replace(check, "").replace(cell, check + cell);
    const lesson = parseLesson("day-001", "lesson.ts", early);
    assert.deepEqual(
      standardProblems(lesson, checks).map(({ line, message }) => `${line}: ${message}`),
      [`${list}: before the exercise cell of "list"`],
    );
  });

  it("wants two hints and an entry for each exercise, and no other entry", () => {
    const one = new Map([...checks, ["list", { hints: 1 }] as const]);
    assert.deepEqual(problems("", "", one), [`${list}: exercise "list" has 1 hint in checks.ts`]);
    const none = new Map([...checks].slice(0, 1));
    assert.deepEqual(problems("", "", none), [
      `${list}: checks.ts has no entry for exercise "list"`,
    ]);
    const more = new Map([...checks, ["more", { hints: 2 }] as const]);
    assert.deepEqual(problems("", "", more), ['1: checks.ts has "more", lesson.ts does not']);
  });

  it("wants 2 to 4 exercises", () => {
    const cells = canarySource.slice(
      canarySource.indexOf('// %% exercise="list"'),
      canarySource.indexOf('// %% tags=["notebook-only"]'),
    );
    assert.deepEqual(problems(cells, "", new Map([...checks].slice(0, 1))), ["1: 1 exercises"]);
  });

  it("wants the header first and once", () => {
    assert.deepEqual(problems(cellOf("[header]")), ["1: the first cell is not the header"]);
    const twice = cellOf("[header]").repeat(2);
    assert.deepEqual(problems(cellOf("[header]"), twice), ["4: a second header"]);
  });

  it("wants an outcome cell", () => {
    assert.deepEqual(problems(cellOf('tags=["outcome"]')), ["1: no outcome cell"]);
  });

  it("wants solutions only in exercise cells", () => {
    const to = "// --- solution\nconsole.log(1);\n// --- end\nawait check(";
    assert.deepEqual(problems("await check(", to), [
      `${lineOf('tags=["check"]')}: a solution region outside an exercise cell`,
    ]);
  });

  it("wants short cells", () => {
    const at = "list = [1, 2, 3];\n";
    assert.deepEqual(problems(at, at.repeat(24)), []);
    assert.deepEqual(problems(at, at.repeat(25)), [`${list}: a cell of 26 lines`]);
  });

  it("wants cells that do not go on the line before them", () => {
    const at = "list = [];";
    const line = lineOf('tags=["test-wrong"] exercise="list"');
    assert.deepEqual(problems(at, "[].length"), [`${line}: a cell that begins with [`]);
    assert.deepEqual(problems(at, "// a comment\nlist = [];"), []);
  });

  it("wants lines that fit the page", () => {
    const line = `list = [1, 2, 3]; // ${"x".repeat(79)}`;
    assert.deepEqual(problems("list = [1, 2, 3];", line), []);
    assert.deepEqual(problems("list = [1, 2, 3];", `${line}x`), [
      `${list}: a line of 101 characters in the cell`,
    ]);
  });

  for (const heading of ["Why this matters", "Predict first", "The data", "Going further"]) {
    it(`wants the section "${heading}"`, () => {
      const found = problems(`## ${heading}`, "## Something else");
      assert.deepEqual(found.slice(0, 1), [`1: no section "${heading}"`]);
    });
  }

  it("counts what a section must hold, in it alone", () => {
    assert.deepEqual(problems("// 3. Three\n"), [`${end}: "Summary" has 4 list items`]);
    assert.deepEqual(problems("// - Two\n"), [`${end}: "Going further" has 1 list items`]);
    assert.deepEqual(problems("<details><summary>Answer</summary>a</details>"), [
      `${end}: "Questionnaire" has 4 <details> answers`,
    ]);
  });
});
