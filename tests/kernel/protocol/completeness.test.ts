import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { guess } from "../../../kernel/src/protocol/completeness.ts";
import { JupyterClient } from "../client/jupyter-client.ts";

describe("completeness without the language thread", () => {
  const complete = ["", "1 + 1", "f(`a`)", "`nested ${`inner ${'}'}`}`", "'{'", "'a' // {", "x++"];
  complete.push(
    "/* ( */ 1",
    "if (x) {\n  y()\n}",
    '"\\""',
    "`a\nb`",
    "x = { a: [1, (2)] }",
    "'http://a'",
    "1 // don't",
  );
  for (const code of complete) {
    it(`takes as complete ${JSON.stringify(code)}`, () => {
      assert.deepEqual(guess(code), { status: "complete" });
    });
  }

  const incomplete: [string, string][] = [
    ["function f() {", "  "],
    ["if (a) {\n  b()", "  "],
    ["[1, 2,", "  "],
    ["const s = `a", ""],
    ["`a ${", "  "],
    ["/* a", ""],
    ["const f = (x) =>", "  "],
    ["1 +", "  "],
    ["  f(", "    "],
    ["f( // not )", "  "],
  ];
  for (const [code, indent] of incomplete) {
    it(`asks for another line after ${JSON.stringify(code)}`, () => {
      assert.deepEqual(guess(code), { status: "incomplete", indent });
    });
  }

  for (const code of ["}", "f(]", "'a", "'a\nb'", '"']) {
    it(`takes as invalid ${JSON.stringify(code)}`, () => {
      assert.deepEqual(guess(code), { status: "invalid" });
    });
  }

  it("is what a console gets that asks before the types are loaded", async () => {
    const kernel = await JupyterClient.start();
    const asked = kernel.send("shell", "is_complete_request", { code: "function f() {" });
    assert.deepEqual((await kernel.answer(asked)).reply, { status: "incomplete", indent: "  " });
    await kernel.stop();
  });
});
