import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { codeFrame } from "../../../kernel/src/errors/code-frame.ts";

const frame = (...args: Parameters<typeof codeFrame>) =>
  stripVTControlCharacters(codeFrame(...args));

describe("a code frame", () => {
  it("aligns its line numbers", () => {
    const source = Array.from({ length: 12 }, (_, index) => `line${index + 1}`).join("\n");
    assert.equal(
      frame(source, 10, 3),
      "   8 │ line8\n   9 │ line9\n> 10 │ line10\n     │   ^\n  11 │ line11\n  12 │ line12",
    );
  });

  const marks: Record<string, [text: string, column: number, shown: string, mark: number]> = {
    "tabs as one blank": ["\tx", 2, " x", 1],
    "wide characters as two columns": ["日本x", 3, "日本x", 4],
    "an emoji as two columns": ["😀x", 3, "😀x", 2],
    "accents on letters as none": ["e\u0301x", 3, "e\u0301x", 1],
    "the end of a line": ["abc", 4, "abc", 3],
  };
  for (const [title, [text, column, shown, mark]] of Object.entries(marks)) {
    it(`marks ${title}`, () => {
      assert.equal(frame(text, 1, column), `> 1 │ ${shown}\n    │ ${" ".repeat(mark)}^`);
    });
  }

  it("cuts a long line around the place", () => {
    const [code = "", mark = ""] = frame(`${"a".repeat(5000)}X${"b".repeat(5000)}`, 1, 5001).split(
      "\n",
    );
    assert.ok(code.length < 200);
    assert.equal(code[mark.indexOf("^")], "X");
  });

  it("is empty for a line that is not there", () => {
    assert.equal(frame("a", 2, 1), "");
    assert.equal(frame("a", 0, 1), "");
  });

  it("leaves out blank lines at its ends", () => {
    assert.equal(frame("\n\na\n\n", 3, 1), "> 3 │ a\n    │ ^");
  });
});
