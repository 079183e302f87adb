import assert from "node:assert/strict";
import { createCompiler } from "../../../kernel/src/language/typescript6/index.ts";

const compiler = createCompiler(import.meta.dirname);

/** "name kind meanings", with `!` where the cell exports the name itself. */
function declared(code: string): string[] {
  return [...compiler.names(code).declared].map(
    ([name, { kind, value, type, exported }]) =>
      `${name} ${kind} ${value ? "v" : ""}${type ? "t" : ""}${exported ? "!" : ""}`,
  );
}

const declarations: Record<string, readonly string[]> = {
  "const a = 1, b = 2": ["a const v", "b const v"],
  "let a; var b": ["a let v", "b let v"],
  "using a = x; await using b = y": ["a const v", "b const v"],
  "const { a, b: { c }, d = 1, ...e } = x": ["a const v", "c const v", "d const v", "e const v"],
  "const [a, , [b], ...c] = x": ["a const v", "b const v", "c const v"],
  "function f(a) { var b }": ["f function v"],
  "async function* f() {}": ["f function v"],
  "class A { b = 1 }": ["A class vt"],
  "abstract class A {}": ["A class vt"],
  "enum A { B } const enum C { D }": ["A enum vt", "C enum vt"],
  "interface A { b: 1 } type C<D> = D": ["A interface t", "C type t"],
  "namespace A { const b = 1 }": ["A namespace vt"],
  "declare module 'x' {} declare global { var a: 1 }": [],
  "declare const a: 1; declare function b(): void": ["a const v", "b function v"],
  "import a, { b, c as d } from 'x'": ["a import vt", "b import vt", "d import vt"],
  "import * as a from 'x'; import type B from 'y'": ["a import vt", "B import vt"],
  "import 'x'; import a = require('b')": ["a import vt"],
  "export const a = 1; export default class B {}": ["a const v!", "B class vt"],
  "export type A = 1; const b = 1, c = 1; export { b, c as d }": [
    "A type t!",
    "b const v!",
    "c const v",
  ],
  "export default 1; export * from 'x'; export { y } from 'z'": [],
  "const A = 1; type A = 2": ["A const vt"],
  "type A = 2; let A: A": ["A let vt"],
  "interface A {} class A {}": ["A class vt"],
  "function f(): 1; function f() { return 1 }": ["f function v"],
  "for (var i = 0; ;) { var j; let k } { var { l } = x }": ["i let v", "j let v", "l let v"],
  "if (x) { var a } else try { var b } catch (c) { var d } label: var e": [
    "a let v",
    "b let v",
    "d let v",
    "e let v",
  ],
  "() => { var a }; (function () { var b }); class C { static { var d } m() { var e } }": [
    "C class vt",
  ],
  "{ function f() {} class A {} const b = 1 }": [],
  "a = 1; b.c": [],
  "const broken = {": ["broken const v"],
};

const uses: Record<string, readonly string[]> = {
  "a.b.c(d)": ["a", "d"],
  "({ a: b, c, [d]: e, f() {} })": ["b", "c", "d", "e"],
  "const { a: b = c } = d": ["b", "c", "d"],
  "x as A.B<C>": ["x", "A", "C"],
  "let x: typeof y.z": ["x", "y"],
  "class A extends B<C> implements D { e = f; g(h: I) {} }": [
    ...["A", "B", "C", "D", "f", "h", "I"],
  ],
  "label: for (;;) break label": [],
  "import { a as b } from 'x'": [],
  "export { a as b }": ["a", "b"],
  "`${a}` + tag`b`": ["a", "tag"],
  "@dec class A {}": ["dec", "A"],
  "enum A { B = c }": ["A", "c"],
  "x satisfies A; y!": ["x", "A", "y"],
  "export default a": ["a"],
  "const a = 1; a": ["a"],
};

describe("names of a cell", () => {
  for (const [code, expected] of Object.entries(declarations))
    it(`declares: ${code}`, () => assert.deepEqual(declared(code), expected));

  for (const [code, expected] of Object.entries(uses))
    it(`uses: ${code}`, () =>
      assert.deepEqual([...compiler.names(code).used].sort(), [...expected].sort()));

  it("a declaration knows its statement", () => {
    const code = "/** doc */\nconst a = 1; function f() { return 2 }";
    const texts = [...compiler.names(code).declared.values()].map(({ start, end }) =>
      code.slice(start, end),
    );
    assert.deepEqual(texts, ["const a = 1;", "function f() { return 2 }"]);
  });

  it("only a comment at the very top switches checking off", () => {
    assert.equal(compiler.names("// @ts-nocheck\na").unchecked, true);
    assert.equal(compiler.names("\n// hi\n//  @ts-nocheck\na").unchecked, true);
    assert.equal(compiler.names("a // @ts-nocheck").unchecked, false);
    assert.equal(compiler.names("'// @ts-nocheck'").unchecked, false);
  });
});
