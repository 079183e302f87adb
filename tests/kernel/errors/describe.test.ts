import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { runInNewContext } from "node:vm";
import { describeError, type CellSource } from "../../../kernel/src/errors/index.ts";
import { Project } from "../modules/project.ts";
import { Notebook } from "../transpile/notebook.ts";

/** Cells 1, 2, 3 … run in order; the last one's error as a reader without colours sees it. */
async function failure(...sources: string[]) {
  const notebook = new Notebook(project.loader);
  const cells = new Map<string, CellSource>();
  sources.forEach((code, index) => {
    cells.set(notebook.url(index), {
      label: `Cell [${index + 1}]`,
      code,
      toOriginal: (line, column) => {
        const prepared = notebook.prepared[index];
        return prepared ? prepared.toOriginal(line, column) : { line, column };
      },
    });
  });
  try {
    for (const source of sources) await notebook.run(source);
  } catch (error) {
    return plain(error, cells);
  } finally {
    notebook.close();
  }
  throw new Error("no cell failed");
}

function plain(error: unknown, cells: ReadonlyMap<string, CellSource> = new Map()) {
  const { ename, evalue, traceback } = describeError(error, cells);
  return { ename, evalue, text: traceback.map(stripVTControlCharacters).join("\n") };
}

let project: Project;
before(() => {
  project = new Project({
    "helper.ts":
      "enum Kind { Bad }\nexport function refuse(x: number): never {\n  throw new RangeError(`no ${x} ${Kind[0]}`)\n}",
    "bad.ts": "let x: = 1",
    "node_modules/pack/package.json": '{ "name": "pack", "type": "module", "main": "lib/main.js" }',
    "node_modules/pack/lib/main.js": "export function call(f) {\n  return f()\n}",
  });
});
after(() => project.remove());

describe("a described error", () => {
  it("shows the line, its surroundings and the user's frames", async () => {
    const { ename, evalue, text } = await failure(
      "// first\nfunction train(epochs: number) {\n  if (epochs > 1) throw new TypeError('diverged')\n}",
      "[2].forEach((n) => train(n))",
    );
    assert.deepEqual([ename, evalue], ["TypeError", "diverged"]);
    assert.equal(
      text,
      `TypeError: diverged

  1 │ // first
  2 │ function train(epochs: number) {
> 3 │   if (epochs > 1) throw new TypeError('diverged')
    │                         ^
  4 │ }

    at train (Cell [1]:3:25)
    at Cell [2]:1:20
    at Cell [2]:1:5`,
    );
  });

  const places: Record<string, [cells: string[], places: string[]]> = {
    "in the first line, after everything that was put before it": [
      ["import fs from 'node:fs'; function f() {}; null.x"],
      ["Cell [1]:1:49"],
    ],
    "after an await": [["await 1\n  missing"], ["Cell [1]:2:3"]],
    "in an async function": [
      ["async function later() {\n await 1\n throw new Error('x') }", "await later()"],
      ["later (Cell [1]:3:8)", "Cell [2]:1:1"],
    ],
    "in a hoisted function and below it": [
      ["early()\nfunction early() {\n\n  missing }", "missing"],
      ["early (Cell [1]:4:3)", "Cell [1]:1:1"],
    ],
    "in compiled code": [
      ["enum E { A,\n B }\nclass P { constructor(private a: number) { null.x } }\n\nnew P(E.A)"],
      ["new P (Cell [1]:3:49)", "Cell [1]:5:1"],
    ],
    "under a decorator": [
      [
        "const d = (f: Function, _: unknown) => f\n\nclass D { @d run() {\n  throw new Error('x') } }\nnew D().run()",
      ],
      ["D.run (Cell [1]:4:9)", "Cell [1]:5:9"],
    ],
    "in a cell with using": [
      ["using u = null\nfunction f() { throw new Error('x') }\n f()"],
      ["f (Cell [1]:2:22)", "Cell [1]:3:2"],
    ],
    "behind letters beyond ASCII": [
      ["const s: Été = '😀日本'; type Été = string; null.x"],
      ["Cell [1]:1:48"],
    ],
    "in an object literal": [["{ a: 1,\n b: missing }"], ["Cell [1]:2:5"]],
    "in the brace's line of an object literal": [["{ a: missing }"], ["Cell [1]:1:6"]],
    "after Windows line ends": [["1\r\n\r\n missing"], ["Cell [1]:3:2"]],
    "in evaluated text": [["\neval('throw new Error(1)')"], ["Cell [1]:2:1"]],
    "for a package that is not there": [["1\nimport x from 'not-there'"], ["Cell [1]:2:1"]],
    "for a file that is not there": [["1;\nawait import('./not-there')"], ["Cell [1]:2:7"]],
    "for a name that is not exported": [
      ["import { refusee } from './helper'\nrefusee(1)"],
      ["Cell [1]:1:1"],
    ],
    "for text that is not TypeScript": [["let a = 1\nlet b = (;"], ["Cell [1]:2:10"]],
    "in a file that was compiled": [
      ["import { refuse } from './helper'\nrefuse(1)"],
      ["refuse (helper/helper.ts:3:9)", "Cell [1]:2:1"],
    ],
    "in a package": [
      ["import { call } from 'pack'", "call(() => { throw new Error('x') })"],
      ["Cell [2]:1:20", "call (pack/lib/main.js:2:10)", "Cell [2]:1:1"],
    ],
  };
  for (const [title, [cells, expected]] of Object.entries(places)) {
    it(`says where it happened ${title}`, async () => {
      const { text } = await failure(...cells);
      const actual = [...text.matchAll(/^ +at (.*)$/gm)].map((match) => match[1]);
      const file = project.path("helper.ts");
      assert.deepEqual(
        actual.map((place) => place?.replace(file, "helper/helper.ts")),
        expected,
        text,
      );
    });
  }

  it("calls what took a global's name by that name", async () => {
    const { evalue, text } = await failure(
      "class Event { constructor() { throw new Error('x') } }\nlet process: any = 1",
      "try { process() } catch (cause) { new Event() }",
    );
    assert.equal(evalue, "x");
    assert.match(text, /at new Event \(Cell \[1\]:1:37\)/);
    const { evalue: message } = await failure("let process: any = 1\nprocess()");
    assert.equal(message, "process is not a function");
  });

  it("shows where a local file is not TypeScript", async () => {
    const { ename, text } = await failure("import x from './bad'");
    assert.equal(ename, "SyntaxError");
    assert.match(text, /at .*bad\.ts:1:8\n\n> 1 │ let x: = 1\n {4}│ {8}\^/);
  });

  it("shows paths from the working folder and from their package", () => {
    const here = fileURLToPath(import.meta.url);
    const library = fileURLToPath(new URL("../../../library/src/x.ts", import.meta.url));
    const directory = process.cwd();
    const error = new Error("x");
    error.stack = `Error: x\n    at f (${here}:1:2)\n    at file://${library}:3:4`;
    try {
      process.chdir(fileURLToPath(new URL(".", import.meta.url)));
      assert.match(
        plain(error).text,
        /at f \(describe\.test\.ts:1:2\)\n +at daylab\/src\/x\.ts:3:4$/,
      );
    } finally {
      process.chdir(directory);
    }
  });

  it("leaves out Node's and the kernel's frames, and all below the evaluation", () => {
    const error = new Error("x");
    const kernel = new URL("../../../kernel/src/main/run.ts", import.meta.url).href;
    error.stack = `Error: x\n    at a (node:fs:1:1)\n    at b (${kernel}:1:1)\n    at Array.map (<anonymous>)\n    at async Promise.all (index 0)\n    at Session.post (node:inspector:1:1)\n    at c (/outside.ts:1:1)`;
    assert.equal(plain(error).text, "Error: x");
  });

  it("shows causes, each with its own place", async () => {
    const { text } = await failure(
      "function load() { throw new RangeError('no file') }",
      "try { load() } catch (cause) {\n  throw new Error('no data', { cause }) }",
    );
    assert.match(text, /^Error: no data\n[^]*\n {2}Caused by: RangeError: no file\n/);
    assert.match(text, /\n {6}at load \(Cell \[1\]:1:25\)\n {6}at Cell \[2\]:1:7$/);
  });

  it("stops where causes go in a circle or too deep", () => {
    const a = new Error("a");
    const b = new Error("b", { cause: a });
    a.cause = b;
    assert.match(plain(a).text, /Caused by: Error: b[^]*Caused by: the same error again/);
    let deep = new Error("0");
    for (let index = 1; index < 1000; index++) deep = new Error(String(index), { cause: deep });
    const { text } = plain(deep);
    assert.match(text, /Error, and so on/);
    assert.ok(text.length < 20_000, String(text.length));
  });

  it("shows the members of an AggregateError, not too many", async () => {
    const { ename, text } = await failure(
      "await Promise.any([Promise.reject(new TypeError('one')), Promise.reject('two')])",
    );
    assert.equal(ename, "AggregateError");
    assert.match(text, /\[1 of 2\] TypeError: one[^]*\[2 of 2\] Uncaught: 'two'/);
    const many = new AggregateError(Array.from({ length: 1000 }, () => new Error("m")));
    assert.equal(plain(many).text.match(/of 1000\]/g)?.length, 10);
  });

  it("shows both errors of a failed disposal", async () => {
    const { ename, text } = await failure(
      "using u = { [Symbol.dispose]() { throw new Error('closing') } }\nthrow new Error('work')",
    );
    assert.equal(ename, "SuppressedError");
    assert.match(text, /Thrown while disposing: Error: closing[^]*After: Error: work/);
  });

  it("collapses a recursion", async () => {
    const { ename, text } = await failure("function r(): number {\n  return r() + 1 }", "r()");
    assert.equal(ename, "RangeError");
    assert.match(text, /at r \(Cell \[1\]:2:10\)\n {4}… \d+ more times/);
  });

  it("shortens a long stack and a long message", () => {
    const error = new Error("long ".repeat(1_000_000));
    const frames = Array.from({ length: 500 }, (_, index) => `    at f${index} (/far/x.ts:1:1)`);
    error.stack = `Error: ${error.message}\n${frames.join("\n")}`;
    const { evalue, text } = plain(error);
    assert.match(evalue, /… \(4996000 more characters\)$/);
    assert.match(text, /… 477 lines\n/);
    assert.ok(text.length < 10_000);
  });

  const values: Record<string, [thrown: string, evalue: string]> = {
    "a string": ["'text'", "'text'"],
    undefined: ["undefined", "undefined"],
    null: ["null", "null"],
    "a number": ["42", "42"],
    "a symbol": ["Symbol('s')", "Symbol(s)"],
    "an object": ["{ code: 7 }", "{ code: 7 }"],
    "a function": ["function f() {}", "[Function: f]"],
  };
  for (const [title, [thrown, evalue]] of Object.entries(values)) {
    it(`tells that ${title} was thrown`, () => {
      const described = plain(runInNewContext(`(${thrown})`));
      assert.equal(described.ename, "Uncaught");
      assert.equal(described.evalue, evalue);
      assert.match(described.text, /is not an Error/);
    });
  }

  it("names the class of an error that has no name of its own", async () => {
    const { ename } = await failure("class DataError extends Error {}\nthrow new DataError('x')");
    assert.equal(ename, "DataError");
  });

  it("takes errors of other realms as errors", () => {
    const { ename, evalue } = plain(runInNewContext("new TypeError('elsewhere')"));
    assert.deepEqual([ename, evalue], ["TypeError", "elsewhere"]);
    assert.equal(plain({ name: "Odd", message: "m", stack: "Odd: m" }).ename, "Odd");
  });

  const hostile: Record<string, () => unknown> = {
    "getters that throw": () =>
      Object.defineProperties(new Error("x"), {
        name: { get: () => assert.fail() },
        message: { get: () => assert.fail() },
        stack: { get: () => assert.fail() },
        cause: { get: () => assert.fail() },
        errors: { get: () => assert.fail() },
      }),
    "properties of other kinds": () =>
      Object.assign(new Error("x"), { name: 1, message: {}, stack: [], cause: null, errors: "e" }),
    "a proxy whose every trap throws": () =>
      new Proxy(new Error("x"), {
        get: () => assert.fail(),
        getPrototypeOf: () => assert.fail(),
        has: () => assert.fail(),
        ownKeys: () => assert.fail(),
      }),
    "no prototype": () => Object.setPrototypeOf(new Error("x"), null) as unknown,
    "a revoked proxy": () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    "an inspection that throws": () => ({
      [Symbol.for("nodejs.util.inspect.custom")]: () => assert.fail(),
    }),
    "members that throw": () => {
      const errors = [new Error("fine")];
      Object.defineProperty(errors, 1, { get: () => assert.fail() });
      return Object.assign(new Error("x"), { errors });
    },
  };
  for (const [title, make] of Object.entries(hostile)) {
    it(`survives ${title}`, () => {
      const { ename, evalue, traceback } = describeError(make(), new Map());
      assert.equal(typeof ename, "string");
      assert.equal(typeof evalue, "string");
      assert.ok(traceback.length > 0);
    });
  }

  it("survives a cell whose positions cannot be mapped", () => {
    const error = new Error("x");
    error.stack = "Error: x\n    at cell:9:9";
    const cell: CellSource = { label: "Cell [1]", code: "1", toOriginal: () => assert.fail() };
    assert.match(plain(error, new Map([["cell", cell]])).text, /at Cell \[1\]:9:9$/);
  });

  it("does not take a message's lines for frames", () => {
    const error = new Error("first\n    at fake (/fake.ts:1:1)\nlast");
    const { text } = plain(error);
    assert.equal(text.match(/fake\.ts/g)?.length, 1);
  });

  it("has colours in the traceback alone", async () => {
    const error = new Error("plain");
    const { ename, evalue, traceback } = describeError(error, new Map());
    assert.equal(stripVTControlCharacters(ename + evalue), ename + evalue);
    assert.notEqual(traceback.map(stripVTControlCharacters).join(""), traceback.join(""));
  });
});
