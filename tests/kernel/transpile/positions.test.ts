import assert from "node:assert/strict";
import { prepareCell } from "../../../kernel/src/transpile/index.ts";
import { LineIndex } from "../../../kernel/src/transpile/positions.ts";

const options = { url: "cell:1", loader: "loader" };

/** Where the first `mark` of the prepared code comes from. */
function origin(source: string, mark: string): { line: number; column: number } {
  const { code, toOriginal } = prepareCell(source, options);
  const at = code.indexOf(mark);
  assert.ok(at >= 0, code);
  const { line, column } = new LineIndex(code).position(at);
  return toOriginal(line, column);
}

describe("positions in prepared code", () => {
  const sources: Record<string, string> = {
    "plain code": "let a = 1\nMARK",
    "types before it in its line": "const f = (x: Map<string, number[]>): void => MARK",
    "types over several lines": "interface A {\n  a: 1\n}\ntype B = A\n  MARK",
    "an import before it in its line": "import a from 'a'; MARK",
    "imports before it": "import {\n  a,\n  b,\n} from 'a'\n MARK",
    "a function before it in its line": "function f(a: 1) { return a } MARK",
    "the head of a function": "async function* f(a = MARK) {}",
    "a const before it in its line": "const a = 1, b = MARK",
    "a var with a pattern": "1\nvar { a, b } = MARK",
    "a hoisted function": "f()\nlet a\nfunction f() {\n return MARK }",
    "code after a hoisted function": "f()\nfunction f() {\n\n}; MARK",
    "a dynamic import before it": "await import('x'), import.meta.url, MARK",
    "an argument of a dynamic import": "await import(MARK)",
    "a cell with using": "using x = y\nconst { a } = MARK",
    "an object literal": "// comment\n  { a: MARK,\n b: 2 }",
    "the second line of an object literal": "{ a: 1,\n b: MARK }",
    "an exported default": "export default MARK",
    "an exported const": "export const a: number = MARK",
    "a hashbang before it": "#!/usr/bin/env x\nMARK",
    "Windows line ends": "type A = 1\r\nlet a\r\n  MARK",
    "other line separators": "let a\u2028let b\u2029  MARK",
    "characters beyond ASCII": "let größe: Größe = '😀', 日: 語 = MARK",
    "an enum before it": "enum A {\n B,\n C\n}\n  MARK",
    "a parameter property before it": "class A {\n constructor(private a: 1) {\n  MARK } }",
    "a decorated method": "class A {\n @dec m(a: string) {\n   MARK } }",
    "wide characters before compiled code": "enum A { B }\nf('日本😀', MARK)",
  };
  for (const [title, source] of Object.entries(sources)) {
    it(`lead back to ${title}`, () => {
      assert.deepEqual(
        origin(source, "MARK"),
        new LineIndex(source).position(source.indexOf("MARK")),
      );
    });
  }

  it("lead from what was put before the code to the statement it stands for", () => {
    assert.deepEqual(origin("1\n  import a from 'a'", "await loader"), { line: 2, column: 3 });
  });

  it("keep their lines without any mapping, but for hoisted functions", () => {
    const source = "import a from 'a'\nconst b: 1 = 1\nfunction f() {\n}\nclass C {}\nMARK";
    const { code } = prepareCell(source, options);
    assert.equal(new LineIndex(code).position(code.indexOf("MARK")).line, 6);
    const line = code.split("\n")[2];
    assert.equal(line, "f=function() {");
  });

  it("stay within the cell for places that the code does not have", () => {
    for (const source of ["", "a", "enum A { B }", "{ a: 1 }"]) {
      const { toOriginal } = prepareCell(source, options);
      for (const [line, column] of [
        [0, 0],
        [1, 1],
        [1, 9999],
        [9999, 1],
        [-1, -1],
      ] as const) {
        const place = toOriginal(line, column);
        assert.ok(place.line === 1 && place.column >= 1 && place.column <= source.length + 1);
      }
    }
  });

  it("ends in the name of the cell's script", () => {
    for (const source of ["", "1 // comment", "enum A { B }"]) {
      assert.ok(prepareCell(source, options).code.endsWith("\n//# sourceURL=cell:1"));
    }
  });
});
