import assert from "node:assert/strict";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { attachedKernel } from "./attached-kernel.ts";

describe("stopping at exceptions", function () {
  this.timeout(60_000);
  const parts = attachedKernel();

  const filters = (...names: string[]) =>
    parts.debug.request("setExceptionBreakpoints", { filters: names });

  /** Runs a cell that stops at an exception: the line, what it says, and how the cell ended. */
  async function thrown(code: string): Promise<[line: number, text: string, status: unknown]> {
    const { debug, kernel } = parts;
    const id = kernel.begin(code);
    const { reason, text = "" } = await debug.stopped();
    assert.equal(reason, "exception");
    const [{ line }] = await debug.frames();
    await debug.request("continue", { threadId: 1 });
    const { reply } = await kernel.answer(id);
    return [line, text, reply.status];
  }

  it("offers the filters that there are", async () => {
    const { debug } = parts;
    const { exceptionBreakpointFilters } = (await debug.request("initialize", {})) as {
      exceptionBreakpointFilters: DebugProtocol.ExceptionBreakpointsFilter[];
    };
    assert.deepEqual(
      exceptionBreakpointFilters.map(({ filter }) => filter),
      ["uncaught", "all"],
    );
  });

  it("does not where nobody asked for it", async () => {
    const { kernel } = parts;
    const { reply } = await kernel.execute("throw new Error('loud')");
    assert.equal(reply.ename, "Error");
  });

  const uncaught: [title: string, code: string, line: number, text: string][] = [
    ["thrown by the cell", "1;\nthrow new TypeError('plain')", 2, "TypeError: plain"],
    ["thrown by a function", "function f() {\n  throw new Error('deep')\n}\nf()", 2, "Error: deep"],
    ["thrown by the engine", "1;\nJSON.parse('{')", 2, "SyntaxError"],
    ["thrown by Node", 'require("node:fs").readFileSync("/missing")', 1, "Error: ENOENT"],
    ["that is no error", "throw { code: 7 }", 1, "Object"],
    [
      "of an async function",
      "async function g() {\n  throw new Error('async')\n}\nawait g()",
      2,
      "Error: async",
    ],
    ["thrown after an await", "await null;\nthrow new Error('later')", 2, "Error: later"],
    [
      "thrown by a function after an await",
      "await null;\nfunction h() {\n  throw new Error('late and deep')\n}\nh()",
      3,
      "Error: late and deep",
    ],
  ];
  for (const [title, code, line, text] of uncaught) {
    it(`finds one that nothing catches, ${title}`, async () => {
      await filters("uncaught");
      const [at, said, status] = await thrown(code);
      assert.equal(at, line);
      assert.ok(said.startsWith(text), said);
      assert.equal(status, "error");
    });
  }

  it("leaves those alone that are caught, unless all are wanted", async () => {
    const { kernel } = parts;
    const code = "try {\n  throw new Error('caught')\n} catch {}";
    await filters("uncaught");
    assert.equal((await kernel.execute(code)).reply.status, "ok");
    const handled =
      "async function k() {\n  throw new Error('handled')\n}\nk().catch(() => {});\nawait k().catch(() => {});";
    assert.equal((await kernel.execute(handled)).reply.status, "ok");
    await filters("all");
    assert.deepEqual(await thrown(code), [2, "Error: caught", "ok"]);
    await filters();
    assert.equal((await kernel.execute(code)).reply.status, "ok");
  });

  it("tells more of it when asked", async () => {
    const { debug, kernel } = parts;
    await filters("uncaught");
    const id = kernel.begin("throw new RangeError('too far')");
    await debug.stopped();
    const info = await debug.request<DebugProtocol.ExceptionInfoResponse>("exceptionInfo", {
      threadId: 1,
    });
    assert.deepEqual(info, {
      exceptionId: "RangeError",
      description: "RangeError: too far",
      breakMode: "unhandled",
    });
    await debug.request("continue", { threadId: 1 });
    assert.equal((await kernel.answer(id)).reply.status, "error");
    await filters();
  });
});
