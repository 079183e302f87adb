import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readNotation, wrongNames } from "../../../scripts/lessons/proofread/notation.ts";
import type { LessonSource } from "../../../scripts/lessons/source/types.ts";

const source = (kind: "code" | "markdown", ...text: string[]): LessonSource => ({
  id: "day-001",
  file: "lesson.ts",
  cells: [{ kind, line: 10, text, tags: [] }],
});
const names = (kind: "code" | "markdown", ...text: string[]) =>
  wrongNames(source(kind, ...text)).map(({ line, name }) => [line, name]);

describe("names and notation", () => {
  it("refuse a second name for what has one, with its line", () => {
    assert.deepEqual(names("code", "const lr = 0.1;", "let [xTest, y_train] = split();"), [
      [11, "lr"],
      [12, "y_train"],
    ]);
    assert.deepEqual(names("markdown", "The weights $\\theta$ and $J(w)$."), [
      [11, "\\theta"],
      [11, "J"],
    ]);
  });

  it("leave a library's option its name", () => {
    assert.deepEqual(names("code", "new Ridge({ alpha: 1 }); model.lr;"), []);
    assert.deepEqual(names("markdown", "The weights $w$, step $\\eta$."), []);
  });

  it("need their page", () => {
    assert.ok(readNotation().length > 10);
    assert.throws(() => readNotation("# Nothing"), /no table/);
  });
});
