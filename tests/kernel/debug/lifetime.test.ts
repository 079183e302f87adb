import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../client/environment.ts";
import { JupyterClient } from "../client/jupyter-client.ts";
import { attachedKernel } from "./attached-kernel.ts";
import { DebugClient } from "./debug-client.ts";

describe("a kernel that stands at a breakpoint", function () {
  this.timeout(60_000);
  const parts = attachedKernel();

  async function stopAt(code: string, line: number): Promise<string> {
    const { debug, kernel } = parts;
    await debug.breakpoints(code, line);
    const id = kernel.begin(code);
    await debug.stopped();
    return id;
  }

  it("has published what was printed before", async () => {
    const { debug, kernel } = parts;
    const id = await stopAt('console.log("seen");\nMath.max(1);', 2);
    const { content } = await kernel.published(id, ({ type }) => type === "stream");
    assert.equal(content.text, "seen\n");
    await debug.finish(id);
  });

  it("answers completion, kernel_info, and says in debugInfo that it has stopped", async () => {
    const { debug, kernel } = parts;
    await kernel.execute("const completed = { inside: 1 }");
    const id = await stopAt("Math.max(31);\nMath.max(32);", 2);
    const info = await debug.info();
    assert.deepEqual([info.isStarted, info.stoppedThreads], [true, [1]]);
    const code = "completed.ins";
    const { reply } = await kernel.request("shell", "complete_request", {
      code,
      cursor_pos: code.length,
    });
    assert.ok((reply.matches as string[]).includes("inside"));
    assert.equal((await kernel.request("shell", "kernel_info_request", {})).reply.status, "ok");
    await debug.finish(id);
    assert.deepEqual((await debug.info()).stoppedThreads, []);
  });

  it("is stopped by an interrupt, keeps its variables and goes on with the next cell", async () => {
    const { debug, kernel } = parts;
    const id = await stopAt("let reached = 1;\nreached = 2;\nreached = 3;", 3);
    kernel.interrupt();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    await debug.event("continued");
    assert.equal(await kernel.evaluate("reached"), "2");
    assert.equal(await kernel.evaluate("reached + 1"), "3");
  });

  it("is stopped by SIGINT inside a loop of several calls", async () => {
    const { kernel } = parts;
    const code = "function spin() {\n  for (;;) {\n    Math.max(41);\n  }\n}\nspin();";
    const id = await stopAt(code, 3);
    kernel.signal("SIGINT");
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("1 + 1"), "2");
  });

  it("is stopped by an interrupt after an await", async () => {
    const { kernel } = parts;
    const id = await stopAt("await null;\nMath.max(51);\nMath.max(52);", 2);
    kernel.interrupt();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("2 + 1"), "3");
  });

  it("is stopped by an interrupt in a callback that a cell left behind", async () => {
    const { debug, kernel } = parts;
    const { reply } = await kernel.execute("setTimeout(() => {\n  debugger;\n}, 20);\n1");
    assert.equal(reply.status, "ok");
    await debug.stopped();
    kernel.interrupt();
    await debug.event("continued");
    assert.equal(await kernel.evaluate("3 + 1"), "4");
  });

  it("lets a cell wait that is sent meanwhile", async () => {
    const { debug, kernel } = parts;
    await kernel.execute("setTimeout(() => {\n  debugger;\n}, 20);\n1");
    await debug.stopped();
    const code = "let waited = 5;\nwaited";
    await debug.breakpoints(code, 2);
    const id = kernel.begin(code);
    await debug.request("continue", { threadId: 1 });
    await debug.stopped();
    assert.equal((await debug.frames())[0].line, 2);
    await debug.finish(id);
  });

  it("goes on when the debugger is detached", async () => {
    const { debug, kernel } = parts;
    const id = await stopAt("Math.max(61);\nMath.max(62);", 1);
    await debug.detach();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.status, "ok");
    assert.equal((await kernel.execute("debugger; 5")).reply.status, "ok");
    assert.equal((await debug.info()).isStarted, false);
    await debug.attach();
  });

  it("does not stop at breakpoints of an earlier debugger", async () => {
    const { debug, kernel } = parts;
    const code = "Math.max(71);\nMath.max(72);";
    await debug.breakpoints(code, 2);
    await debug.detach();
    await debug.attach();
    assert.deepEqual((await debug.info()).breakpoints, []);
    assert.equal((await kernel.execute(code)).reply.status, "ok");
  });

  it("leaves a cell alone whose debugger statement nobody watches", async () => {
    const { debug, kernel } = parts;
    await debug.detach();
    const { reply } = await kernel.execute("debugger;\n1");
    assert.equal(reply.status, "ok");
    await debug.attach();
  });
});

describe("shutting down at a breakpoint", function () {
  this.timeout(60_000);

  it("ends the kernel by itself", async () => {
    const kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    const debug = new DebugClient(kernel);
    await debug.attach();
    const left = join(temporaryFolder(), "left");
    const write = `require("node:fs").writeFileSync(${JSON.stringify(left)}, "")`;
    const code = `process.on("exit", () => ${write});\nMath.max(1);`;
    await debug.breakpoints(code, 2);
    kernel.begin(code);
    await debug.stopped();
    const { reply } = await kernel.request("control", "shutdown_request", { restart: true });
    assert.equal(reply.status, "ok");
    const deadline = Date.now() + 20_000;
    while ((await kernel.alive()) && Date.now() < deadline)
      await new Promise((r) => setTimeout(r, 50));
    assert.equal(await kernel.alive(), false);
    assert.ok(existsSync(left), "the kernel was killed");
    await kernel.stop();
  });
});
