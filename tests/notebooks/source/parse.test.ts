import assert from "node:assert/strict";
import { parseLesson } from "../../../scripts/lessons/source/parse.ts";
import { LessonSourceError } from "../../../scripts/lessons/source/types.ts";
import { canarySource } from "../canary.ts";

const parse = (...lines: string[]) => parseLesson("day-001", "x/lesson.ts", lines.join("\n"));

function problem(...lines: string[]): string {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof LessonSourceError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("parsing a lesson source", () => {
  it("reads kinds, attributes and texts", () => {
    const { cells } = parse(
      "// %% [header] minutes=12",
      "// Hello.",
      "",
      "// %% [markdown]",
      "// # A",
      "//",
      "//   indented",
      "",
      '// %% tags=["check", "raises-exception"] exercise="a-b"',
      "",
      "const x = 1;",
      "",
      "x;",
      "",
    );
    assert.deepEqual(cells, [
      { kind: "header", line: 1, text: ["Hello."], tags: [], minutes: 12 },
      { kind: "markdown", line: 4, text: ["# A", "", "  indented"], tags: [] },
      {
        kind: "code",
        line: 9,
        text: ["const x = 1;", "", "x;"],
        tags: ["check", "raises-exception"],
        exercise: "a-b",
      },
    ]);
  });

  it("takes the comment signs off a notebook-only cell", () => {
    const [cell] = parse('// %% tags=["notebook-only"]', "// const x = 1;", "//   x; // so").cells;
    assert.deepEqual(cell.text, ["const x = 1;", "  x; // so"]);
  });

  it("reads Windows line ends alike", () => {
    const unix = parseLesson("day-001", "f", canarySource);
    const windows = parseLesson("day-001", "f", canarySource.replaceAll("\n", "\r\n"));
    assert.deepEqual(windows, unix);
  });

  const refused: [string, string[], RegExp][] = [
    ["text before the first cell", ["let x;", "// %%", "x;"], /^x\/lesson\.ts:1: text before/],
    ["an unknown kind", ["// %% [md]", "// a"], /:1: unknown kind of cell \[md\]\. Use \[header\]/],
    [
      "an unknown tag",
      ['// %% tags=["chek"]', "a;"],
      /:1: unknown tag "chek"\. The tags are setup/,
    ],
    ["an unknown attribute", ["// %% id=3", "a;"], /:1: unknown attribute id\. The attributes are/],
    ["text after the attributes", ["// %% a title", "a;"], /:1: cannot read "a title"/],
    ["an attribute without a space", ['// %% exercise="a"tags=["setup"]', "a;"], /:1: /],
    ["tags that are no list", ['// %% tags="check"', "a;"], /:1: tags="check" is not a list/],
    ["a broken list", ['// %% tags=["check]', "a;"], /:1: /],
    ["an attribute twice", ['// %% exercise="a" exercise="b"', "a;"], /:1: exercise twice/],
    ["an odd exercise id", ['// %% exercise="A b"', "a;"], /:1: exercise="A b" is not an id/],
    ["minutes that are no number", ["// %% [header] minutes=ten", "// a"], /minutes=ten is not/],
    ["minutes of a code cell", ["// %% minutes=10", "a;"], /minutes on a cell that is not/],
    ["a header without minutes", ["// %% [header]", "// a"], /\[header\] without minutes/],
    ["tags on Markdown", ['// %% [markdown] tags=["setup"]', "// a"], /takes no tags/],
    ["two roles", ['// %% tags=["setup", "outcome"]', "a;"], /setup and outcome on one cell/],
    ["a check without an exercise", ['// %% tags=["check"]', "a;"], /check without an exercise/],
    [
      "an outcome of an exercise",
      ['// %% tags=["outcome"] exercise="a"', "a;"],
      /with an exercise/,
    ],
    ["a marker without its space", ["// %%", "a;", "//%%", "b;"], /:3: "\/\/%%" looks like a cell/],
    ["an indented marker", ["// %%", "a;", "  // %%", "b;"], /:3: "\/\/ %%" looks like a cell/],
    ["code in Markdown", ["// %% [markdown]", "// a", "let x;"], /:3: code in a markdown cell/],
    ["code in notebook-only", ['// %% tags=["notebook-only"]', "let x;"], /:2: code in a notebook/],
    ["an empty cell", ["// %%", "", "// %%", "a;"], /:1: an empty cell/],
    [
      "an open region",
      ["// %%", "", "a;", "// --- solution", "b;"],
      /:4: a solution region left open/,
    ],
    ["an end alone", ["// %%", "a;", "// --- end"], /:3: an end without its start/],
    ["a region in a region", ["// %%", "// --- solution", "// --- solution"], /:3: a region in/],
    [
      "a misspelt region",
      ["// %%", "// --- soluton", "// --- end"],
      /:2: unknown region "soluton"/,
    ],
    ["a region over a marker", ["// %%", "// --- solution", "// %%", "// --- end"], /:2: .* open/],
  ];
  for (const [what, lines, message] of refused) {
    it(`refuses ${what}`, () => assert.match(problem(...lines), message));
  }
});
