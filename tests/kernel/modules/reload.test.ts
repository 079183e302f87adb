import assert from "node:assert/strict";
import { Project } from "./project.ts";

describe("local files that are edited", () => {
  let project: Project;
  beforeEach(() => {
    project = new Project();
  });
  afterEach(() => project.remove());
  const value = async (specifier: string) => (await project.loader.import(specifier)).value;

  it("are loaded once while they stay the same", async () => {
    project.write({ "a.ts": "export const value = {}" });
    assert.equal(await value("./a.ts"), await value("./a"));
  });

  it("are loaded again after an edit", async () => {
    project.write({ "a.ts": "export const value = 1" });
    assert.equal(await value("./a"), 1);
    project.write({ "a.ts": "export const value = 2" });
    assert.equal(await value("./a"), 2);
    project.write({ "a.ts": "export const value = 3" });
    assert.equal(await value("./a.ts"), 3);
  });

  it("reload those that import them, at any distance, and no others", async () => {
    project.write({
      "top.ts":
        "import { value as m } from './middle.ts'\nexport { other } from './other.ts'\nexport const value = `top ${m}`",
      "middle.ts": "import { value as b } from './bottom'\nexport const value = `middle ${b}`",
      "bottom.js": "export const value = 1",
      "other.ts": "export const other = {}",
    });
    const first = await project.loader.import("./top");
    assert.equal(first.value, "top middle 1");
    project.write({ "bottom.js": "export const value = 2" });
    const second = await project.loader.import("./top");
    assert.equal(second.value, "top middle 2");
    assert.equal(second.other, first.other);
    assert.equal(await value("./bottom"), 2);
  });

  it("reach every file that imports them, whichever is imported first", async () => {
    project.write({
      "one.ts": "export { value } from './shared'",
      "two.ts": "export { value } from './shared'",
      "shared.ts": "export const value = { is: 1 }",
    });
    assert.equal(await value("./one"), await value("./two"));
    project.write({ "shared.ts": "export const value = { is: 2 }" });
    const reloaded = await value("./one");
    assert.deepEqual(reloaded, { is: 2 });
    assert.equal(await value("./two"), reloaded);
  });

  it("may import each other in a circle", async () => {
    project.write({
      "a.ts": "import { b } from './b'\nexport const value = () => b()",
      "b.ts": "import { value } from './a'\nexport const b = () => typeof value + 1",
    });
    assert.equal(((await value("./a")) as () => string)(), "function1");
    project.write({
      "b.ts": "import { value } from './a'\nexport const b = () => typeof value + 2",
    });
    assert.equal(((await value("./a")) as () => string)(), "function2");
  });

  it("may be JSON or CommonJS", async () => {
    project.write({
      "data.json": '{ "n": 1 }',
      "uses.ts": "import data from './data.json'\nexport const value = data.n",
      "old.cjs": "exports.value = require('./older.cjs').value",
      "older.cjs": "exports.value = 'a'",
    });
    assert.deepEqual([await value("./uses"), await value("./old.cjs")], [1, "a"]);
    project.write({ "data.json": '{ "n": 22 }', "older.cjs": "exports.value = 'bb'" });
    assert.deepEqual([await value("./uses"), await value("./old.cjs")], [22, "bb"]);
    const required = project.loader.require("./old.cjs") as { value: string };
    assert.equal(required.value, "bb");
    project.write({ "older.cjs": "exports.value = 'ccc'" });
    assert.equal((project.loader.require("./old.cjs") as { value: string }).value, "ccc");
  });

  it("are loaded again after an error in them was repaired", async () => {
    project.write({ "a.ts": "export { value } from './b'", "b.ts": "export const value = (" });
    await assert.rejects(project.loader.import("./a"), SyntaxError);
    project.write({ "b.ts": "throw new Error('at load')\nexport const value = 1" });
    await assert.rejects(project.loader.import("./a"), /at load/);
    project.write({ "b.ts": "export const value = 2" });
    assert.equal(await value("./a"), 2);
  });

  it("are tried again after an error that had another cause", async () => {
    project.write({
      "a.ts": "if ((globalThis as any).__fails) throw new Error('not yet')\nexport const value = 1",
    });
    const state = globalThis as { __fails?: boolean };
    state.__fails = true;
    await assert.rejects(project.loader.import("./a"), /not yet/);
    delete state.__fails;
    assert.equal(await value("./a"), 1);
  });

  it("are noticed when they appear and disappear", async () => {
    project.write({
      "a.ts": "export const value = await import('./b').then((b) => b.value, () => 'none')",
    });
    assert.equal(await value("./a"), "none");
    project.write({
      "b.ts": "export const value = 1",
      "a.ts": "export { value } from './b' // now",
    });
    assert.equal(await value("./a"), 1);
  });
});
