import assert from "node:assert/strict";
import {
  caseFold,
  collapseWhitespace,
  normalize,
  stripAccents,
  type UnicodeForm,
} from "../../../../library/src/text/index.ts";
import { type Comparison, fixture } from "../comparison.ts";

const said = fixture<{
  texts: string[];
  forms: Record<UnicodeForm, string[]>;
  folded: string[];
  unlikeLower: Record<string, string>;
  withoutAccents: string[];
  collapsed: string[];
}>("answers.json", import.meta.url);

const python = (subject: string, what: string, compare: () => void): Comparison => ({
  subject,
  what,
  oracle: "Python 3.11",
  tolerance: 0,
  compare,
});

/** Every comparison of normalisation. */
export const comparisons: readonly Comparison[] = [
  ...Object.entries(said.forms).map(([form, wanted]) =>
    python("normalize", form, () => {
      const plain = { stripControl: false, collapseWhitespace: false, form: form as UnicodeForm };
      assert.deepEqual(
        said.texts.map((text) => normalize(text, plain)),
        wanted,
      );
    }),
  ),
  python("caseFold", "texts", () => assert.deepEqual(said.texts.map(caseFold), said.folded)),
  python("caseFold", "every letter of Unicode 14 that is not folded to its small one", () => {
    const letters = Object.keys(said.unlikeLower);
    assert.deepEqual(letters.map(caseFold), Object.values(said.unlikeLower));
  }),
  python("caseFold", "every other letter of Unicode 14 is folded to its small one", () => {
    // Letters that came after Unicode 14 are not known to the oracle.
    for (let code = 0; code < 0x10400; code += 1) {
      const letter = String.fromCodePoint(code);
      if (/\P{L}/u.test(letter) || Object.hasOwn(said.unlikeLower, letter)) continue;
      if (code < 0xa7c0 || code > 0xa7ff) assert.equal(caseFold(letter), letter.toLowerCase());
    }
  }),
  python("stripAccents", "texts", () =>
    assert.deepEqual(said.texts.map(stripAccents), said.withoutAccents),
  ),
  python("collapseWhitespace", "texts", () =>
    assert.deepEqual(
      [" a\t b\u00a0\n c ", "\u2003x\u3000y\u2028", ""].map(collapseWhitespace),
      said.collapsed,
    ),
  ),
];
