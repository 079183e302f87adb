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
        "Fits a line.\n\n*@param* `x` — the inputs\n\n*@returns* the slope",
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

  it("marks the parameter that is being written, and says what it is for", async () => {
    const at = async (marked: string): Promise<string[]> =>
      (await notebook.inspect(marked)).split("\n\n").slice(0, 2);
    assert.deepEqual(await at("new Model().predict(|"), [
      "predict(x: number): number\n        ^^^^^^^^^",
      "x: number",
    ]);
    assert.deepEqual(await at("const m = Math.max(1, 2, |"), [
      "max(...values: number[]): number\n    ^^^^^^^^^^^^^^^^^^^",
      "...values: number[] — Numeric expressions to be evaluated.",
    ]);
    assert.deepEqual(await at("parseInt('12', |)"), [
      "parseInt(string: string, radix?: number): number\n                         ^^^^^^^^^^^^^^",
      "radix?: number — A value between 2 and 36 that specifies the base of the number in `string`.\n" +
        "If this argument is not supplied, strings with a prefix of '0x' are considered hexadecimal.\n" +
        "All other strings are considered decimal.",
    ]);
    const { markdown } = await notebook.language.inspect("fit(", 4, 0);
    assert.match(markdown, /\n```\n\n\*\*`x: number\[\]`\*\* — the inputs\n\nFits a line\./);
  });

  it("counts and lists the overloads, the fitting one first", async () => {
    await notebook.language.commit(
      "function over(a: string): 1; function over(a: number, b: string): 2; function over(...all: unknown[]) { return 1 as never }",
    );
    assert.equal(
      await notebook.inspect("over(1, |)"),
      "over(a: number, b: string): 2\n                ^^^^^^^^^\n\nb: string\n\n" +
        "Overload 2 of 2; the others:\nover(a: string): 1",
    );
    assert.match(await notebook.inspect("over(|"), /^over\(a: string\).*Overload 1 of 2/s);
  });

  it("links are names, examples are code, a tag for a web site is left out", async () => {
    await notebook.language.commit(
      "/**\n * See {@link fit} or {@link Math.max | the largest}.\n * @param a - A number.\n" +
        " * @example linked(1)\n * @doc {heading: 'Models'}\n */\nfunction linked(a: number) {}",
    );
    const { markdown, text } = await notebook.language.inspect("linked", 3, 0);
    assert.match(markdown, /See `fit` or the largest\.\n\n\*@param\* `a` — A number\./);
    assert.match(markdown, /\*@example\*\n\n```typescript\nlinked\(1\)\n```$/);
    assert.match(text, /@param a A number\.\n@example linked\(1\)$/);
  });

  it("detail 1 adds the source of the library too", async () => {
    await notebook.language.commit("import { iou } from 'daylab/vision'");
    assert.match(await notebook.inspect("io|u", 1), /\n\nexport function iou\(.*\{\n.*\}$/s);
    assert.doesNotMatch(await notebook.inspect("io|u", 0), /export function/);
  });

  it("where the type says nothing, what could be asked of the live session", async () => {
    await notebook.language.commit("const open1: any = 1; const sure1 = 1");
    const live = async (marked: string): Promise<string | undefined> =>
      (await notebook.language.inspect(marked.replace("|", ""), marked.indexOf("|"), 0)).live;
    assert.equal(await live("ope|n1"), "open1");
    assert.equal(await live("open1.a.b|.c"), "open1.a.b");
    assert.equal(await live("open1!['a b']?.c|"), 'open1["a b"]?.c');
    for (const marked of ["sur|e1", "f().a|", "open1.f().a|", "'ope|n1'", "// ope|n1", "|"])
      assert.equal(await live(marked), undefined, marked);
  });

  it("detail 1 adds the source where where it is in a cell", async () => {
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

  it("a variable that is declared anew from what it was is both", async () => {
    await notebook.language.commit("/** The first. */\nconst anew = [1, 2]");
    const code = "const anew = String(anew.map((x) => x + 1)); anew.trim()";
    const hover = (at: number): Promise<string> =>
      notebook.inspect(`${code.slice(0, at)}|${code.slice(at)}`);
    assert.equal(await hover(8), "const anew: string");
    assert.equal(await hover(22), "const anew: number[]\n\nThe first.");
    assert.match(await hover(26), /^\(method\) Array<number>\.map/);
    assert.equal(await hover(46), "const anew: string");
    assert.deepEqual(await notebook.complete("const anew = anew.joi|; 1"), ["join"]);
    assert.deepEqual(await notebook.complete("const anew = anew.join(''); anew.tri|"), [
      "trim",
      "trimEnd",
      "trimStart",
      "trimLeft",
      "trimRight",
    ]);
  });

  it("nothing where nothing is", async () => {
    assert.deepEqual(await notebook.language.inspect("unknownName.x", 7, 1), {
      found: false,
      markdown: "",
      text: "",
      live: "unknownName",
    });
    for (const marked of ["|", "1 + |", "// ro|ws", "'ro|ws'", "  |  rows"])
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
