import assert from "node:assert/strict";
import { Notebook } from "./notebook.ts";

describe("inspection", () => {
  let notebook: Notebook;
  before(async () => {
    notebook = new Notebook();
    await notebook.language.commit(
      [
        "/** How far apart. */",
        "let distance = 0.5",
        "/** Rows to learn from. */ const rows = [1, 2]",
        "/**",
        " * Fits a line.",
        " * @param x the inputs",
        " * @returns the slope",
        " */",
        "function fit(x: number[], options?: { epochs: number }): number { return x.length }",
        "/** A model. */ class Model {\n  /** Its depth. */\n  depth = 3; predict(x: number) { return x } }",
        "interface Options { epochs: number }",
      ].join("\n"),
    );
  });
  after(() => notebook.close());

  it("signature, documentation and tags, as Markdown and as text", async () => {
    assert.deepEqual(await notebook.language.inspect("fit(", 1, 0), {
      found: true,
      markdown:
        "```typescript\nfunction fit(x: number[], options?: {\n    epochs: number;\n}): number\n```\n\n" +
        "Fits a line.\n\n*@param* x the inputs\n\n*@returns* the slope",
      text:
        "function fit(x: number[], options?: {\n    epochs: number;\n}): number\n\n" +
        "Fits a line.\n\n@param x the inputs\n@returns the slope",
    });
  });

  it("names of earlier cells look as they do there, also those that can be assigned", async () => {
    assert.equal(await notebook.inspect("dist|ance = 2"), "let distance: number\n\nHow far apart.");
    assert.equal(await notebook.inspect("rows|"), "const rows: number[]\n\nRows to learn from.");
    assert.equal(await notebook.inspect("new |Model"), "new Model(): Model\n\nA model.");
    assert.equal(await notebook.inspect("let o: Opt|ions"), "interface Options");
  });

  it("members, locals and globals", async () => {
    assert.equal(
      await notebook.inspect("new Model().de|pth"),
      "(property) Model.depth: number\n\nIts depth.",
    );
    assert.equal(await notebook.inspect("const a = 1; a| + 1"), "const a: 1");
    assert.match(
      await notebook.inspect("Math.ma|x(1)"),
      /^\(method\) Math\.max\(.*\n\nReturns the/,
    );
  });

  it("the cursor may be on either side of the name", async () => {
    for (const marked of ["|rows", "rows|", "(rows|)", "rows|.length"])
      assert.match(await notebook.inspect(marked), /^const rows/, marked);
  });

  it("inside a call's parentheses, the call", async () => {
    for (const marked of [
      "fit(|",
      "fit(|)",
      "fit( |",
      "fit([1, 2],| )",
      "fit([1], {}|",
      "1 + fit(|",
    ])
      assert.match(await notebook.inspect(marked), /^fit\(x: number\[\].*[^]*Fits a line/, marked);
    assert.match(await notebook.inspect("fit(ro|ws)"), /^const rows/);
    assert.match(await notebook.inspect("new Model().predict(|"), /^predict\(x: number\): number/);
  });

  it("detail 1 adds the source where it is in a cell", async () => {
    assert.match(
      await notebook.inspect("fi|t", 1),
      /\n\nfunction fit\(x: number\[\], options\?: \{ epochs: number \}\): number \{ return x\.length \}$/,
    );
    assert.match(await notebook.inspect("dist|ance", 1), /\n\nlet distance = 0\.5$/);
    assert.match(await notebook.inspect("new Model().pre|dict", 1), /\n\nclass Model \{[^]*\}$/);
    assert.match(await notebook.inspect("const near = rows; nea|r", 1), /\n\nconst near = rows;$/);
    assert.doesNotMatch(await notebook.inspect("Math.ma|x", 1), /interface Math/);
  });

  it("the newest declaration counts", async () => {
    await notebook.language.commit("function twin() { return 1 }");
    await notebook.language.commit("const twin = (x: string) => x");
    assert.match(await notebook.inspect("tw|in", 1), /\n\nconst twin = \(x: string\) => x$/);
  });

  it("nothing where nothing is", async () => {
    for (const marked of ["|", "1 + |", "// ro|ws", "'ro|ws'", "unknown|Name.x", "  |  rows"])
      assert.deepEqual(
        await notebook.language.inspect(marked.replace("|", ""), marked.indexOf("|"), 1),
        { found: false, markdown: "", text: "" },
        marked,
      );
  });

  it("an offset outside the code counts as its end or beginning", async () => {
    assert.match((await notebook.language.inspect("rows", 99, 0)).text, /^const rows/);
    assert.match((await notebook.language.inspect("rows", -1, 0)).text, /^const rows/);
  });
});
