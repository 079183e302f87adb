import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { CellSyntaxError, prepareCell } from "../../../kernel/src/transpile/index.ts";
import { Project } from "../modules/project.ts";

const options = { url: "cell:1", loader: "loader" };

describe("cells beyond every measure", () => {
  it("are prepared where they are only long", () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `  [${row}, "text ${row}"],`).join("\n");
    const { code } = prepareCell(`const rows: unknown[] = [\n${rows}\n]`, options);
    assert.ok(code.includes("text 4999"));
    const { code: line } = prepareCell(`const text: string = "${"x".repeat(1_000_000)}"`, options);
    assert.ok(line.length > 1_000_000);
    for (const quote of ['"', "'", "`"]) {
      const text = `${quote}${"iVBORw0KGgo ".repeat(1 << 20)}${quote}.length`;
      assert.ok(prepareCell(text, options).code.length > 12 << 20);
    }
  });

  const nested: Record<string, [open: string, close: string]> = {
    parentheses: ["(", ")"],
    arrays: ["[", "]"],
    objects: ["({ a: ", "})"],
    templates: ["`${", "}`"],
    blocks: ["{", "}"],
    functions: ["() => ", ""],
    sums: ["1 + ", ""],
    conditions: ["a ? b : ", ""],
    calls: ["a().", ""],
  };
  for (const [title, [open, close]] of Object.entries(nested)) {
    it(`are refused for nested ${title}, and the next one works`, () => {
      for (const count of [3000, 50_000]) {
        const source = `\n${open.repeat(count)}x${close.repeat(count)}`;
        assert.throws(() => prepareCell(source, options), {
          name: "SyntaxError",
          message: "The code is nested too deeply",
          line: 2,
        });
      }
      assert.ok(prepareCell("1 as number", options).showsResult);
      const moderate = `${open.repeat(100)}x${close.repeat(100)}`;
      assert.ok(prepareCell(moderate, options).code.length > 100);
    });
  }

  it("are prepared by another compiler once Node's own is broken", () => {
    // It breaks for the whole process, hence another one.
    const project = new Project({
      "local.ts": "export enum E { A = 3 }\nexport const value: E = E.A",
    });
    const kernel = new URL("../../../kernel/src/", import.meta.url).href;
    const script = `
      const { stripTypeScriptTypes } = await import("node:module");
      const { prepareCell } = await import("${kernel}transpile/index.ts");
      const { createModuleLoader } = await import("${kernel}modules/index.ts");
      const loader = createModuleLoader({ directory: ${JSON.stringify(project.directory)} });
      const prepare = (source) => prepareCell(source, { url: "cell", loader: "loader" });
      const results = [];
      // The engine may have made it sturdier in between, so that it survives the first time.
      let code;
      const works = () => { try { return stripTypeScriptTypes("1") } catch { return false } };
      for (let i = 0; i < 100 && works(); i++) {
        try { stripTypeScriptTypes("(".repeat(50000)) } catch (error) { code = error.code }
      }
      results.push(code);
      try { prepare("1 as any") } catch ({ message }) { results.push(message) }
      const { code: js, showsResult } = prepare("enum E { A }\\nconst x: number = 6 as any\\nx");
      results.push(showsResult, /: number/.test(js));
      try { prepare("\\nlet x = (;") } catch ({ line, column }) { results.push(line, column) }
      results.push((await loader.import("./local")).value);
      console.log(JSON.stringify(results));`;
    try {
      const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      assert.deepEqual(JSON.parse(output), [
        "ERR_INTERNAL_ASSERTION",
        "The code is nested too deeply",
        true,
        false,
        2,
        10,
        3,
      ]);
    } finally {
      project.remove();
    }
  });

  it("may be anything but text that is TypeScript", () => {
    // A linear congruential generator: the same garbage every time.
    let state = 42;
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % below;
    };
    const parts =
      "let|const|var|function|class|enum|using|await|import|export|default|from|x|'y'|`|${|{|}|(|)|[|]|<|>|=|=>|;|,|:|.|\n|@d|//|/*|*/|1|async|this|\\|#|😀".split(
        "|",
      );
    for (let round = 0; round < 2000; round++) {
      const source = Array.from({ length: 1 + next(12) }, () => parts[next(parts.length)]).join(
        " ",
      );
      try {
        const { toOriginal } = prepareCell(source, options);
        toOriginal(1, 20);
      } catch (error) {
        assert.ok(error instanceof CellSyntaxError, `${JSON.stringify(source)}: ${String(error)}`);
      }
    }
  });
});
