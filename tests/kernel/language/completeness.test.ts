import assert from "node:assert/strict";
import { completeness } from "../../../kernel/src/language/completeness.ts";
import { createCompiler } from "../../../kernel/src/language/typescript6/index.ts";

const compiler = createCompiler(import.meta.dirname);
const judge = (code: string): ReturnType<typeof completeness> =>
  completeness(code, compiler.syntax(code));

const complete = [
  "",
  "// only a comment",
  "/* only a comment */",
  "1 + 1",
  "const a = 1",
  "const a = 1;",
  "let x: number",
  'print("hello")',
  "`template ${1 + 1}`",
  "`two\nlines`",
  "`nested ${`inner ${'}'}`}`",
  "if (x) {}",
  "if (x) y()",
  "if (x) {\n  y()\n}",
  "for (const x of xs) {\n  x\n}",
  "while (false);",
  "do { x() } while (x)",
  "try { x() } catch {}",
  "function f() { return 1 }",
  "declare function f(): void",
  "function f(): void;",
  "class A { m() {} }",
  "@dec class A {}",
  "enum A { B }",
  "interface A { b: string }",
  "type A = { b: string }",
  "namespace A { export const b = 1 }",
  "const f = async (x: number): Promise<void> => {}",
  "await fetch('x')",
  "for await (const x of y) {}",
  "import x from 'y'",
  "import { a, b as c } from 'y'",
  "export const a = 1",
  "label: for (;;) break label",
  "x = /[/]/g",
  "a / b / c",
  "({ a: 1 })",
  "[1, 2,]",
  "f(1,)",
  "x!",
  "x as unknown",
  "'a' // {",
  "'{'",
  "a\n  .b()\n  .c()",
  "using x = y()",
];

const incomplete: readonly (readonly [code: string, indent: string])[] = [
  ["if (x) {", "  "],
  ["if (x) {\n  y()", "  "],
  ["if (x)", "  "],
  ["if (x) {\n} else", "  "],
  ["for (const x of xs)", "  "],
  ["for (let i = 0;", "  "],
  ["for (;;", "  "],
  ["while (x)", "  "],
  ["do {\n  x()\n}", ""],
  ["do", "  "],
  ["try {\n}", ""],
  ["switch (x) {\n  case 1:", "    "],
  ["function f() {", "  "],
  ["function f()", "  "],
  ["function f(", "  "],
  ["async function f(a: number): Promise<void>", ""],
  ["const f = () =>", "  "],
  ["const f = (a) => {", "  "],
  ["const a =", "  "],
  ["let a = 1 +", "  "],
  ["a &&", "  "],
  ["a ? b :", "  "],
  ["a ? b", ""],
  ["return_(", "  "],
  ["f(1,", "  "],
  ["f(1, 2", "  "],
  ["[1, 2", "  "],
  ["[\n  1,", "  "],
  ["({ a: 1", "  "],
  ["({", "  "],
  ["  if (x) {", "    "],
  ["\tif (x) {", "\t  "],
  ["a.", "  "],
  ["a\n  .b().", "    "],
  ["class A {", "  "],
  ["class A {\n  m() {", "    "],
  ["class A", ""],
  ["class A extends", ""],
  ["@dec", ""],
  ["enum A {", "  "],
  ["interface A {", "  "],
  ["type A =", "  "],
  ["type A = {", "  "],
  ["import {", "  "],
  ["import { a } from", ""],
  ["`open", ""],
  ["`open ${", "  "],
  ["`open ${a", "  "],
  ["`open ${a} and\n  more", ""],
  ["/* open", ""],
  ["/** doc", ""],
  ["x = 1 /* open", ""],
  ["'continued \\", ""],
  ["new", ""],
  ["!", ""],
  ["throw", ""],
];

const invalid = [
  "}",
  ")",
  "1 2",
  "let x = ;",
  "const 1a = 2",
  "if x {",
  "f(1 2)",
  "'open",
  '"open\nline"',
  "/open",
  "a b c",
  "import x y",
  "{ ] }",
  "function (",
  "const x = ) {",
  "1 ++ 2",
  "a = [1, 2}",
];

describe("is_complete", () => {
  for (const code of complete)
    it(`complete: ${JSON.stringify(code)}`, () => {
      assert.deepEqual(judge(code), { status: "complete" });
    });
  for (const [code, indent] of incomplete)
    it(`incomplete: ${JSON.stringify(code)}`, () => {
      assert.deepEqual(judge(code), { status: "incomplete", indent });
    });
  for (const code of invalid)
    it(`invalid: ${JSON.stringify(code)}`, () => {
      assert.deepEqual(judge(code), { status: "invalid" });
    });
});
