import assert from "node:assert/strict";
import fs from "node:fs";
import { Project } from "../modules/project.ts";
import { Notebook } from "./notebook.ts";

describe("imports in cells", () => {
  let project: Project;
  let notebook: Notebook;
  before(() => {
    project = new Project({
      "lib.ts":
        "export const one: number = 1\nexport function two() { return 2 }\nexport default 'default'\nexport interface Shape { a: 1 }\nexport { one as 'a name' }",
      "data.json": '{ "rows": [1, 2] }',
      "side.ts": "globalThis.__side = (globalThis.__side ?? 0) + 1\nexport {}",
      "old.cjs": "exports.three = 3",
    });
    notebook = new Notebook(project.loader);
  });
  after(() => {
    notebook.close();
    project.remove();
  });

  const shown: Record<string, [cells: string[], value: unknown]> = {
    "a default": [["import d1 from './lib'\nd1"], "default"],
    names: [["import { one, two } from './lib.ts'\none + two()"], 3],
    "names under other names": [["import { one as uno, two as due } from './lib'\nuno + due()"], 3],
    "names that are strings": [["import { 'a name' as named } from './lib'\nnamed"], 1],
    "default by name": [["import { default as d2 } from './lib'\nd2"], "default"],
    "a default and names": [["import d3, { one as n3 } from './lib'\nd3 + n3"], "default1"],
    "a namespace": [["import * as ns1 from './lib'\nns1.one"], 1],
    "a default and a namespace": [["import d4, * as ns2 from './lib'\nd4 + ns2.two()"], "default2"],
    JSON: [["import data from './data.json' with { type: 'json' }\ndata.rows"], [1, 2]],
    "JSON without its attribute": [["import data2 from './data.json'\ndata2.rows.length"], 2],
    "names of JSON": [["import { rows } from './data.json'\nrows"], [1, 2]],
    CommonJS: [["import old, { three } from './old.cjs'\nold.three + three"], 6],
    "modules for their effect": [["import './side'\nimport './side.ts'", "globalThis.__side"], 1],
    "what the code above already uses": [
      ["const early = later1\nimport { one as later1 } from './lib'\nearly"],
      1,
    ],
    "names for later cells": [["import { two as kept } from './lib'", "kept()"], 2],
    "names that functions of the cell use": [
      ["import { one as inner } from './lib'\nfunction useIt() { return inner }", "useIt()"],
      1,
    ],
    "names again, as something else": [
      [
        "import { one as again } from './lib'",
        "const again = 5",
        "import again from './lib'\nagain",
      ],
      "default",
    ],
    "types that are marked": [
      [
        "import type { Shape } from './lib'\nimport { type Shape as S2, one as o5 } from './lib'\nconst shape: Shape & S2 = { a: 1 }\no5",
      ],
      1,
    ],
    "types that are not marked": [
      [
        "import { Shape, one as o6 } from './lib'\nconst s6: Shape = { a: 1 }\nlet t6 = s6 as Shape\no6",
      ],
      1,
    ],
    "types of files that are not there": [["import type { X } from './gone'\n7"], 7],
    dynamically: [["(await import('./lib')).one"], 1],
    "dynamically, from a function of an earlier cell": [
      ["const load = async (name: string) => (await import(name)).default", "await load('./lib')"],
      "default",
    ],
    "JSON dynamically": [
      ["(await import('./data.json', { with: { type: 'json' } })).default.rows"],
      [1, 2],
    ],
    "in a cell with an enum": [
      ["import { one as o7 } from './lib'\nenum E7 { A = 7 }\nE7.A + o7"],
      8,
    ],
    "in a cell with using": [["import { one as o8 } from './lib'\nusing u8 = null\no8"], 1],
    "names of globals, for the cells alone": [
      [
        "import { performance, PerformanceObserver as Event } from 'perf_hooks'\nimport process, * as URL from 'process'",
        "typeof performance.now + typeof Event + typeof process.pid + (Event === globalThis.Event) + typeof URL",
      ],
      "functionfunctionnumberfalseobject",
    ],
    "and exports from modules": [
      ["export { one } from './lib'\nexport * from './lib'\nexport * as all from './lib'\n9"],
      9,
    ],
    "two modules in one line": [
      ["import { one as a9 } from './lib'; import b9 from './lib'; a9 + b9"],
      "1default",
    ],
  };
  for (const [title, [cells, value]] of Object.entries(shown)) {
    it(`bring ${title}`, async () => {
      let actual: unknown;
      for (const cell of cells) actual = await notebook.run(cell);
      assert.deepEqual(actual, value);
    });
  }

  it("bring built-in modules", async () => {
    assert.equal(
      await notebook.run("import { readFileSync } from 'fs'\nreadFileSync"),
      fs.readFileSync,
    );
  });

  it("know their notebook", async () => {
    assert.equal(await notebook.run("import.meta.dirname"), project.directory);
    assert.equal(
      await notebook.run("const where = () => import.meta.url\nwhere()"),
      project.loader.importMeta.url,
    );
  });

  it("see a file's edits when their cell runs again", async () => {
    const cell = "import { version } from './edited'\nversion";
    project.write({ "edited.ts": "export const version = 1" });
    assert.equal(await notebook.run(cell), 1);
    project.write({ "edited.ts": "export const version = 22" });
    assert.equal(await notebook.run(cell), 22);
  });

  const refused: Record<string, RegExp> = {
    "import { onee } from './lib'\nonee":
      /'.\/lib' does not provide an export named 'onee'. Did you mean 'one'\?/,
    "import { Shape } from './lib'\nnew Shape()": /does not provide an export named 'Shape'/,
    "import { one, tow } from './lib'\nconst o = { tow }": /named 'tow'. Did you mean 'two'\?/,
    "import none from './side'\nnone": /named 'default'. It exports nothing\./,
    "import 'not-there'": /npm install not-there/,
    "export * from './not-there'": /there is no file/,
    "await import('./not-there')": /there is no file/,
  };
  for (const [cell, message] of Object.entries(refused)) {
    it(`fail for ${cell.replace("\n", "; ")}`, async () => {
      await assert.rejects(notebook.run(cell), (error: Error) => {
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
