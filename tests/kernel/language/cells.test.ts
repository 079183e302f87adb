import assert from "node:assert/strict";
import { Notebook } from "./notebook.ts";

/** Cells run one after the other; after each the findings it must have, as "TS2322 1:7". */
type Steps = readonly (readonly [code: string, ...findings: string[]])[];

const scenarios: Record<string, Steps> = {
  "values, types, classes, enums and namespaces are visible to later cells": [
    [
      "const v1 = 1; interface I1 { a: number } type T1<T> = T[]; class C1<T> { x!: T }\nenum E1 { A, B } namespace N1 { export const k = 1; export type U = string }\nfunction f1<T>(x: T) { return [x]; }",
    ],
    [
      "const a1: I1 = { a: v1 }; const b1: T1<number> = f1(v1); const c1 = new C1<string>();\nconst d1: E1 = E1.A; const e1: N1.U = String(N1.k);",
    ],
    ["c1.x = 5; b1.push(''); a1.b", "TS2322 1:1", "TS2345 1:19", "TS2339 1:27"],
  ],
  "a name may be declared again as anything": [
    ["let r1 = 1"],
    ["class r1 { m() {} }\nnew r1().m()"],
    ["new r1().m()"],
    ["type r1 = string; let r1b: r1 = 'a'"],
    ["import { join as r1 } from 'node:path'; r1('a').length"],
    ["r1('a').nope", "TS2339 1:9"],
    ["enum r1 { A }\nr1.A"],
    ["const r1 = 'text'"],
    ["r1.toFixed()", "TS2551 1:4"],
  ],
  "a cell's own declaration wins over an earlier cell's": [
    ["const o1: string = 'a'"],
    ["const o1 = 1; o1.toFixed()"],
    ["function o2(o1: boolean) { return o1 === true }"],
  ],
  "a type and a value of one name may come from different cells": [
    ["const User1 = { parse: (x: unknown) => x as { id: number } };"],
    ["type User1 = ReturnType<typeof User1.parse>"],
    ["const u1: User1 = User1.parse(0); u1.id.toFixed(); u1.no", "TS2339 1:55"],
    ["const User1 = 3"],
    ["const u2: User1 = { id: User1 }"],
  ],
  "let can be assigned from a later cell, with its type": [
    ["let n1 = 1; let s1: string | undefined = 'a'; var w1 = { a: 1 }"],
    ["n1 = 2; n1++; n1 += 3; s1 = undefined; [n1] = [4]; ({ a: n1 } = w1); w1 = { a: 2 }"],
    ["n1 = 'a'; s1 = 5", "TS2322 1:1", "TS2322 1:11"],
    ["s1.length", "TS18048 1:1"],
  ],
  "const, function and class cannot be assigned from a later cell": [
    ["const k1 = 1; function g1() {} class K1 {} enum G1 { A }"],
    ["k1 = 2; k1++", "TS2588 1:1", "TS2588 1:9"],
    ["g1 = () => {}", "TS2630 1:1"],
    ["K1 = class {}", "TS2629 1:1"],
    ["G1 = 1", "TS2628 1:1"],
  ],
  "the literal type of a const widens as it would in one file": [
    ["const lit1 = 1; const dir1 = 'up'"],
    ["let m1 = lit1; m1 = 2"],
    ["let way1: 'up' | 'down' = dir1"],
  ],
  "a var in a block or loop belongs to the cell": [
    ["for (var i1 = 0; i1 < 3; i1++) { var last1 = i1 } { const hidden1 = 1 }"],
    ["i1.toFixed(); last1.toFixed()"],
    ["hidden1", "TS2304 1:1"],
  ],
  "a variable may be declared anew from what it was": [
    ["const sr1 = [1, 2]"],
    ["const sr1 = sr1.map((v) => v + sr1.length)"],
    ["const sr1 = new Set(sr1.map((v) => String(v)))"],
    ["sr1.has('a'); sr1.nope", "TS2339 1:19"],
    ["let sr2 = 1; var sr3 = 'a'"],
    [
      "sr2.toFixed(); let sr2 = [{ sr2 }, `${sr2}`, sr2] as const, sr3 = sr3.trim().nope",
      "TS2339 1:78",
    ],
    ["sr2[0].sr2.toFixed(); sr2[1].trim(); sr2[2].toFixed()"],
    ["const { sr2: [sr4], ...sr5 } = { sr2, a: sr2.length }; const sr2 = sr4"],
    ["sr2.sr2.toFixed(); sr5.a.toFixed()"],
    ["{ const sr2 = 'inner'; sr2.trim() } const sr2 = true; ((sr2: string) => sr2.trim())('')"],
    ["for (const sr2 of ['a']) sr2.trim()\nlet sr2 = sr2 === true"],
  ],
  "a recursive function may be run again": [
    ["const rf1 = (n: number): number => (n < 2 ? 1 : n * rf1(n - 1))"],
    ["const rf1 = (n: string): string => (n === '' ? n : rf1(n.slice(1)))"],
    ["rf1('a').trim()"],
    ["const rf2 = { go(): number { return rf2.go() } }"],
    ["const rf2 = { go(): string { return rf2.go() } }\nrf2.go().trim()"],
  ],
  "a name that no earlier cell has cannot be used before it is declared": [
    ["tdz1.toFixed(); const tdz1 = 1", "TS2448 1:1"],
    ["let tdz2: number = tdz2 + 1", "TS2448 1:20"],
    ["let tdz3 = tdz3 + 1", "TS2448 1:12"],
  ],
  "a cell that is an object is checked as one": [
    ["{ a: 1, b: ob1 }", "TS2304 1:12"],
    ["// an object\n{ a: 1, b: 2 }"],
    ["{ const block1 = 1; block1.toFixed() }"],
    ["{ a: 1 };"],
    ["{}"],
    ["{ f() { return nope1 } }", "TS2304 1:16"],
  ],
  "destructuring, imported names and defaults are declarations": [
    ["const { a: x1, ...rest1 } = { a: 1, b: 's' }; const [y1 = 2, ...more1] = [1, 2, 3]"],
    ["import fs1, { readFileSync as read1 } from 'node:fs'; import * as all1 from 'node:path'"],
    ["x1.toFixed(); rest1.b.trim(); y1.toFixed(); more1.map((m) => m.toFixed())"],
    ["fs1.existsSync(all1.join('a')); read1('x', 'utf8').trim(); all1.nope", "TS2339 1:65"],
  ],
  "export statements are tolerated": [
    [
      "export const e2 = 1; export default function e3() { return e2 } export interface E4 { a: 1 }",
    ],
    ["const e5 = e2, e6 = 1; export { e5 as other5, e6 }"],
    ["e2.toFixed(); e3().toFixed(); e5.toFixed(); e6.toFixed(); const e7: E4 = { a: 1 }"],
  ],
  "await, for await, using and import.meta work at the top level": [
    [
      "const aw1 = await Promise.resolve(1)\nfor await (const x of (async function* () { yield 1 })()) x.toFixed()\nusing u3 = { [Symbol.dispose]() {} }\nawait using u4 = { async [Symbol.asyncDispose]() {} }",
    ],
    ["aw1.toFixed(); u3; import.meta.dirname.trim(); import.meta.url.trim()"],
  ],
  "standard decorators are checked": [
    [
      "function log1<T extends (...args: never[]) => unknown>(f: T, context: ClassMethodDecoratorContext) { void context.name; return f }\nclass D1 { @log1 m() { return 1 } }",
    ],
    ["function bad1(x: number) {}\nclass D2 { @bad1 m() { return 1 } }", "TS1241 2:13"],
  ],
  "nothing unused is reported": [
    [
      "const unused1 = 1; function unused2(a: number) {} import { join as unused3 } from 'node:path'",
    ],
    ["unused1; 'text'; [1]; unused2; (a: number) => { const b = 1 }"],
  ],
  "strict rules hold": [
    ["function i2(x) { return x }", "TS7006 1:13"],
    ["const l2 = [1, 2].find((x) => x > 1); l2.toFixed()", "TS18048 1:39"],
  ],
  "globals of Node and of the kernel exist, those of a browser do not": [
    ["require('node:fs'); __dirname.trim(); __filename.trim(); process.exitCode; fetch('x')"],
    ["display(1); structuredClone({}); Buffer.from(''); setTimeout(() => {}, 1)"],
    ["document.body", "TS2584 1:1"],
  ],
  "a cell may have the name of a global for itself": [
    ["const name = 'a'; let fetch = 1; class Buffer { mine = 1 } let process = { a: 1 }"],
    ["name.trim(); fetch.toFixed(); new Buffer().mine; process.a"],
  ],
  "comments that switch checking off are honoured": [
    ["// @ts-nocheck\nconst z1: number = 'a'"],
    ["// @ts-expect-error\nconst z2: number = 'a'\n// @ts-ignore\nconst z3: number = 'a'"],
    ["// @ts-expect-error\nconst z4 = 1", "TS2578 1:1"],
  ],
  "a cell that ends in a comment exports all the same": [
    ["const t1 = 1 // the end"],
    ["const t2 = 1 /* the end */"],
    ["t1 + t2"],
  ],
  "a class with private members, extended in a later cell": [
    ["class P1 { #a = 1; private b = 2; protected c = 3; get a() { return this.#a + this.b } }"],
    ["class P2 extends P1 { d = this.c }\nnew P2().d.toFixed(); new P2().b", "TS2341 2:32"],
    ["const made1 = new P2(); made1.a.toFixed()"],
  ],
  "a class expression whose type cannot be written down keeps its type": [
    ["const X1 = class { private p = 1; q = 2 }"],
    ["new X1().q.toFixed(); new X1().nope", "TS2339 1:32"],
  ],
  "assertion functions, generics and overloads survive": [
    [
      "function assertString1(x: unknown): asserts x is string {}\nfunction pick1(x: string): 's'; function pick1(x: number): 'n'; function pick1(x: unknown): 's' | 'n' { return typeof x === 'string' ? 's' : 'n' }\nconst wrap1 = <T,>(x: T) => ({ x })",
    ],
    ["const q1: unknown = 'a'; assertString1(q1); q1.trim()"],
    ["const s2: 's' = pick1('a'); const n2: 'n' = pick1(1); wrap1('a').x.trim()"],
  ],
  "a name of an earlier version of a class is not the new one": [
    ["class Pt1 { x = 1 } const pt1 = new Pt1()"],
    ["class Pt1 { y = 1 }"],
    ["const pt2: Pt1 = pt1", "TS2741 1:7"],
    ["pt1.x.toFixed(); new Pt1().y.toFixed()"],
  ],
};

describe("cells of a notebook", () => {
  let notebook: Notebook;
  before(() => {
    notebook = new Notebook();
  });
  after(() => notebook.close());

  for (const [name, steps] of Object.entries(scenarios))
    it(name, async () => {
      for (const [code, ...expected] of steps) {
        const found = await notebook.run(code);
        const places = found.map((finding) => finding.split(" ").slice(0, 2).join(" "));
        assert.deepEqual(places, expected, `${code}\n${found.join("\n")}`);
      }
    });

  it("a cell that is only checked leaves no trace", async () => {
    assert.deepEqual(
      await notebook.check("const trace1 = 1; declare global { var trace2: 1 }"),
      [],
    );
    assert.match(String(await notebook.check("trace1")), /^TS2304 1:1/);
    assert.match(String(await notebook.check("trace2")), /^TS2304 1:1/);
  });

  it("messages name types as the reader knows them", async () => {
    await notebook.run("class Cat1 { meow = 1 } const cat1 = new Cat1(); const ns1 = { Cat1 }");
    assert.deepEqual(await notebook.check("const no1: number = cat1; const no2: { a: 1 } = Cat1"), [
      "TS2322 1:7 Type 'Cat1' is not assignable to type 'number'.",
      "TS2741 1:33 Property 'a' is missing in type 'typeof Cat1' but required in type '{ a: 1; }'.",
    ]);
    await notebook.run("class Cat1 { purr = 1 }");
    const [message] = await notebook.check("const no3: Cat1 = cat1");
    assert.doesNotMatch(message ?? "", /__daylab/);
  });

  it("places are exact on every line, with the length", async () => {
    const code = "// erste Zeile ÄÖ 😀\r\nconst a = '😀'; const bad: number = a\n\n  nope(\n1)";
    assert.deepEqual(
      (await notebook.language.check(code)).map(({ line, column, length }) => ({
        line,
        column,
        text: code.split(/\r?\n/)[line - 1]?.slice(column - 1, column - 1 + length),
      })),
      [
        { line: 2, column: 23, text: "bad" },
        { line: 4, column: 3, text: "nope" },
      ],
    );
  });

  it("syntax errors are findings too, at the end of the code at the latest", async () => {
    const broken = [
      "const = 5",
      "if (x) {",
      "foo(",
      "`abc ${",
      "/* open",
      "let a = 'b",
      "}",
      "1 2",
    ];
    for (const code of broken) {
      const found = await notebook.language.check(code);
      assert.ok(found.length > 0, code);
      for (const { line, column, category } of found) {
        assert.equal(line, 1, code);
        assert.ok(column >= 1 && column <= code.length + 1, `${code}: column ${column}`);
        assert.equal(category, "error");
      }
    }
  });

  it("a cell with a syntax error does no harm when it is committed", async () => {
    await notebook.run("const fine1 = 1; const broken1 = {");
    assert.deepEqual(await notebook.check("const fine2: number = 1"), []);
  });

  it("an empty cell and one of comments have nothing to report", async () => {
    for (const code of ["", " \n\n", "// hi", "/* hi */", ";"])
      assert.deepEqual(await notebook.run(code), [], code);
  });
});
