import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  normalize,
  type NormalizeOptions,
  regexpTokenize,
  sentenceTokenize,
  tokenSpans,
  utf8Decode,
  utf8Tokenize,
  wordTokenize,
} from "../../../../library/src/text/index.ts";

describe("tokens", () => {
  it("sentences go on after titles, initials and short forms", () => {
    const text = "Dr. J. R. Smith paid Mr. Low 3.50 dollars, e.g. for tea. Was it much? Yes!";
    assert.deepEqual(sentenceTokenize(text), [
      "Dr. J. R. Smith paid Mr. Low 3.50 dollars, e.g. for tea.",
      "Was it much?",
      "Yes!",
    ]);
    assert.deepEqual(
      sentenceTokenize("Er kam z. B. Montag. Ja.", { locale: "de", abbreviations: ["z", "B"] }),
      ["Er kam z. B. Montag.", "Ja."],
    );
  });

  it("no sentence and no word of nothing", () => {
    assert.deepEqual(sentenceTokenize(" \n "), []);
    assert.deepEqual(wordTokenize("—!"), []);
  });

  it("bytes come back, also a byte order mark", () => {
    for (const text of ["", "\ufeffa", "né😀"]) assert.equal(utf8Decode(utf8Tokenize(text)), text);
    assert.equal(utf8Decode([0xff]), "\ufffd");
  });

  it("refuses what is no text, unknown options and tokens that are not there", () => {
    assert.throws(() => wordTokenize(["a"] as unknown as string), /an array of 1/u);
    assert.throws(() => wordTokenize("a", { local: "en" } as object), /Did you mean "locale"/u);
    assert.throws(() => wordTokenize("a", { locale: "not a locale" }), RangeError);
    assert.throws(() => regexpTokenize("a", "("), SyntaxError);
    assert.throws(() => tokenSpans("abc", ["x"]), /Token 0, "x", is not in the text/u);
    assert.throws(() => tokenSpans("abc", "abc" as unknown as string[]), /array of tokens/u);
    assert.throws(
      () => normalize("a", { form: "NFKX" } as unknown as NormalizeOptions),
      /Did you mean "NFK/u,
    );
  });
});
