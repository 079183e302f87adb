import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "mocha";
import { root } from "../../../scripts/lessons/curriculum/curriculum.ts";
import { brokenLinks } from "../../../scripts/lessons/proofread/links.ts";
import { proseLines } from "../../../scripts/lessons/proofread/prose.ts";

const broken = (...lines: string[]) =>
  brokenLinks(proseLines(lines), path.join(root, "docs")).map(({ target, why }) => [target, why]);

describe("links", () => {
  it("lead to files, headings and https addresses", () => {
    const text =
      "[a](notation.md) [b](../CONTRIBUTING.md#add-a-lesson) [c](https://example.org/x) [d](#here)";
    assert.deepEqual(broken("# Here", text), []);
  });

  it("are told where they lead nowhere", () => {
    assert.deepEqual(
      broken(
        "[a](none.md) ![b](no.png)",
        "[c](../CONTRIBUTING.md#no) [d](#gone) [e](http://x.org)",
      ),
      [
        ["none.md", "there is no such file"],
        ["no.png", "there is no such file"],
        ["../CONTRIBUTING.md#no", "there is no such heading"],
        ["#gone", "there is no such heading"],
        ["http://x.org", "no https address"],
      ],
    );
  });

  it("are not looked for in code", () => {
    assert.deepEqual(broken("`[a](none.md)`"), []);
  });
});
