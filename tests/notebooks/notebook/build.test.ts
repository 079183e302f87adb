import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { buildNotebook, notebookText } from "../../../scripts/lessons/notebook/build.ts";
import { variants, type Variant } from "../../../scripts/lessons/notebook/types.ts";
import { parseLesson } from "../../../scripts/lessons/source/parse.ts";
import { python } from "../../../scripts/lessons/run/execute.ts";
import { canaryCurriculum, canarySource } from "../canary.ts";

const source = parseLesson("day-001", "lesson.ts", canarySource);
const build = (variant: Variant) =>
  buildNotebook(source, canaryCurriculum.lessons[0], canaryCurriculum, variant);

/** The code cells as [id without the lesson, first line of code, tags]. */
function outline(variant: Variant): string[] {
  return build(variant).cells.flatMap((cell) =>
    cell.cell_type === "code"
      ? `${cell.id.slice("day-001-".length)} ${cell.source.at(-1)} ${(cell.metadata.tags ?? []).join()}`
      : [],
  );
}

describe("the three variants of a lesson", () => {
  it("starter: no solution, no wrong answer", () => {
    assert.deepEqual(outline("starter"), [
      'cell-03 const { check, outcome, passed } = await lesson("day-001"); setup',
      'cell-04 throw new Error("on purpose"); raises-exception',
      "cell-05 // your code here exercise",
      'cell-06 await check("double", double); check',
      "cell-07 // your code here exercise",
      'cell-08 await check("list", list); check',
      "cell-09 console.log(seven); ",
      "cell-10 console.log(seven); ",
      'cell-11 outcome("checks-passed", passed(), { equals: 2, pendingUntilChecked: true }); outcome',
    ]);
    assert.doesNotMatch(notebookText(build("starter")), /value \* 2|--- (solution|end)|value \+ 2/);
  });

  it("solution: the same cells with the same ids, solved", () => {
    const ids = (variant: Variant) => build(variant).cells.map((cell) => cell.id);
    assert.deepEqual(ids("solution"), ids("starter"));
    const [double] = build("solution").cells.filter((cell) => cell.id === "day-001-cell-05");
    assert.equal(
      double.source.join(""),
      "let double: (value: number) => number = todo();\ndouble = (value) => value * 2;",
    );
  });

  it("wrong: each wrong answer with its check, then the solution, and no outcome", () => {
    assert.deepEqual(outline("wrong"), [
      'cell-03 const { check, outcome, passed } = await lesson("day-001"); setup',
      'cell-04 throw new Error("on purpose"); raises-exception',
      "cell-05 // your code here exercise",
      "wrong-01 double = (value) => value + 2; test-wrong",
      'wrong-02 await check("double", double); check',
      "wrong-03 double = (value) => value; test-wrong",
      'wrong-04 await check("double", double); check',
      "wrong-05 double = (value) => value * 2; exercise",
      'cell-06 await check("double", double); check',
      "cell-07 // your code here exercise",
      "wrong-06 list = []; test-wrong",
      'wrong-07 await check("list", list); check',
      "wrong-08 list = [1, 2, 3]; exercise",
      'cell-08 await check("list", list); check',
    ]);
  });

  it("puts the title and the facts above the first words", () => {
    const text = build("starter").cells[0].source.join("");
    assert.match(text, /^# Day 1 · A canary\n\n\| Day \| 1 of 1 \|\n/);
    assert.match(text, /\n\| \*\*Needs\*\* \| nothing: start here \|\n/);
    assert.match(text, /\n\| \*\*To read\*\* \| 3 minutes/);
    assert.match(text, /\|\n\nA lesson that passes\./);
  });

  it("writes the same bytes each time, with sorted keys and no outputs", () => {
    const text = notebookText(build("starter"));
    assert.equal(notebookText(build("starter")), text);
    assert.ok(text.endsWith("}\n"));
    assert.deepEqual(Object.keys(JSON.parse(text) as object), [
      "cells",
      "metadata",
      "nbformat",
      "nbformat_minor",
    ]);
    assert.doesNotMatch(text, /"execution_count": \d|"output_type"/);
  });

  it("is what nbformat itself would write, and valid", () => {
    const script = `
import json, sys, nbformat
for text in json.load(sys.stdin):
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook).rstrip("\\n") == text.rstrip("\\n")
`;
    const input = JSON.stringify(variants.map((variant) => notebookText(build(variant))));
    const { status, stderr } = spawnSync(python, ["-c", script], { input, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });
});
