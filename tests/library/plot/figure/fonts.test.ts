import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fontFiles, textWidth } from "../../../../library/src/plot/figure/fonts.ts";
import { answers } from "../answers.ts";

describe("fonts", () => {
  it("measures text as fontTools does, in Latin, Greek, Cyrillic and mathematical signs", () => {
    for (const { text, weight, ems } of answers.widths) {
      assert.ok(Math.abs(textWidth(text, 12, weight) - 12 * ems) < 1e-9, `${weight} '${text}'`);
    }
  });

  it("gives a sign that the font lacks the width of its box", () => {
    assert.ok(textWidth("中", 10) > 0);
    assert.equal(textWidth("😀", 10), textWidth("中", 10));
  });

  it("are the files whose checksums the README names", () => {
    const readme = readFileSync(
      new URL("../../../../library/assets/fonts/README.md", import.meta.url),
      "utf8",
    );
    for (const file of Object.values(fontFiles)) {
      assert.ok(
        readme.includes(createHash("sha256").update(readFileSync(file)).digest("hex")),
        file,
      );
    }
  });
});
