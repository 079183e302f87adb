import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { proseLines } from "../../../scripts/lessons/proofread/prose.ts";

const prose = (...lines: string[]) =>
  proseLines(lines).map((line) => line.prose.trim().replace(/\s+/g, " "));

describe("what of a text is prose", () => {
  it("is not code, formula, tag, address or title", () => {
    assert.deepEqual(prose("The `fooo` of $xx$ in [a page](./barr.md) <b>is</b> *The Titel*."), [
      "The of in [a page is .",
    ]);
    assert.deepEqual(prose("**bold wordd** and *one*"), ["**bold wordd** and"]);
  });

  it("is not what stands in a fence or a displayed formula", () => {
    assert.deepEqual(prose("a", "```ts", "codee", "```", "b", "$$", "xx", "$$", "$$ y $$", "c"), [
      ...["a", "", "", "", "b", "", "", "", "", "c"],
    ]);
  });

  it("keeps the number of its line", () => {
    const lines = proseLines(["a", "b"], 7);
    assert.deepEqual(
      lines.map(({ line }) => line),
      [7, 8],
    );
  });
});
