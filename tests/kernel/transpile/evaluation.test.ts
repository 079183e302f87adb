import assert from "node:assert/strict";
import { Notebook } from "./notebook.ts";

/** Cells run one after the other; where a value is given, the cell before it must show that. */
type Step = string | { readonly shows: unknown } | { readonly throws: RegExp };
const shows = (value: unknown): Step => ({ shows: value });
const throws = (pattern: RegExp): Step => ({ throws: pattern });

const behaviours: Record<string, readonly Step[]> = {
  "shows the last expression": ["const a: number = 6\na * 7", shows(42)],
  "shows nothing after a semicolon": ["1 + 1;", shows(undefined)],
  "shows nothing after a semicolon and a comment": ["1 + 1; // two\n", shows(undefined)],
  "shows a value before a comment with a semicolon": ["1 + 1 // two;\n", shows(2)],
  "shows nothing for a declaration": ["let v1 = 5", shows(undefined)],
  "shows a value above a type": ["5\ntype T1 = { a: 1 };", shows(5)],
  "shows a value with a cast": ["5 as unknown as string", shows(5)],
  "takes type arguments for types where JavaScript would compare": [
    "const text = (value) => `${value}`\nlet number = 1, a1 = 2",
    "text<number>(a1)",
    shows("2"),
  ],
  "shows nothing after a cast and a semicolon": ["5 as unknown;", shows(undefined)],
  "shows the value below an enum": ["enum E1 { A = 3 }\nE1.A", shows(3)],
  "shows nothing after an enum and a semicolon": ["enum E2 { A = 3 }\nE2.A;", shows(undefined)],
  "shows nothing for an enum": ["enum E3 { A }", shows(undefined)],
  "shows nothing for a namespace": ["namespace N1 { export const a = 1 }", shows(undefined)],
  "shows nothing for an empty cell": ["", shows(undefined), " \n\t", shows(undefined)],
  "shows nothing for comments": ["// 1\n/* 2 */", shows(undefined)],
  "shows a directive-like string": ["'use me'", shows("use me")],

  "redeclares let, const, class and function as each other": [
    "let q = 1",
    "const q = 2\nq",
    shows(2),
    "class q {}\ntypeof q",
    shows("function"),
    "function q() { return 3 }\nq()",
    shows(3),
    "enum q { A = 4 }\nq.A",
    shows(4),
    "var q = 5\nq",
    shows(5),
    "const { q } = { q: 6 }\nq",
    shows(6),
    "namespace q { export const a = 7 }\nq.a",
    shows(7),
    "let q = 8\nq",
    shows(8),
  ],
  "starts an enum afresh": ["enum E4 { A, B }", "enum E4 { A }\nObject.keys(E4).length", shows(2)],
  "keeps closures and later cells on one variable": [
    "let cnt = 0\nfunction inc() { return ++cnt }\nconst dec = () => --cnt",
    "cnt = 10\ninc()",
    shows(11),
    "dec()\ncnt",
    shows(10),
    "let cnt = 50\ninc()",
    shows(51),
  ],
  "lets a function be replaced under its own recursion": [
    "function fib(n: number): number { calls++; return n < 2 ? n : fib(n - 1) + fib(n - 2) }\nlet calls = 0",
    "const plain = fib, seen = new Map()\nfib = (n) => seen.get(n) ?? (seen.set(n, plain(n)), seen.get(n))",
    "fib(30)\ncalls",
    shows(31),
  ],
  "hoists functions": [
    "hoisted(1)\nfunction hoisted(x: number) { return x + more() }\nfunction more() { return 1 }",
    shows(undefined),
    "const r1 = late(1)\nfunction late(x: number) { return x + 1 }\nr1",
    shows(2),
    "const viaArrow = () => lower()\nconst r2 = viaArrow()\nfunction lower() { return 'low' }\nr2",
    shows("low"),
    "const r3 = outer()\nfunction inner() { return 'in' }\nfunction outer() { return inner() }\nr3",
    shows("in"),
  ],
  "keeps a function's name and kind": [
    "function named() {}\nasync function* many() { yield 1 }\nfunction*gen(){ yield 2 }\nasync function later() { return 3 }",
    "[named.name, many.name, gen().next().value, await later(), (await many().next()).value]",
    shows(["named", "many", 2, 3, 1]),
  ],
  "does not call a function that parentheses follow": [
    "function apart() { return 1 }\n(2)",
    shows(2),
    "function one(){return 1}function two(){return 2}\none() + two()",
    shows(3),
    "const sum = one() + three()\nfunction three(){return 3}function four(){return 4}\nsum + four()",
    shows(8),
  ],
  "survives an error in an initialiser": [
    "let broken = (() => { throw new Error('no') })()",
    throws(/no/),
    "let broken = 3\nbroken",
    shows(3),
  ],
  "keeps what an erring cell declared before its error": [
    "const before = 1; throw new Error('stop')",
    throws(/stop/),
    "before",
    shows(1),
  ],
  "declares through patterns": [
    "const { a: pa, b: [pb, ...pc], ...pd } = { a: 1, b: [2, 3, 4], c: 5, d: 6 }",
    "[pa, pb, pc, pd]",
    shows([1, 2, [3, 4], { c: 5, d: 6 }]),
  ],
  "declares by var, in nested statements too": [
    "for (var i = 0, n = 3; i < n; i++) { var twice = i * 2 }\n[i, twice]",
    shows([3, 4]),
    "for (var key in { k: 1 }) ;\nfor (var [item] of [[9]]) ;\n[key, item]",
    shows(["k", 9]),
    "const list = [1]\nvar [head] = list\nvar { length } = list, rest;\n[head, length, rest]",
    shows([1, 1, undefined]),
    "if (list) var { length: inIf } = 'abc'; else var inElse = 1;\n[inIf, inElse]",
    shows([3, undefined]),
    "let i = 'now let'\ni",
    shows("now let"),
    "used = 1\nvar used\nused",
    shows(1),
  ],
  "leaves a function's own var alone": [
    "function own() { var inside = 1; return inside }\nown() + typeof inside",
    shows("1undefined"),
  ],
  "lets cells take the names of globals for themselves": [
    "const process = (x: number) => x * 2, Map = 1, { URL = 2 } = {}\nprocess(Map) + URL",
    shows(4),
    "globalThis.process.pid > 0 && new globalThis.Map().size === 0",
    shows(true),
    "function performance(a: number) { return a < 1 ? 0 : 1 + performance(a - 1) }\n[performance.name, performance(3)]",
    shows(["performance", 3]),
    "class Event { static kind = 'mine'; copy() { return new Event() } }\nnew Event().copy() instanceof Event && Event.kind",
    shows("mine"),
    "const pack = { process, Map, m: { process: 5 } }; ({ process: pack.n } = pack.m);\n[pack.Map, typeof pack.process, pack.n, pack.m.process]",
    shows([1, "function", 5, 5]),
    "[1].map((process) => process + Map).concat((() => { let Map = 7; { var URL = 3 } return Map + URL })())",
    shows([2, 10]),
    "var URL = 8\nfor (const URL of [1]) ;\ntry { throw 1 } catch (URL) {}\nURL",
    shows(8),
    "label: for (;;) { break label }\ntypeof process + typeof fetch",
    shows("functionfunction"),
    "let process = 9; process++\nprocess",
    shows(10),
    "enum Buffer { A = 4 }\nBuffer.A + Map",
    shows(5),
    "using process = null\nString(process)",
    shows("null"),
    "export { Map }\nexport const Set = 3\n{ const Set = 4 }\nSet",
    shows(3),
  ],
  "awaits at the top level": [
    "const waited = await Promise.resolve(4)\nwaited",
    shows(4),
    "let total = 0\nfor await (const x of [1, Promise.resolve(2)]) total += x\ntotal",
    shows(3),
    "await Promise.reject(new Error('rejected'))",
    throws(/rejected/),
    "await 1; afterAwait()\nfunction afterAwait() {}",
  ],
  "is strict, with an undefined this": [
    "undeclared = 1",
    throws(/undeclared is not defined/),
    "await 0; undeclared = 1",
    throws(/undeclared is not defined/),
    "[this, (() => this)()]",
    shows([undefined, undefined]),
    "(function () { return this })()",
    shows(undefined),
    "new (class { a = 1; b() { return this.a } })().b()",
    shows(1),
  ],
  "reads one object literal as an expression": [
    "{ a: 1 }",
    shows({ a: 1 }),
    "// a comment\n{ a: 1, b: { c: 'x' as string } } // another",
    shows({ a: 1, b: { c: "x" } }),
    "{}",
    shows({}),
    "{ a: 1 };",
    shows(undefined),
    "{ let inBlock = 1 }",
    shows(undefined),
    "{ a: 1, b: 2 }.b",
    shows(2),
  ],
  "tolerates exports": [
    "export const x1 = 1\nexport let x2 = 2\nexport function x3() { return 3 }\nexport class x4 {}\nexport default 5\nexport { x2 as other }\nexport {}",
    shows(undefined),
    "[x1, x2, x3(), typeof x4]",
    shows([1, 2, 3, "function"]),
    "export default function x5() { return 5 }\nx5()",
    shows(5),
    "export default function () {}\nexport { list as again }",
    "export default class {}",
    "export default class x6 { static a = 6 }\nx6.a",
    shows(6),
    "export default { a: 1 } ;\nexport type T2 = string\nexport interface I2 { a: 1 }\nexport enum x7 { A = 7 }\nx7.A",
    shows(7),
    "export abstract class x8 { abstract a(): void; static b = 8 }\nexport default async () => 1\nx8.b",
    shows(8),
    "const r4 = x9()\nexport function x9() { return 9 }\nr4",
    shows(9),
  ],
  "disposes of using at the end of the cell": [
    "const log: string[] = []\nconst res = (name: string) => ({ name, [Symbol.dispose]() { log.push(name) } })",
    "using u1 = res('a'), u2 = res('b')\nconst seenInside = log.length\nu1.name + u2.name",
    shows("ab"),
    "[seenInside, log, u1.name]",
    shows([0, ["b", "a"], "a"]),
    "using u1 = res('again')\nthrow new Error('after using')",
    throws(/after using/),
    "log.at(-1)",
    shows("again"),
    "await using u3 = { async [Symbol.asyncDispose]() { log.push('async') } }\nlet un, set = 1\nconst { p } = { p: 2 }\nclass UsingClass {}\nconst r5 = fromUsing()\nfunction fromUsing() { return un }\nvar v2 = 3\nset",
    shows(1),
    "[log.at(-1), un, set, p, typeof UsingClass, r5, v2]",
    shows(["async", undefined, 1, 2, "function", undefined, 3]),
    "let u1 = 1\nu1",
    shows(1),
    "using bad = res('c')\nenum WithUsing { A = 1 }\nWithUsing.A + log.length",
    shows(5),
    "log.at(-1)",
    shows("c"),
    "{ using nested = res('nested') }\nlog.at(-1)",
    shows("nested"),
  ],
  "compiles what cannot be stripped": [
    "class P { constructor(private a: number, readonly b = 2) {} sum() { return this.a + this.b } }\nnew P(1).sum()",
    shows(3),
    "const angle = <number>5\nangle",
    shows(5),
    "const enum C1 { A = 'a' }\nC1.A",
    shows("a"),
    "namespace Deep.Er { export const value = 1 }\nDeep.Er.value",
    shows(1),
    "class Acc { accessor value = 4 }\nnew Acc().value",
    shows(4),
    "enum Color { Red }\nfunction colorOf(c: Color) { return Color[c] }",
    "colorOf(Color.Red)",
    shows("Red"),
  ],
  "runs standard decorators": [
    "const calls1: string[] = []\nfunction logged(f: Function, context: ClassMethodDecoratorContext) { return function (this: unknown, ...args: unknown[]) { calls1.push(String(context.name)); return f.apply(this, args) } }",
    "class Model { @logged fit(x: number) { return x + 1 } }\nnew Model().fit(1)",
    shows(2),
    "[calls1, new Model().fit(5)]",
    shows([["fit", "fit"], 6]),
    "function named2(C: any, context: ClassDecoratorContext) { return class extends C { tag = context.name } }\nfunction init(_: undefined, c: ClassFieldDecoratorContext) { return (v: number) => v * 10 }",
    "@named2 class Tagged { @init field = 4; @((v: any) => v) accessor acc = 5 }",
    "const tagged = new Tagged() as any\n[tagged.tag, tagged.field, tagged.acc]",
    shows(["Tagged", 40, 5]),
    "@named2 export class Exported {}\nnew Exported().tag",
    shows("Exported"),
    "typeof _initClass + typeof _apply_decs_2311 + typeof toPropertyKey",
    shows("undefinedundefinedundefined"),
  ],
  "compares where a script would see a comment": [
    "let h1 = 3, h2 = 1\nh1<!--h2",
    shows(false),
    "[h1, h2]",
    shows([3, 0]),
  ],
  "ignores a hashbang": ["#!/usr/bin/env node\n7", shows(7)],
  "reads Windows line ends": ["let w1: number = 1\r\nlet w2 = 2\r\nw1 + w2\r\n", shows(3)],
  "reads letters beyond ASCII": [
    "const größe: number = 1, 日本: '語' = '語' as const, s = '😀';\n[größe, 日本, s]",
    shows([1, "語", "😀"]),
  ],
  "keeps a magic comment from renaming the cell": [
    "//# sourceURL=elsewhere\nnew Error('where').stack!.includes('elsewhere')",
    shows(false),
  ],
  "reads every type-only statement as nothing": [
    "interface I1 { a: number }\ntype T3<K> = K[]\ndeclare const ambient: number\ndeclare global { var g: 1 }\nabstract class A1 { abstract m(): void }\nfunction over(a: string): string\nfunction over(a: any) { return a }\nover('x') satisfies string",
    shows("x"),
    "const generic = <T,>(x: T): T => x\ngeneric<number>(1)!",
    shows(1),
  ],
};

describe("cells evaluated one after the other", () => {
  let notebook: Notebook;
  before(() => {
    notebook = new Notebook();
  });
  after(() => notebook.close());

  for (const [title, steps] of Object.entries(behaviours)) {
    it(title, async () => {
      let value: unknown;
      let error: unknown;
      for (const step of steps) {
        if (typeof step === "string") {
          assert.equal(error, undefined, String(error));
          [value, error] = [undefined, undefined];
          try {
            value = await notebook.run(step);
          } catch (thrown) {
            error = thrown;
          }
        } else if ("throws" in step) {
          assert.match(String(error), step.throws);
          error = undefined;
        } else {
          assert.equal(error, undefined, String(error));
          assert.deepEqual(value, step.shows);
        }
      }
      assert.equal(error, undefined, String(error));
    });
  }
});
