import assert from "node:assert/strict";
import { Notebook } from "./notebook.ts";

describe("completion", () => {
  let notebook: Notebook;
  before(async () => {
    notebook = new Notebook({
      "package.json": '{ "dependencies": { "left-pad": "1", "@acme/tools": "1" } }',
      "node_modules/left-pad/package.json":
        '{ "name": "left-pad", "exports": { ".": "./a.js", "./fast": "./b.js", "./deep/er": "./c.js" } }',
      "data/penguins.csv": "",
      "data/iris.csv": "",
      "data/raw/x.csv": "",
      "helper.ts": "export const helpful = 1; export const other = 2",
      ".hidden": "",
    });
    await notebook.language.commit(
      "const trainRows = [1, 2]; let trainLoss = 0.5; class Trainer { fit(epochs: number) { return epochs } }\n" +
        "interface TrainOptions { epochs: number; optimiser: 'sgd' | 'adam' }\n" +
        "function train(options: TrainOptions) { return options.epochs }\nimport * as path1 from 'node:path'",
    );
  });
  after(() => notebook.close());

  const completesTo = async (marked: string, expected: readonly string[]): Promise<void> =>
    assert.deepEqual(await notebook.complete(marked), expected);
  const offers = async (marked: string, ...names: string[]): Promise<void> => {
    const items = await notebook.complete(marked);
    for (const name of names) assert.ok(items.includes(name), `${name} in ${items.join(" ")}`);
  };

  it("members, also in text that is not finished", async () => {
    await completesTo("Math.flo|", ["floor"]);
    await completesTo("[1].map((x) => x.toF|", ["toFixed"]);
    await completesTo("if (Number.isI|", ["isInteger"]);
    await completesTo("const s = { a: { bcd: 1 } };\ns.a.b|\nfoo(", ["bcd"]);
    await offers("'x'.|", "trim", "length");
    await completesTo("const o: { abc?: { def: 1 } } = {}; o.abc?.d|", ["def"]);
  });

  it("locals come before globals", async () => {
    const items = await notebook.complete("const consume = 1; function f(consult: 1) { cons|");
    assert.deepEqual(items.slice(0, 2), ["consult", "consume"]);
    assert.ok(items.includes("console"));
  });

  it("names of earlier cells, with their kind", async () => {
    const { items } = await notebook.language.complete("train", 5);
    assert.deepEqual(
      items.filter(({ text }) => /^train/i.test(text)).map(({ text, type }) => `${text} ${type}`),
      ["train function", "Trainer class", "trainLoss let", "trainRows const"],
    );
    await completesTo("path1.basen|", ["basename"]);
    await completesTo("new Trainer().f|", ["fit"]);
    await completesTo("trainLoss.toFi|", ["toFixed"]);
  });

  it("types of earlier cells where a type belongs", async () => {
    const items = await notebook.complete("let a: Train|");
    assert.deepEqual(items, ["Trainer", "TrainOptions"]);
  });

  it("a name the cell declares itself is offered once", async () => {
    assert.deepEqual(await notebook.complete("const trainRows = 'mine'; trainRo|"), ["trainRows"]);
    await offers("const trainRows = 'mine'; trainRows.|", "trim");
  });

  it("keys and literals that the type asks for", async () => {
    await completesTo("train({ |", ["epochs", "optimiser"]);
    await completesTo("train({ epochs: 1, op| })", ["optimiser"]);
    await completesTo("train({ epochs: 1, optimiser: '|' })", ["sgd", "adam"]);
    await completesTo("const t: TrainOptions = { epochs: 1, optimiser: 's|", ["sgd"]);
  });

  it("keywords come last", async () => {
    const { items } = await notebook.language.complete("e", 1);
    const kinds = items.map(({ type }) => type);
    assert.ok(kinds.includes("keyword"));
    assert.ok(kinds.lastIndexOf("keyword") === kinds.length - 1);
    assert.ok(!kinds.slice(0, kinds.indexOf("keyword")).includes("keyword"));
    assert.ok(!kinds.slice(kinds.indexOf("keyword")).some((kind) => kind !== "keyword"));
  });

  it("modules: Node's, the notebook's, the repository's and their entry points", async () => {
    await completesTo("import x from 'node:fs/p|'", ["node:fs/promises"]);
    await completesTo("import x from 'left|", ["left-pad"]);
    await completesTo("import x from '@acme/|", ["@acme/tools"]);
    await completesTo('import x from "left-pad/|"', ["left-pad/deep/er", "left-pad/fast"]);
    await completesTo("await import('tsl|')", ["tslab"]);
    await completesTo("const m = require('danf|", ["danfojs-node"]);
    await completesTo("import { iou } from 'daylab/vis|'", ["daylab/vision"]);
    await completesTo("import x from '@tensorflow/|'", ["@tensorflow/tfjs-node"]);
  });

  it("a broken package.json offers nothing and breaks nothing", async () => {
    const broken = new Notebook({ "package.json": '{ "dependencies": ' });
    assert.deepEqual(await broken.complete("import x from 'tsl|"), ["tslab"]);
    broken.write("package.json", '{ "dependencies": { "tslice": "1" }, "exports": 5 }');
    assert.deepEqual(await broken.complete("import x from 'tsl|"), ["tslab", "tslice"]);
    assert.deepEqual(await broken.complete("import x from 'tslice/|"), []);
    await broken.close();
  });

  it("what a module exports", async () => {
    await completesTo("import { readFileS| } from 'node:fs'", ["readFileSync"]);
    await completesTo("import { help| } from './helper.ts'", ["helpful"]);
  });

  it("paths, relative to the notebook", async () => {
    await completesTo("import x from './|'", ["./data/", "./helper.ts", "./package.json"]);
    await completesTo("import x from './h|", ["./helper.ts"]);
    await completesTo("readCsv('./data/|')", [
      "./data/iris.csv",
      "./data/penguins.csv",
      "./data/raw/",
    ]);
    await completesTo("readCsv(`data/pen|`)", ["data/penguins.csv"]);
    await completesTo("readCsv('data/absent/|')", []);
    await completesTo("readCsv('.hid|')", [".hidden"]);
  });

  it("a path is replaced whole, a name to its end", async () => {
    const code = "readCsv('./data/peng')";
    const { start, end } = await notebook.language.complete(code, code.indexOf("eng"));
    assert.equal(code.slice(start, end), "./data/peng");
    const name = "Math.floxx + 1";
    const found = await notebook.language.complete(name, 8);
    assert.equal(name.slice(found.start, found.end), "floxx");
    assert.deepEqual(await notebook.language.complete("const a = '😀'; Math.sig", 24), {
      items: [{ text: "sign", type: "method", signature: "(x: number): number" }],
      start: 21,
      end: 24,
    });
  });

  it("nothing in a comment, after a number or in an empty string of text", async () => {
    await completesTo("// con|", []);
    await completesTo("/* con| */", []);
    await completesTo("const cons| = 1", []);
    await completesTo("'no such file here|'", []);
  });

  it("at most 500 items, none of them internal", async () => {
    const { items } = await notebook.language.complete("", 0);
    assert.ok(items.length > 100);
    const code = "import * as ts from 'typescript'; ts.";
    assert.equal((await notebook.language.complete(code, code.length)).items.length, 500);
    for (const marked of [
      "|",
      "_|",
      "import('./_|')",
      "let x: _|",
      "globalThis.|",
      "import x from './|",
    ])
      for (const name of await notebook.complete(marked)) assert.doesNotMatch(name, /daylab_/);
  });

  it("an offset outside the code does no harm", async () => {
    assert.equal((await notebook.language.complete("Math.floo", 99)).end, 9);
    assert.equal((await notebook.language.complete("abc", -1)).start, 0);
  });
});
