import assert from "node:assert/strict";
import { attachedKernel } from "./attached-kernel.ts";

describe("stepping", function () {
  this.timeout(60_000);
  const parts = attachedKernel();

  /** Begins a cell and waits for its first stop. */
  async function begin(code: string, ...lines: number[]): Promise<string> {
    const { debug, kernel } = parts;
    await debug.breakpoints(code, ...lines);
    const id = kernel.begin(code);
    await debug.stopped();
    return id;
  }

  /** The line of the innermost call after a step. */
  async function line(command: "next" | "stepIn" | "stepOut"): Promise<number> {
    const [place] = await parts.debug.go(command);
    return Number(place.split(":").at(-1));
  }

  it("over lines, then on to the end of the cell", async () => {
    const { debug, kernel } = parts;
    const id = await begin("let a = 1;\na += 1;\na += 2;\na", 1);
    assert.equal(await line("next"), 2);
    assert.equal(await line("next"), 3);
    assert.equal(await line("next"), 4);
    await debug.request("next", { threadId: 1 });
    const { reply } = await kernel.answer(id);
    assert.equal(reply.status, "ok");
    assert.equal((await debug.ask("stackTrace", { threadId: 1 })).success, false);
  });

  it("does not go on into the next cell", async () => {
    const { debug, kernel } = parts;
    const id = await begin("Math.max(1)", 1);
    await debug.request("next", { threadId: 1 });
    await kernel.answer(id);
    const { reply } = await kernel.execute("let untouched = 1;\nuntouched");
    assert.equal(reply.status, "ok");
  });

  it("into a function and out of it, past types and what the kernel adds", async () => {
    const { debug } = parts;
    const code =
      "function inner(n: number): number {\n  const m = n;\n  return m;\n}\nconst r = inner(1);\nr";
    const id = await begin(code, 5);
    assert.deepEqual(
      (await debug.go("stepIn")).map((place) => place.replace(/\[\d+\]/, "[N]")),
      ["inner:2", "Cell [N]:5"],
    );
    assert.equal(await line("stepOut"), 6);
    await debug.finish(id);
  });

  it("into what Node and the kernel do stays in the cell", async () => {
    const { debug } = parts;
    const code = "console.log(1);\nsetTimeout(() => 1, 1);\ndisplay(2);\nMath.max(1);";
    const id = await begin(code, 1);
    assert.equal(await line("stepIn"), 2);
    assert.equal(await line("stepIn"), 3);
    assert.equal(await line("stepIn"), 4);
    await debug.finish(id);
  });

  it("over an await comes back to the cell", async () => {
    const { debug } = parts;
    const code =
      "const one = await new Promise<number>((done) => setTimeout(() => done(1), 20));\n" +
      "async function two() {\n  await null;\n  return 2;\n}\nconst sum = one + (await two());\nsum";
    const id = await begin(code, 1);
    assert.equal(await line("next"), 6);
    assert.equal(await line("next"), 7);
    await debug.finish(id);
  });

  it("through an async function that a cell awaits", async () => {
    const { debug } = parts;
    const code =
      "async function load() {\n  const a = await 1;\n  return a + 1;\n}\nconst b = await load();\nb";
    const id = await begin(code, 2);
    assert.equal(await line("next"), 3);
    await debug.finish(id);
  });

  it("through callbacks of timers", async () => {
    const { debug } = parts;
    const code =
      "await new Promise<void>((done) => setTimeout(() => {\n  const late = 1;\n  done();\n}, 5));\n1";
    const id = await begin(code, 2);
    assert.deepEqual(await debug.places(), ["(anonymous):2"]);
    assert.equal(await line("next"), 3);
    await debug.finish(id);
  });

  it("stops at a debugger statement", async () => {
    const { debug, kernel } = parts;
    const id = kernel.begin("let before = 1;\ndebugger;\nbefore");
    const { reason } = await debug.stopped();
    assert.equal(reason, "debugger statement");
    assert.equal((await debug.frames())[0].line, 2);
    await debug.finish(id);
  });

  it("pauses a loop", async () => {
    const { debug, kernel } = parts;
    const code = 'let go = true;\nconsole.log("on");\nwhile (go) {\n  Math.max(1);\n}\ngo';
    const id = kernel.begin(code);
    await kernel.published(id, ({ type }) => type === "stream");
    await debug.request("pause", { threadId: 1 });
    const { reason } = await debug.stopped();
    assert.equal(reason, "pause");
    assert.ok([3, 4].includes((await debug.frames())[0].line));
    assert.equal(await debug.evaluate("go = false"), "false");
    await debug.finish(id);
  });

  it("pauses a cell that is only on its way", async () => {
    const { debug, kernel } = parts;
    const id = kernel.begin("let going = true;\nwhile (going) {\n  Math.max(1);\n}\ngoing");
    await debug.request("pause", { threadId: 1 });
    const { reason } = await debug.stopped();
    assert.equal(reason, "pause");
    // At its first line nothing is assigned yet.
    while ((await debug.frames())[0].line === 1) await debug.go("next");
    await debug.evaluate("going = false");
    await debug.finish(id);
  });

  it("pauses a cell that waits, in what it calls next", async () => {
    const { debug, kernel } = parts;
    const code =
      'let waits = true;\nconsole.log("on");\nwhile (waits) {\n' +
      "  await new Promise((done) => setTimeout(done, 10));\n}\nwaits";
    const id = kernel.begin(code);
    await kernel.published(id, ({ type }) => type === "stream");
    await debug.request("pause", { threadId: 1 });
    await debug.stopped();
    assert.ok([3, 4].includes((await debug.frames())[0].line));
    await debug.evaluate("waits = false");
    await debug.finish(id);
  });

  it("pauses at the start of the next cell where nothing runs", async () => {
    const { debug, kernel } = parts;
    await debug.request("pause", { threadId: 1 });
    const id = kernel.begin("interface A {\n  a: 1\n}\nMath.max(1);\nMath.max(2);");
    const { reason } = await debug.stopped();
    assert.equal(reason, "pause");
    assert.equal((await debug.frames())[0].line, 4);
    await debug.finish(id);
  });

  it("tells that the notebook goes on", async () => {
    const { debug, kernel } = parts;
    const id = await begin("Math.max(21);\nMath.max(22);", 1);
    await debug.request("next", { threadId: 1 });
    assert.deepEqual((await debug.event("continued")).body, {
      threadId: 1,
      allThreadsContinued: true,
    });
    await debug.stopped();
    await debug.request("continue", { threadId: 1 });
    await debug.event("continued");
    await kernel.answer(id);
  });
});
