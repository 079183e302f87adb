import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";

describe("interrupting child processes", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute('import { execSync, spawn, spawnSync } from "node:child_process";');
  });
  after(() => kernel.stop());

  const floods = [
    ["one that the cell blocks for", "execSync('yes', { stdio: 'inherit' }); 'unreachable'"],
    ["one of a shell", "spawnSync('sh', ['-c', 'yes; yes'], { stdio: 'inherit' }); 'unreachable'"],
    ["one after the other", "for (;;) spawnSync('yes', { stdio: 'inherit' });"],
    [
      "one whose error the cell catches",
      "try { execSync('yes', { stdio: 'inherit' }) } catch {} 'unreachable'",
    ],
    [
      "one that the cell awaits",
      "await new Promise((done) => spawn('yes', { stdio: 'inherit' }).on('exit', done)); 'unreachable'",
    ],
    [
      "one whose output the cell prints",
      "spawn('yes').stdout.pipe(process.stdout); await new Promise(() => {})",
    ],
  ];
  for (const [what, code] of floods) {
    it(`ends ${what}; the next cell is clean`, async () => {
      const id = kernel.begin(code);
      await kernel.published(id, ({ type }) => type === "stream");
      await sleep(200);
      kernel.interrupt();
      const { reply, published } = await kernel.answer(id);
      assert.deepEqual([reply.status, reply.ename], ["error", "KeyboardInterrupt"]);
      assert.equal(streamText({ reply, published }, "stderr"), "");
      const next = await kernel.execute("await new Promise((done) => setTimeout(done, 100)); 7");
      assert.equal(next.reply.status, "ok");
      assert.equal(streamText(next, "stdout"), "");
    });
  }

  it("spares one that leads a group of its own", async () => {
    await kernel.execute(
      "const interruptDetached = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });",
    );
    const id = kernel.begin("console.log('running'); while (true) {}");
    await kernel.published(id, ({ type }) => type === "stream");
    kernel.interrupt();
    await kernel.answer(id);
    await sleep(200);
    assert.equal(await kernel.evaluate("interruptDetached.signalCode"), "null");
    await kernel.execute("interruptDetached.kill()");
  });

  it("ends what an earlier cell left running, also where no cell runs", async () => {
    await kernel.execute(
      "const interruptLeft = spawn('yes', { stdio: 'inherit' }); await new Promise((done) => setTimeout(done, 50));",
    );
    await kernel.request("control", "interrupt_request", {});
    const signal =
      "await new Promise((done) => interruptLeft.on('exit', (code, signal) => done(signal)))";
    assert.equal(await kernel.evaluate(`interruptLeft.signalCode ?? (${signal})`), "'SIGINT'");
  });
});
