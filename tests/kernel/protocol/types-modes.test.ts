import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { after, before, describe, it } from "mocha";
import { streamText, JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

const mismatch = "TS2322: Type 'string' is not assignable to type 'number'.";

describe("types mode", () => {
  describe("warn, the default", () => {
    let kernel: JupyterClient;
    before(async () => {
      kernel = await sharedKernel();
    });

    it("runs the cell and prints the finding under it, with the line", async () => {
      const id = kernel.begin("const typesA: number = 'one';\ntypesA");
      const { reply } = await kernel.answer(id);
      assert.equal(reply.status, "ok");
      const { content } = await kernel.published(
        id,
        ({ type, content }) => type === "stream" && content.name === "stderr",
      );
      const text = stripVTControlCharacters(String(content.text));
      assert.ok(text.startsWith(mismatch), text);
      assert.match(text, /1 \| const typesA: number = 'one';\n +~+\n$/);
    });

    it("says nothing more of a cell that does not parse", async () => {
      const id = kernel.begin("let = = 1");
      assert.equal((await kernel.answer(id)).reply.ename, "SyntaxError");
      await kernel.request("shell", "is_complete_request", { code: "1" });
      await sleep(200);
      assert.ok(!kernel.received.some(({ parent, type }) => parent === id && type === "stream"));
    });

    it("knows the declarations of the cells before, also of one that threw", async () => {
      await kernel.execute("const typesB: string = 'b'; throw new Error('after it')");
      const id = kernel.begin("const typesC: number = typesB;");
      const { content } = await kernel.published(id, ({ type }) => type === "stream");
      assert.ok(stripVTControlCharacters(String(content.text)).startsWith(mismatch));
    });

    it("loses no finding of cells that are sent at once, each under its own", async () => {
      const codes = Array.from({ length: 60 }, (_, i) => `const many${i}: number = 'text ${i}';`);
      const ids = codes.map((code) => kernel.begin(code));
      for (const [i, id] of ids.entries()) {
        const { content } = await kernel.published(id, ({ type }) => type === "stream");
        const text = stripVTControlCharacters(String(content.text));
        assert.ok(text.startsWith(mismatch) && text.includes(codes[i]), text);
      }
    });

    it("a finding is said once, with what may be meant, and not at all of a name of a later cell", async () => {
      const code = "const typesG = [1].tofixed;\nconst typesH: string = typesLater;";
      const first = kernel.begin(code, { stop_on_error: false });
      await kernel.execute("const typesLater = 'it comes later'");
      const { content } = await kernel.published(first, ({ type }) => type === "stream");
      const lines = stripVTControlCharacters(String(content.text)).split("\n");
      assert.match(lines[0], /^TS2339: Property 'tofixed' does not exist on type 'number\[\]'/);
      assert.match(lines[3], /^TS2304: Cannot find name 'typesLater'. \(line 2, column 24\)$/);
      assert.equal(lines.length, 7);
      const again = kernel.begin("const typesI = typesLater.toUppercase();");
      const warning = await kernel.published(again, ({ type }) => type === "stream");
      assert.match(String(warning.content.text), /Did you mean 'toUpperCase'\?/);
      const right = await kernel.execute("const typesJ: string = typesLater;");
      await kernel.execute("// @daylab types: strict\n1");
      assert.equal(streamText(right, "stderr"), "");
    });

    it("gives way to strict where a cell asks for it", async () => {
      const answered = await kernel.execute(
        "// @daylab types: strict\nconsole.log('ran');\nconst typesD: number = 'one';",
      );
      assert.deepEqual(
        [answered.reply.status, answered.reply.ename, answered.reply.evalue],
        ["error", "TypeScriptError", mismatch],
      );
      const [frame] = answered.reply.traceback as string[];
      assert.match(stripVTControlCharacters(frame), /3 \| const typesD: number = 'one';/);
      assert.equal(streamText(answered, "stdout"), "");
    });

    it("strict runs a cell that is right", async () => {
      assert.equal(
        await kernel.evaluate("// @daylab types: strict\nconst typesE: number = 1;\ntypesE + 1"),
        "2",
      );
    });

    it("a cell that strict blocked declared nothing", async () => {
      await kernel.execute("// @daylab types: strict\nconst typesF: number = 'one';");
      const { reply } = await kernel.execute("// @daylab types: strict\ntypesF;");
      assert.match(String(reply.evalue), /TS2304: Cannot find name 'typesF'/);
    });
  });

  describe("strict, by DAYLAB_TYPES", () => {
    let kernel: JupyterClient;
    before(async () => {
      kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "strict" } });
    });
    after(() => kernel.stop());

    it("blocks a cell with a type error, which aborts those behind it", async () => {
      const first = kernel.begin("const a: number = 'one'");
      const second = kernel.begin("1");
      assert.equal((await kernel.answer(first)).reply.ename, "TypeScriptError");
      assert.equal((await kernel.answer(second)).reply.status, "aborted");
    });

    it("can be interrupted while it checks, and the next cell runs", async () => {
      const id = kernel.begin("let checked = 1");
      kernel.interrupt();
      const { reply } = await kernel.answer(id);
      assert.ok(reply.status === "ok" || reply.ename === "KeyboardInterrupt");
      assert.equal(await kernel.evaluate("1 + 1"), "2");
    });

    it("gives way to off where a cell asks for it", async () => {
      assert.equal(
        await kernel.evaluate("// @daylab types: off\nconst b: number = 'x' as any; b"),
        "'x'",
      );
    });
  });
});
