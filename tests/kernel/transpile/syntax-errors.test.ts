import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { CellSyntaxError, prepareCell } from "../../../kernel/src/transpile/index.ts";

const options = { url: "cell:1", loader: "loader" };

function failure(source: string): CellSyntaxError {
  try {
    prepareCell(source, options);
  } catch (error) {
    assert.ok(error instanceof CellSyntaxError, String(error));
    return error;
  }
  throw new Error(`accepted: ${source}`);
}

describe("a cell that is not TypeScript", () => {
  const cases: Record<string, [source: string, message: RegExp, line: number, column: number]> = {
    "a missing expression": ["let a = 1\nlet b = (;", /Expression expected/, 2, 10],
    "a missing brace": ["for (const i of x) {", /Expected '}', got the end of the cell/, 1, 21],
    "an open template": ["1\n`abc\n", /Unterminated template/, 2, 1],
    "an open string": ["'abc", /Unterminated string/, 1, 1],
    "an open regular expression": ["\n/abc", /Unterminated regexp/, 2, 1],
    "an open comment": ["1 /* never", /Unterminated block comment/, 1, 11],
    "two statements in one line": ["a b", /Expected ';'/, 1, 3],
    "a place behind tabs": ["\tlet x = (;", /Expression expected/, 1, 11],
    "a place behind tabs in the line": ["a\t\tb\tlet", /Expected ';'/, 1, 4],
    "a place behind wide characters": ["let y = '日本😀' + (;", /Expression expected/, 1, 19],
    "a place behind Windows line ends": ["1\r\n2\r\nf(;", /Expression expected/, 3, 3],
    "a broken type": ["let a: = 3", /Unexpected token `=`/, 1, 8],
    "a broken enum": ["enum A { a b }", /Expected ident/, 1, 15],
    "a broken decorator": ["1\n@ class A {}", /Declaration expected/, 2, 13],
    "a repeated declaration": ["let a = 1\nlet a = 2", /'a' has already been declared/, 2, 5],
    "a repeated declaration beside an enum": [
      "enum E { A }\nlet a = 1\nlet a = 2",
      /the name `a` is defined multiple times|'a' has already been declared/,
      3,
      5,
    ],
    "a const without a value": ["const a", /must be initialized/, 1, 7],
    "a return outside functions": ["return 5", /Return statement is not allowed here/, 1, 1],
    "a break outside loops": ["break", /'break' statement can only be used/, 1, 1],
    "an unknown private field": ["class A { m() { this.#b } }", /Private field '#b'/, 1, 22],
    "a magic command": ["%matplotlib inline", /Expected ';'/, 1, 13],
    "a NUL character": ["a\0", /Expected ';'/, 1, 2],
    "an octal literal": ["010", /octal/, 1, 1],
    JSX: ["const a = <div>hi</div>", /^JSX is not supported in a cell/, 1, 11],
    "a JSX fragment": ["<>\nx</>", /^JSX is not supported in a cell/, 1, 1],
  };
  for (const [title, [source, message, line, column]] of Object.entries(cases)) {
    it(`is refused for ${title}`, () => {
      const error = failure(source);
      assert.match(error.message, message);
      assert.deepEqual([error.line, error.column], [line, column], error.message + error.frame);
      assert.equal(error.name, "SyntaxError");
      assert.equal(error.url, "cell:1");
    });
  }

  it("comes with the line and a mark under the place", () => {
    const { frame } = failure("let a = 1\nlet b = (;\nlet c");
    assert.equal(
      stripVTControlCharacters(frame),
      "  1 │ let a = 1\n> 2 │ let b = (;\n    │          ^\n  3 │ let c",
    );
  });

  it("never ends in another kind of error, wherever a cell is cut off", () => {
    const source =
      "import d, { a as b } from './x'\nenum E { A = 1 }\n@dec class C<T> { constructor(private x: T) {} }\nconst s = `${{ a: [1] }}` as const\nexport default async <T,>(x: T) => { using y = x; await import('z') }";
    for (let length = 0; length <= source.length; length++) {
      try {
        prepareCell(source.slice(0, length), options);
      } catch (error) {
        assert.ok(error instanceof CellSyntaxError, String(error));
        assert.ok(error.line >= 1 && error.line <= 5 && error.column >= 1, String(error));
      }
    }
  });

  it("says nothing about experimental features", () => {
    const warnings: unknown[] = [];
    const note = (warning: unknown): number => warnings.push(warning);
    process.on("warning", note);
    prepareCell("let a: number = 1", options);
    process.off("warning", note);
    assert.deepEqual(warnings, []);
  });
});
