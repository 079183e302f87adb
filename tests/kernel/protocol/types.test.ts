import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { describe, it } from "mocha";
import { diagnosticFrame, typeScriptError } from "../../../kernel/src/protocol/diagnostics.ts";
import { typesModeOf } from "../../../kernel/src/protocol/types-mode.ts";
import type { CellDiagnostic } from "../../../kernel/src/language/types.ts";

describe("types mode of a cell", () => {
  it("is what a comment line asks for", () => {
    assert.equal(typesModeOf("// @daylab types: strict\nlet a = 1"), "strict");
    assert.equal(typesModeOf("let a = 1\n  //@daylab types:off  "), "off");
    assert.equal(typesModeOf("// @daylab types: strict\r\nlet a = 1"), "strict");
  });

  it("is left open by anything else", () => {
    for (const code of [
      "let a = 1",
      "// @daylab types: loud",
      'const s = "// @daylab types: strict"',
      "let a = 1 // @daylab types: strict",
    ]) {
      assert.equal(typesModeOf(code), undefined, code);
    }
  });
});

describe("diagnostics", () => {
  const code = 'const a = 1;\nconst n: number = "one";';
  const mismatch: CellDiagnostic = {
    category: "error",
    code: 2322,
    message: "Type 'string' is not assignable to type 'number'.",
    line: 2,
    column: 7,
    length: 1,
  };

  it("show the line and mark the place", () => {
    const frame = stripVTControlCharacters(diagnosticFrame(mismatch, code));
    const [message, source, marker] = frame.split("\n");
    assert.equal(
      message,
      "TS2322: Type 'string' is not assignable to type 'number'. (line 2, column 7)",
    );
    assert.equal(source, '2 | const n: number = "one";');
    assert.equal(marker.indexOf("~"), source.indexOf("n: number"));
  });

  it("say the place beside the message, before its details", () => {
    const message = "Type A is not assignable to type B.\n  Property 'c' is missing.";
    const frame = stripVTControlCharacters(diagnosticFrame({ ...mismatch, message }, code));
    assert.deepEqual(frame.split("\n").slice(0, 3), [
      "TS2322: Type A is not assignable to type B. (line 2, column 7)",
      "  Property 'c' is missing.",
      '2 | const n: number = "one";',
    ]);
  });

  it("mark no further than the line goes", () => {
    const frame = stripVTControlCharacters(diagnosticFrame({ ...mismatch, length: 500 }, code));
    const [, source, marker] = frame.split("\n");
    assert.equal(marker.length, source.length);
  });

  it("survive a place outside the cell", () => {
    const frame = diagnosticFrame({ ...mismatch, line: 99, column: 1 }, code);
    assert.match(frame, /TS.*2322/);
  });

  it("become one error, which counts the others", () => {
    const error = typeScriptError([mismatch, { ...mismatch, code: 2304, message: "x" }], code)!;
    assert.equal(error.ename, "TypeScriptError");
    assert.equal(
      error.evalue,
      "TS2322: Type 'string' is not assignable to type 'number'. (and 1 more)",
    );
    assert.equal(error.traceback.length, 2);
  });

  it("are no error where they are only warnings", () => {
    assert.equal(typeScriptError([{ ...mismatch, category: "warning" }], code), undefined);
  });
});
