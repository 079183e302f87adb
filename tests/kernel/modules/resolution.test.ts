import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Project } from "./project.ts";

const files = {
  "lib.ts": "export const from: string = 'lib.ts'\nexport default 'default'",
  "plain.js": "export const from = 'plain.js'",
  "old.cjs": "exports.from = 'old.cjs'\nexports['late' + 'Name'] = 1",
  "data.json": '{ "from": "data.json", "n": 1 }',
  "folder/index.ts": "import { from as lib } from '../lib'\nexport const from = `folder of ${lib}`",
  "outputNames.ts": "export { from } from './lib.js'",
  "readsData.ts": "import data from './data'\nexport const from = data.from",
  "enums.ts": "export enum E { A = 3 }\nexport const from = `enum ${E.A}`",
  "types.ts": "export interface Shape { a: number }\nexport type Other = string",
  "usesTypes.ts":
    "import { Shape, Other } from './types'\nexport const from = 'typed' as Other\nexport const s: Shape = { a: 1 }",
  "decorated.ts":
    "function twice(f: Function, _: unknown) { return () => 2 * f() }\nclass C { @twice m() { return 4 } }\nexport const from = new C().m()",
  "ünïcode 😀.ts": "export const from = 'unicode'",
  "usesLibrary.ts":
    "import { tensor } from '@tensorflow/tfjs-core'\nexport const from = typeof tensor",
  "node_modules/esm-only/package.json":
    '{ "name": "esm-only", "type": "module", "exports": { ".": { "import": "./main.js" }, "./sub": { "import": "./sub.js", "require": "./sub.cjs" } } }',
  "node_modules/esm-only/main.js": "export const from = 'esm-only'",
  "node_modules/esm-only/sub.js": "export const from = 'import condition'",
  "node_modules/esm-only/sub.cjs": "exports.from = 'require condition'",
  "node_modules/@scope/cjs/package.json": '{ "name": "@scope/cjs", "main": "main.js" }',
  "node_modules/@scope/cjs/main.js":
    "exports.from = '@scope/cjs'\nexports.count = (exports.count ?? 0) + 1",
  "node_modules/broken/package.json": '{ "name": "broken", "exports": "./gone.js" }',
};

describe("what a notebook can import", () => {
  let project: Project;
  before(() => {
    project = new Project(files);
  });
  after(() => project.remove());

  const found: Record<string, string> = {
    "./lib.ts": "lib.ts",
    "./lib.js": "lib.ts",
    "./lib": "lib.ts",
    "./plain.js": "plain.js",
    "./plain": "plain.js",
    "./old.cjs": "old.cjs",
    "./data.json": "data.json",
    "./data": "data.json",
    "./folder": "folder of lib.ts",
    "./folder/": "folder of lib.ts",
    "./folder/index.ts": "folder of lib.ts",
    "./outputNames": "lib.ts",
    "./readsData": "data.json",
    "./enums": "enum 3",
    "./usesTypes": "typed",
    "./ünïcode 😀.ts": "unicode",
    "./usesLibrary": "function",
    "esm-only": "esm-only",
    "esm-only/sub": "import condition",
    "@scope/cjs": "@scope/cjs",
  };
  for (const [specifier, from] of Object.entries(found)) {
    it(`finds ${specifier}`, async () => {
      const { from: actual } = await project.loader.importNames(specifier, ["from"]);
      assert.equal(actual, from);
    });
  }

  it("runs decorators in local files", async () => {
    assert.equal((await project.loader.import("./decorated")).from, 8);
  });

  it("finds files by absolute path and by URL", async () => {
    const path = project.path("ünïcode 😀.ts");
    const url = pathToFileURL(path).href;
    for (const specifier of [path, url]) {
      assert.equal((await project.loader.import(specifier)).from, "unicode", specifier);
    }
  });

  it("gives one instance under every name of a file", async () => {
    const names = ["./lib.ts", "./lib.js", "./lib", "./folder/../lib", project.path("lib.ts")];
    const modules = await Promise.all(names.map((name) => project.loader.import(name)));
    assert.equal(new Set(modules).size, 1);
  });

  it("finds built-in modules with and without their scheme", async () => {
    for (const specifier of ["fs", "node:fs"]) {
      assert.equal((await project.loader.import(specifier)).readFileSync, fs.readFileSync);
    }
    const { readFile } = await project.loader.import("fs/promises");
    assert.equal(readFile, fs.promises.readFile);
  });

  it("finds the kernel's own packages, as the same instance the library has", async () => {
    const library = createRequire(new URL("../../../library/package.json", import.meta.url));
    const core = await project.loader.import("@tensorflow/tfjs-core");
    assert.equal(core.tensor, (library("@tensorflow/tfjs-core") as typeof core).tensor);
    const tfjs = library.resolve("@tensorflow/tfjs-node");
    assert.equal(
      project.loader.importMeta.resolve("@tensorflow/tfjs-node"),
      pathToFileURL(tfjs).href,
    );
    assert.match(project.loader.importMeta.resolve("daylab/frame"), /\/library\/src\/frame/);
  });

  it("answers for tslab itself, also where tslab is installed", () => {
    project.write({
      "node_modules/tslab/package.json": '{ "name": "tslab", "main": "index.js" }',
      "node_modules/tslab/index.js": "throw new Error('this tslab needs its own engine')",
    });
    assert.match(project.loader.importMeta.resolve("tslab"), /\/kernel\/src\/api\/tslab\.ts$/);
  });

  it("imports JSON with and without its attribute", async () => {
    const attributes = { with: { type: "json" } };
    const { default: data } = await project.loader.import("./data.json", attributes);
    assert.deepEqual(data, { from: "data.json", n: 1 });
    assert.equal((await project.loader.import("./data.json")).default, data);
  });

  it("imports names of CommonJS modules that reading their code does not find", async () => {
    const { lateName, default: whole } = await project.loader.importNames("./old.cjs", [
      "lateName",
    ]);
    assert.equal(lateName, 1);
    assert.deepEqual(whole, { from: "old.cjs", lateName: 1 });
  });

  it("tells require about the notebook's folder, local files and conditions", () => {
    const { require } = project.loader;
    assert.deepEqual(require("./data.json"), { from: "data.json", n: 1 });
    assert.equal((require("esm-only/sub") as { from: string }).from, "require condition");
    assert.equal((require("./lib") as { from: string }).from, "lib.ts");
    assert.equal(require("fs"), fs);
    assert.equal(require.resolve("@scope/cjs"), project.path("node_modules/@scope/cjs/main.js"));
    const { tensor } = require("@tensorflow/tfjs-core") as { tensor: unknown };
    assert.equal(typeof tensor, "function");
  });

  it("describes the notebook", () => {
    const { importMeta, filename, dirname } = project.loader;
    assert.equal(dirname, project.directory);
    assert.equal(filename, project.path("notebook.ts"));
    assert.equal(importMeta.url, pathToFileURL(filename).href);
    assert.equal(importMeta.filename, filename);
    assert.equal(importMeta.dirname, dirname);
    assert.equal(importMeta.resolve("./lib"), pathToFileURL(project.path("lib.ts")).href);
  });

  it("finds a file that was not there when it was first asked for", async () => {
    await assert.rejects(project.loader.import("./later.ts"), { name: "ModuleNotFoundError" });
    project.write({ "later.ts": "export const from = 'later'" });
    assert.equal((await project.loader.import("./later.ts")).from, "later");
  });

  const refusals: Record<string, RegExp> = {
    "no-such-package":
      /Cannot find package 'no-such-package'\. Looked in node_modules of .*daylab modules.* Run 'npm install no-such-package' in .*daylab modules ü-\w+\.$/,
    "@no/such/file.js": /package '@no\/such' \(for '@no\/such\/file.js'\).*npm install @no\/such'/,
    "./lob.ts": /Cannot find '.\/lob.ts': there is no file .*lob.ts\. Did you mean 'lib.ts'\?/,
    "./zzzzzzzz": /there is no file [^?]*zzzzzzzz\.$/,
    "./nowhere/x.ts": /there is no folder .*nowhere\.$/,
    "https://esm.sh/lodash": /not from 'https:' addresses.*npm install/,
    "npm:lodash": /not from 'npm:' addresses/,
    "node:nothing": /has no built-in module 'node:nothing'/,
  };
  for (const [specifier, message] of Object.entries(refusals)) {
    it(`says what to do about ${specifier}`, async () => {
      await assert.rejects(project.loader.import(specifier), {
        name: "ModuleNotFoundError",
        code: "ERR_MODULE_NOT_FOUND",
        specifier,
        message,
      });
    });
  }

  it("leaves errors of packages that are there to Node", async () => {
    await assert.rejects(project.loader.import("broken"), /gone\.js/);
    await assert.rejects(project.loader.import("esm-only/nothing"), {
      code: "ERR_PACKAGE_PATH_NOT_EXPORTED",
    });
  });

  it("says where a local file is not TypeScript", async () => {
    project.write({ "bad.ts": "export const a = 1\nexport const b: = 2" });
    await assert.rejects(project.loader.import("./bad"), {
      name: "SyntaxError",
      line: 2,
      column: 17,
      url: pathToFileURL(project.path("bad.ts")).href,
    });
  });
});

describe("names of a static import", () => {
  let project: Project;
  before(() => {
    project = new Project({
      "lib.ts": "export const accuracy = 1\nexport type Score = number",
      "data.json": '{ "rows": [] }',
      "old.cjs": "module.exports = { accuracy: 1 }",
    });
  });
  after(() => project.remove());

  it("must exist where they are used as values", async () => {
    await assert.rejects(project.loader.importNames("./lib.ts", ["acuracy"]), {
      name: "SyntaxError",
      message: "'./lib.ts' does not provide an export named 'acuracy'. Did you mean 'accuracy'?",
    });
    await assert.rejects(project.loader.importNames("./lib.ts", ["default"]), {
      message: "'./lib.ts' does not provide an export named 'default'. It exports accuracy.",
    });
    await assert.rejects(project.loader.importNames("./data.json", ["row"]), /'rows'\?/);
    await assert.rejects(project.loader.importNames("./old.cjs", ["Accuracy"]), /'accuracy'\?/);
  });

  it("may be missing where they are not, since they may be types", async () => {
    const { Score, accuracy } = await project.loader.importNames("./lib.ts", ["accuracy"]);
    assert.deepEqual([Score, accuracy], [undefined, 1]);
  });
});
