import assert from "node:assert/strict";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { attachedKernel } from "./attached-kernel.ts";

describe("broken debug requests", function () {
  this.timeout(60_000);
  const parts = attachedKernel();

  afterEach(async () => {
    assert.equal(await parts.kernel.evaluate("1 + 1"), "2");
  });

  const wrong: [title: string, command: string, given: object | undefined, message: RegExp][] = [
    ["an unknown command", "makeCoffee", {}, /does not know the command "makeCoffee"/],
    ["the name of an object's method", "constructor", {}, /does not know the command/],
    ["no code to dump", "dumpCell", {}, /"code" must be a string, received nothing/],
    ["code that is no text", "dumpCell", { code: 5 }, /"code" must be a string, received 5/],
    ["no source", "setBreakpoints", { breakpoints: [] }, /"source.path" must be a path/],
    [
      "breakpoints that are no list",
      "setBreakpoints",
      { source: { path: "/a" }, breakpoints: 5 },
      /"breakpoints" must be a list/,
    ],
    [
      "a breakpoint without a line",
      "setBreakpoints",
      { source: { path: "/a" }, breakpoints: [{}] },
      /"line" must be a whole number/,
    ],
    [
      "a negative line",
      "setBreakpoints",
      { source: { path: "/a" }, breakpoints: [{ line: -1 }] },
      /received -1/,
    ],
    [
      "filters that are no list",
      "setExceptionBreakpoints",
      { filters: "all" },
      /"filters" must be a list/,
    ],
    ["no arguments at all", "variables", undefined, /"variablesReference" must be/],
    [
      "a reference that never was",
      "variables",
      { variablesReference: 98765 },
      /98765 no longer exists/,
    ],
    [
      "a value for a reference that never was",
      "setVariable",
      { variablesReference: 98765, name: "a", value: "1" },
      /98765 no longer exists/,
    ],
    ["a stack of a notebook that runs", "stackTrace", { threadId: 1 }, /not stopped/],
    ["a step where nothing has stopped", "next", { threadId: 1 }, /not stopped/],
    ["to go on where nothing has stopped", "continue", { threadId: 1 }, /not stopped/],
    ["scopes of a frame that never was", "scopes", { frameId: 3 }, /not stopped/],
    [
      "source of a path that nothing ran from",
      "source",
      { source: { path: "/etc/hostname" } },
      /No code ran from/,
    ],
    [
      "a display of a name that is none",
      "richInspectVariables",
      { variableName: "no such name" },
      /./,
    ],
    ["an expression that is no TypeScript", "evaluate", { expression: "let let let" }, /./],
  ];
  for (const [title, command, given, message] of wrong) {
    it(`with ${title} are answered with the reason`, async () => {
      assert.match(await parts.debug.failure(command, given), message);
    });
  }

  it("without a command are answered too", async () => {
    const { kernel } = parts;
    for (const content of [{}, { command: 5, seq: "x" }, { command: null, arguments: [] }]) {
      const { reply } = await kernel.request("control", "debug_request", content);
      assert.equal(reply.success, false);
      assert.match(String(reply.message), /"command" must be a string/);
    }
  });

  it("for what needs a debugger say so where there is none", async () => {
    const { debug } = parts;
    await debug.detach();
    assert.match(await debug.failure("threads"), /send "initialize" and "attach" first/);
    assert.match(await debug.failure("pause"), /needs a debugger/);
    await debug.request("disconnect");
    await debug.attach();
  });

  it("with references of an earlier stop say so", async () => {
    const { debug, kernel } = parts;
    const code = "const box = [[1]];\nMath.max(1);\nMath.max(2);";
    await debug.breakpoints(code, 2, 3);
    const id = kernel.begin(code);
    await debug.stopped();
    const [{ id: frameId }] = await debug.frames();
    const box = (await debug.variables(await debug.scopeReference("Globals"))).find(
      ({ name }) => name === "box",
    )!;
    await debug.go("continue");
    const stale = { variablesReference: box.variablesReference };
    assert.match(await debug.failure("variables", stale), /no longer exists/);
    assert.match(await debug.failure("scopes", { frameId }), /There is no frame/);
    assert.match(
      await debug.failure("evaluate", { frameId, expression: "1" }),
      /There is no frame/,
    );
    await debug.breakpoints(code);
    await debug.finish(id);
  });

  it("with breakpoints for code that never runs leave them waiting", async () => {
    const { debug } = parts;
    const { breakpoints } = await debug.request<DebugProtocol.SetBreakpointsResponse>(
      "setBreakpoints",
      { source: { path: "/nowhere/at-all.ts" }, breakpoints: [{ line: 3 }] },
    );
    assert.deepEqual(
      breakpoints.map(({ verified, line }) => ({ verified, line })),
      [{ verified: false, line: 3 }],
    );
  });

  it("with a condition that is no TypeScript say so", async () => {
    const { debug } = parts;
    const path = await debug.dumpCell("Math.max(3)");
    const given = { source: { path }, breakpoints: [{ line: 1, condition: "1 +" }] };
    assert.match(await debug.failure("setBreakpoints", given), /condition/);
  });
});
