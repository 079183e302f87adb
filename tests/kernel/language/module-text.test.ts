import assert from "node:assert/strict";
import { ModuleText } from "../../../kernel/src/language/module-text.ts";

describe("places in a module's text", () => {
  const module = new ModuleText("import\n", "a.b + a", "\nexport", [
    { at: 7, text: "_old" },
    { at: 1, text: "_old" },
  ]);

  it("the insertions are in the text", () => {
    assert.equal(module.text, "import\na_old.b + a_old\nexport");
  });

  it("a place of the code is the same character of the text, and back", () => {
    for (const offset of [0, 2, 3, 4, 5, 6]) {
      const place = module.toText(offset);
      assert.equal(module.text[place], module.code[offset], String(offset));
      assert.equal(module.toCode(place), offset);
    }
  });

  it("what is inserted counts to the end of what it follows", () => {
    assert.equal(module.text.slice(0, module.toText(1)), "import\na");
    for (const place of [8, 9, 10, 11, 12]) assert.equal(module.toCode(place), 1, String(place));
    assert.equal(module.toCode(13), 2);
    assert.equal(module.toCode(module.text.indexOf("\nexport")), 7);
  });

  it("places outside of the code stay outside", () => {
    assert.ok(module.toCode(3) < 0);
    assert.ok(module.toCode(module.text.length) > module.code.length);
  });
});
