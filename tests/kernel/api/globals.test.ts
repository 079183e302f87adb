import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const api = join(import.meta.dirname, "../../../kernel/src/api");
const read = (name: string) => readFileSync(join(api, name), "utf8");
/** Without indentation and line breaks, which differ with the depth. */
const words = (source: string) =>
  source
    .replace(/^\s*\* ?/gm, "")
    .replace(/\s+/g, " ")
    .trim();

describe("the types of the globals", () => {
  it("say what the module's own types say, word for word", () => {
    const types = words(read("types.ts").replace(/^export /gm, ""));
    assert.ok(words(read("globals.d.ts")).includes(types));
  });

  describe("in a lesson", () => {
    const folder = mkdtempSync(join(import.meta.dirname, "lesson-"));
    after(() => rmSync(folder, { recursive: true }));

    function compile(cell: string): string {
      const file = join(folder, "cell.ts");
      writeFileSync(file, `export {};\n${cell}\n`);
      const tsc = join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");
      const options = ["--noEmit", "--strict", "--ignoreConfig", "--types", "node"];
      const lib = ["--target", "es2024", "--module", "nodenext"];
      try {
        const args = [tsc, ...options, ...lib, file, join(api, "globals.d.ts")];
        return execFileSync(process.execPath, args).toString();
      } catch (error) {
        return (error as { stdout: Buffer }).stdout.toString();
      }
    }

    it("let every form of display compile, and a cell import another display", () => {
      const source = `
        const handle = display([{ a: 1 }], { displayId: "x" });
        handle.update(2);
        display.html("<b>").update("<i>");
        display.png(new Uint8Array(1));
        display.json({}), display.text("a"), display.raw("text/csv", "a"), display.clear(true);
        { const display = 5; void display; }
      `;
      assert.equal(compile(source), "");
    });

    it("refuse a wrong kind", () => {
      const wrong = ["display.html(5);", 'display.png("a.png");', 'display.html("a").update(5);'];
      const errors = compile(wrong.join("\n")).trim().split("\n");
      assert.deepEqual(
        errors.map((line) => /\((\d+),\d+\): error (TS2345)/.exec(line)?.slice(1)),
        [
          ["2", "TS2345"],
          ["3", "TS2345"],
          ["4", "TS2345"],
        ],
      );
    });
  });
});
