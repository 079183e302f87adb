import assert from "node:assert/strict";
import { Notebook } from "./notebook.ts";

describe("imports of a notebook outside the repository", () => {
  let notebook: Notebook;
  before(() => {
    notebook = new Notebook({
      "data.json": '{ "rows": [1, 2] }',
      "helper.ts": "export const version = 1;\nexport interface Shape { sides: number }",
      "plain.mjs": "/** Doubles. */ export function twice(x = 1) { return x * 2 }",
      "node_modules/untyped/package.json": '{ "name": "untyped", "main": "index.js" }',
      "node_modules/untyped/index.js": "module.exports = 1",
      "node_modules/typed/package.json": '{ "name": "typed", "types": "index.d.ts" }',
      "node_modules/typed/index.d.ts":
        '/// <reference types="node" />\nexport declare const stamp: NodeJS.ProcessVersions;',
      "node_modules/acorn/package.json": '{ "name": "acorn", "types": "index.d.ts" }',
      "node_modules/acorn/index.d.ts": "export declare const mine: true;",
    });
  });
  after(() => notebook.close());

  const clean = async (code: string): Promise<void> =>
    assert.deepEqual(await notebook.check(code), [], code);

  it("JSON, with and without an import attribute", async () => {
    await clean("import data from './data.json'; data.rows.map((row) => row.toFixed())");
    await clean("import data from './data.json' with { type: 'json' }; data.rows[0].toFixed()");
    await clean("(await import('./data.json', { with: { type: 'json' } })).default.rows.length");
    assert.match(
      String(await notebook.check("import data from './data.json'; data.nope")),
      /TS2339/,
    );
  });

  it("local TypeScript and JavaScript files", async () => {
    await clean("import { version, type Shape } from './helper.ts'; const s: Shape = { sides: 3 }");
    await clean("import { version } from './helper'; version.toFixed()");
    await clean("import { twice } from './plain.mjs'; twice(2).toFixed()");
    assert.match(String(await notebook.check("import x from './absent.ts'")), /TS2307 1:15/);
  });

  it("a local file is read again after an edit, also under names imported before", async () => {
    await notebook.run(
      "import * as helper from './helper.ts'; import { version } from './helper.ts'",
    );
    await clean("helper.version.toFixed()");
    notebook.write("helper.ts", "export const version = 'two';\nexport const added = 1;");
    await clean("helper.version.trim(); helper.added.toFixed(); version.trim()");
    await clean("import { added } from './helper.ts'; added.toFixed()");
  });

  it("a file or a package that appears later is found then", async () => {
    const code = "import { late } from './late.ts'; import { newer } from 'newer'; late + newer";
    assert.equal((await notebook.check(code)).length, 2);
    notebook.write("late.ts", "export const late = 1");
    notebook.write("node_modules/newer/package.json", '{ "name": "newer", "types": "a.d.ts" }');
    notebook.write("node_modules/newer/a.d.ts", "export declare const newer: number");
    await clean(code);
  });

  it("a package without types is any", async () => {
    await clean("import untyped from 'untyped'; untyped.whatever(1).more");
    await notebook.run("import * as u1 from 'untyped'");
    await clean("u1.whatever");
  });

  it("a package that does not exist is an error", async () => {
    assert.match(String(await notebook.check("import x from 'no-such-package-1'")), /TS2307 1:15/);
  });

  it("the notebook's packages come before the kernel's", async () => {
    await clean("import { mine } from 'acorn'; const yes: true = mine");
    await clean("import ts from 'typescript'; const v: string = ts.version");
  });

  it("the library and TensorFlow come from the kernel's repository", async () => {
    await notebook.run("import * as tf from '@tensorflow/tfjs-node'; const t1 = tf.tensor([1, 2])");
    await notebook.run("const t2 = t1.mul(2), shape1 = t2.shape; let model1 = tf.sequential()");
    await clean(
      "const s: tf.Scalar = t2.sum().asScalar(); shape1.length; model1 = tf.sequential()",
    );
    assert.match(String(await notebook.check("t2.nope; model1 = 1")), /TS2339 1:4.*TS2322 1:10/);
    await clean("import { iou } from 'daylab/vision'; iou.name.trim()");
  });

  it("there is one copy of Node's types", async () => {
    await clean("import { stamp } from 'typed'; stamp.node.trim(); process.version.trim()");
  });

  it('"tslab" is the kernel itself', async () => {
    assert.deepEqual(
      await notebook.check("import { display } from 'tslab'; display.html('a')"),
      [],
    );
  });
});
