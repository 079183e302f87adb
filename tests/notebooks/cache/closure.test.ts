import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { assets, closureOf } from "../../../scripts/lessons/cache/closure.ts";
import { root } from "../../../scripts/lessons/curriculum/curriculum.ts";

const relative = (files: readonly string[]) => files.map((file) => path.relative(root, file));

describe("the files that a lesson reaches", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(root, ".cache/closure-"))));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };

  it("go through the packages' subpaths, and no further than these are used", () => {
    const files = relative(closureOf(["notebooks/_source/day-009-danfo-basics/lesson.ts"]));
    assert.ok(files.includes("library/src/frame/data-frame/data-frame.ts"), String(files.length));
    assert.ok(files.includes("datasets/src/index.ts"));
    assert.ok(!files.some((file) => file.startsWith("library/src/learn/")));
  });

  it("are found in imports, lazy imports, workers and URLs, in a circle too", () => {
    const main = write(
      "main.ts",
      `import "./a.ts"; await import('./b.ts'); new URL("./data.json", import.meta.url); // "./none.ts"`,
    );
    write("a.ts", 'export * from "./main.ts";');
    write("b.ts", "new Worker(new URL(`./c.ts`, import.meta.url));");
    write("c.ts", "");
    write("data.json", "{}");
    const names = closureOf([main]).map((file) => path.basename(file));
    assert.deepEqual(names, ["a.ts", "b.ts", "c.ts", "data.json", "main.ts"]);
  });

  it("are joined by data and fonts, which no literal names", () => {
    const files = relative(assets());
    assert.ok(files.includes("datasets/data/iris.csv"));
    assert.ok(files.some((file) => file.endsWith(".ttf")));
    assert.ok(files.every((file) => !file.endsWith(".ts")));
  });
});
