import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";

describe("interrupt of a cell that is blocked outside JavaScript", function () {
  this.timeout(60_000);
  let kernel: JupyterClient;
  let url: string;
  const silent = createServer(() => {});
  before(async () => {
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute("let state = 0");
  });
  after(async () => {
    await kernel.stop();
    silent.closeAllConnections();
    silent.close();
  });

  const cells: [string, () => string][] = [
    ["a download", () => `await fetch("${url}")`],
    [
      "a child process",
      () =>
        `import { spawn } from "node:child_process"; import { once } from "node:events";\nawait once(spawn("sleep", ["60"]), "exit")`,
    ],
    [
      "a child process that blocks it",
      () => `import { execSync } from "node:child_process"; execSync("sleep 60")`,
    ],
    [
      "a shell's child",
      () => `import { execSync } from "node:child_process"; execSync("sleep 60; echo went on")`,
    ],
    ["a regular expression that never ends", () => `/^(a+)+$/.test("a".repeat(40) + "b")`],
    [
      "a sort by a slow comparison",
      () =>
        `Array.from({ length: 1e6 }, Math.random).sort((a, b) => { for (let i = 0; i < 1e5; i++); return a - b })`,
    ],
    [
      "a generator that never ends",
      () => `[...(function* () { for (;;) yield 1; })().filter((x) => x > 1)]`,
    ],
    [
      "a getter that is called for display",
      () => `({ [Symbol.for("Jupyter.display")]() { for (;;); } })`,
    ],
  ];
  for (const [index, [what, code]] of cells.entries()) {
    for (const way of ["message", "SIGINT"] as const) {
      it(`by ${way} ends ${what}; state is kept and the next cell runs at once`, async () => {
        const mark = String(100 + 10 * index + way.length);
        const id = kernel.begin(`state = ${mark}; console.log("running");\n${code()}`);
        await kernel.published(id, ({ type }) => type === "stream");
        await sleep(150);
        const begun = Date.now();
        if (way === "message") kernel.interrupt();
        else kernel.signal("SIGINT");
        const { reply } = await kernel.answer(id);
        assert.deepEqual([reply.status, reply.ename], ["error", "KeyboardInterrupt"]);
        assert.equal(await kernel.evaluate("state"), mark);
        // Well below the minute that the cells would take by themselves.
        assert.ok(Date.now() - begun < 20_000);
      });
    }
  }

  it("lets a native call return, and ends the cell then", async () => {
    const id = kernel.begin(
      `import * as tf from "@tensorflow/tfjs-node"; state = 7;\nlet product = tf.randomNormal([1500, 1500]);\nconsole.log("running"); for (;;) { const next = product.matMul(product); product.dispose(); product = next }`,
    );
    await kernel.published(id, ({ type }) => type === "stream");
    await sleep(300);
    kernel.interrupt();
    const { reply } = await kernel.answer(id);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("state"), "7");
    // A gradient is found only where the engine knows that no operation is under way.
    assert.equal(
      await kernel.evaluate("tf.grad((x) => x.square())(tf.scalar(3)).arraySync()"),
      "6",
    );
  });

  it("ends a training, which goes no further", async () => {
    const id = kernel.begin(
      `const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
let epochs = 0; console.log("running");
await model.fit(tf.randomNormal([512, 4]), tf.randomNormal([512, 1]), { epochs: 1e6, verbose: 0, callbacks: { onEpochEnd: async () => void epochs++ } })`,
    );
    await kernel.published(id, ({ type }) => type === "stream");
    await sleep(500);
    kernel.interrupt();
    assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
    const epochs = Number(await kernel.evaluate("epochs"));
    assert.ok(epochs > 0);
    await kernel.execute("await new Promise((done) => setTimeout(done, 300))");
    assert.equal(Number(await kernel.evaluate("epochs")), epochs);
    const again = "await model.fit(tf.ones([8, 4]), tf.ones([8, 1]), { epochs: 2, verbose: 0 })";
    assert.equal(await kernel.evaluate(`(${again}).epoch.length`), "2");
  });

  describe("what the cell left behind", () => {
    const leftovers: [string, (url: string) => string][] = [
      [
        "an assignment after a download",
        (at) => `const answer = await fetch("${at}"); ticks++; console.log("stale")`,
      ],
      [
        "a loop of downloads",
        (at) => `for (;;) { await fetch("${at}"); ticks++; console.log("stale") }`,
      ],
      [
        "a loop that catches",
        (at) =>
          `for (;;) { try { await fetch("${at}nowhere"); throw 1 } catch { ticks++; console.log("stale") } finally { ticks++ } }`,
      ],
      [
        "a loop in a function",
        (at) =>
          `async function poll() { for (;;) { await fetch("${at}"); await 0; ticks += 0.001; console.log("stale") } }\nawait poll()`,
      ],
      [
        "an iteration",
        (at) =>
          `for await (const answer of (async function* () { for (;;) yield fetch("${at}") })()) { ticks++; console.log("stale") }`,
      ],
    ];
    const slow = createServer(
      (_request, response) => void setTimeout(() => response.end("x"), 100),
    );
    before(async () => {
      await new Promise<void>((done) => slow.listen(0, "127.0.0.1", done));
      await kernel.execute("let ticks = 0");
    });
    after(() => {
      slow.closeAllConnections();
      slow.close();
    });
    for (const [what, code] of leftovers) {
      it(`goes no further: ${what}`, async () => {
        const at = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
        await kernel.execute("ticks = 0");
        const id = kernel.begin(`console.log("running");\n${code(at)}`);
        await kernel.published(id, ({ type }) => type === "stream");
        await sleep(40);
        kernel.interrupt();
        assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
        const before = Number(await kernel.evaluate("ticks"));
        const received = kernel.received.length;
        const next = await kernel.execute("await new Promise((done) => setTimeout(done, 400))");
        // A function finishes the round that it is in.
        assert.ok(Number(await kernel.evaluate("ticks")) - before < 0.0015);
        assert.equal(streamText(next, "stdout"), "");
        const stale = kernel.received.slice(received).filter(({ parent }) => parent === id);
        assert.deepEqual(stale, []);
      });
    }
  });
});
