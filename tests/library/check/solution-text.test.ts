import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { solutionText } from "../../../library/src/check/solution-text.ts";

const source = readFileSync(
  join(import.meta.dirname, "fixtures", "day-900-sample", "lesson.ts"),
  "utf8",
);

describe("check: solution text", () => {
  it("is the region of the exercise's own cell", () => {
    assert.equal(solutionText(source, "double"), "double = (x) => {\n  return x * 2;\n};");
  });

  it("joins regions and takes their indentation away", () => {
    assert.equal(solutionText(source, "means"), "means = [1, 2];\n\nmeans.push(3);");
  });

  it("reads CRLF files", () => {
    assert.equal(solutionText(source.replaceAll("\n", "\r\n"), "means").includes("\r"), false);
  });

  it("says what is missing in a broken source", () => {
    assert.throws(() => solutionText(source, "dou"), /no "\/\/ --- solution" for exercise "dou"/);
    assert.throws(() => solutionText("", "double"), /no "\/\/ --- solution"/);
    const open = source.replace(/\/\/ --- end/, "");
    assert.throws(() => solutionText(open, "double"), /exercise "double" has no "\/\/ --- end"/);
  });
});
