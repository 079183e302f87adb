import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { before, describe, it } from "mocha";
import type { JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("interrupt", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
    await kernel.execute("let interruptState = 0");
  });

  const cells: [string, string][] = [
    ["a loop", "while (true) {}"],
    ["a loop after an await", "await 0; while (true) {}"],
    ["a loop after a timer", "await new Promise((done) => setTimeout(done, 20)); while (true) {}"],
    [
      "a loop in a callback of a timer",
      "setTimeout(() => { for (;;); }, 1); await new Promise(() => {})",
    ],
    [
      "a loop in a callback of an immediate",
      "setImmediate(() => { for (;;); }); await new Promise(() => {})",
    ],
    ["a loop that catches", "while (true) { try { while (true) {} } catch {} finally {} }"],
    ["a loop of microtasks", "while (true) await 0"],
    ["a long await", "await new Promise(() => {})"],
    ["a loop of short awaits", "while (true) await new Promise((done) => setTimeout(done, 5))"],
    ["a wait on shared memory", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)"],
  ];
  for (const [index, [what, code]] of cells.entries()) {
    const ways = index < 2 ? (["message", "SIGINT"] as const) : (["message"] as const);
    for (const way of ways) {
      it(`by ${way} ends ${what}; state is kept and the next cell runs`, async () => {
        const mark = String(100 + 10 * index + way.length);
        const id = kernel.begin(`interruptState = ${mark}; console.log('running');\n${code}`);
        await kernel.published(id, ({ type }) => type === "stream");
        await sleep(150);
        if (way === "message") kernel.interrupt();
        else kernel.signal("SIGINT");
        const { reply } = await kernel.answer(id);
        assert.deepEqual([reply.status, reply.ename], ["error", "KeyboardInterrupt"]);
        assert.equal(await kernel.evaluate("interruptState"), mark);
      });
    }
  }

  it("answers the request itself while a cell blocks", async () => {
    const id = kernel.begin("console.log('running'); while (true) {}");
    await kernel.published(id, ({ type }) => type === "stream");
    const { reply } = await kernel.request("control", "interrupt_request", {});
    assert.equal(reply.status, "ok");
    assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
  });

  it("aborts the cells that wait", async () => {
    const running = kernel.begin("console.log('running'); await new Promise(() => {})");
    const waiting = kernel.begin("'must not run'");
    await kernel.published(running, ({ type }) => type === "stream");
    kernel.interrupt();
    assert.equal((await kernel.answer(running)).reply.status, "error");
    assert.equal((await kernel.answer(waiting)).reply.status, "aborted");
  });

  it("does nothing where nothing runs", async () => {
    kernel.interrupt();
    kernel.signal("SIGINT");
    await sleep(200);
    assert.equal(await kernel.evaluate("'still here'"), "'still here'");
  });

  for (const [what, code] of [
    ["setInterval", "setInterval(() => console.log('stale'), 20)"],
    ["setTimeout", "(function again() { console.log('stale'); setTimeout(again, 20) })()"],
    [
      "node:timers/promises",
      "void (async () => { const { setTimeout: sleep } = await import('node:timers/promises');\nfor (;;) { await sleep(20); interruptTicks++; } })()",
    ],
  ] as const) {
    it(`stops what the cell left behind in ${what}`, async () => {
      await kernel.execute("let interruptTicks = 0");
      const id = kernel.begin(`${code}; console.log('running'); await new Promise(() => {})`);
      await kernel.published(id, ({ type }) => type === "stream");
      await sleep(150);
      kernel.interrupt();
      await kernel.answer(id);
      const ticks = await kernel.evaluate("interruptTicks");
      const before = kernel.received.length;
      const quiet = await kernel.execute("await new Promise((done) => setTimeout(done, 200))");
      assert.deepEqual(
        quiet.published.filter(({ type }) => type === "stream"),
        [],
      );
      const stale = kernel.received.slice(before).filter(({ parent }) => parent === id);
      assert.deepEqual(stale, []);
      assert.equal(await kernel.evaluate("interruptTicks"), ticks);
    });
  }

  it("does not strike the cell that follows, however quickly it does", async () => {
    for (let round = 0; round < 10; round++) {
      const id = kernel.begin("console.log('running'); while (true) {}");
      await kernel.published(id, ({ type }) => type === "stream");
      kernel.interrupt();
      await kernel.answer(id);
      assert.equal(await kernel.evaluate(`await 0; ${round}`), String(round));
    }
  });
});
