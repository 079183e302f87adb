import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { insideText } from "../../../kernel/src/protocol/inside-text.ts";

/** The cursor is where the bar is. */
function at(marked: string): boolean {
  const offset = marked.indexOf("|");
  return insideText(marked.replace("|", ""), offset);
}

describe("inside text", () => {
  for (const marked of [
    "'a|b'",
    '"it\'s |"',
    "'a\\'|'",
    "`one\ntwo|`",
    "`${a} b|`",
    "`${f({ b: `x|` })}`",
    "let a = 1 // no|te",
    "/* a\n b| */",
  ]) {
    it(`is ${marked}`, () => assert.equal(at(marked), true));
  }

  for (const marked of [
    "a|",
    "'b' + a|",
    "'unclosed\na|",
    "`${a|}`",
    "`${f({ b: a| })}`",
    "`${{ a }} ` + a|",
    "// note\na|",
    "/* note */ a|",
    "if (a) { b| }",
    "}}|",
  ]) {
    it(`is not ${JSON.stringify(marked)}`, () => assert.equal(at(marked), false));
  }
});
