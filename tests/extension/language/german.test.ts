import assert from "node:assert/strict";
import { german } from "../../../extension/src/language/german/index.ts";
import { keysOfSource } from "./keys.ts";

const { keys, unreadable } = keysOfSource();
const holes = (text: string) => [...new Set(text.match(/%\d+/g))].sort();

describe("the German catalogue", () => {
  it("has every text that the extension asks for, by a literal", () => {
    assert.ok(keys.length > 100, `${keys.length} texts were found`);
    assert.deepEqual(unreadable, []);
    const missing = keys.filter(({ texts }) => !Object.hasOwn(german, texts[0]));
    assert.deepEqual(
      missing.map(({ at, texts }) => `${at} ${JSON.stringify(texts)}`),
      [],
    );
  });

  it("has one text for a text and two for one that counts", () => {
    for (const { texts, at } of keys) {
      const found = german[texts[0]];
      assert.equal(
        typeof found === "string" ? 1 : found?.length,
        texts.length,
        `${at} ${texts[0]}`,
      );
    }
  });

  it("fills the same holes", () => {
    for (const { texts, at } of keys) {
      const found = [german[texts[0]]].flat();
      texts.forEach((text, i) => assert.deepEqual(holes(found[i]), holes(text), `${at} ${text}`));
    }
  });

  it("has nothing that nobody asks for", () => {
    const asked = new Set(keys.map(({ texts }) => texts[0]));
    assert.deepEqual(
      Object.keys(german).filter((key) => !asked.has(key)),
      [],
    );
  });
});
