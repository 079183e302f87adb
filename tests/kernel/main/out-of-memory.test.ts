import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../client/jupyter-client.ts";

describe("a cell that fills the JavaScript heap", function () {
  this.timeout(120_000);
  let kernel: JupyterClient;
  before(async () => {
    const env = { DAYLAB_TYPES: "off", NODE_OPTIONS: "--max-old-space-size=100" };
    kernel = await JupyterClient.start({ env });
    await kernel.execute("let kept = 'kept', hoard: unknown[] = []");
    // The heap's reserve is arranged for after the start.
    await kernel.execute("await new Promise((done) => setTimeout(done, 500))");
  });
  after(() => kernel.stop());

  const cells: [string, string][] = [
    ["in a loop", "for (;;) hoard.push(new Array(100).fill(0.5))"],
    [
      "in a loop that catches",
      "for (;;) { try { for (;;) hoard.push({ a: [hoard.length] }) } catch {} }",
    ],
    ["by rows", "for (;;) hoard.push(Array.from({ length: 1000 }, () => new Array(100).fill(0)))"],
    ["after awaits", "for (;;) { await 0; hoard.push(new Array(1000).fill(0.5)) }"],
    [
      "in the callback of a timer",
      "setInterval(() => { for (let i = 0; i < 1000; i++) hoard.push(new Array(100).fill(0.5)) }, 1); await new Promise(() => {})",
    ],
  ];
  for (const [what, code] of cells) {
    it(`${what} is stopped, and all variables are kept`, async () => {
      const { reply } = await kernel.execute(code);
      assert.equal(reply.ename, "OutOfMemory");
      assert.match(
        String(reply.evalue),
        /^The cell was stopped: the JavaScript heap holds 0\.\d GB, and its limit is 0\.3 GB\. All variables are kept; let go of large ones.*NODE_OPTIONS=--max-old-space-size=\d+ \(in MB\)\.$/,
      );
      assert.equal(await kernel.evaluate("kept"), "'kept'");
      assert.ok(Number(await kernel.evaluate("hoard.length")) > 100);
      await kernel.execute("hoard = []");
      // What was let go of does not count against the next cell.
      await kernel.evaluate(
        "for (let i = 0; i < 300; i++) { hoard = [new Array(1e5).fill(i)]; await new Promise((done) => setTimeout(done, 1)) }",
      );
    });
  }

  it("does not count garbage while what was kept holds V8's limit up", async () => {
    const { reply } = await kernel.execute("for (;;) hoard.push(new Array(1e4).fill(0.5))");
    assert.equal(reply.ename, "OutOfMemory");
    await kernel.execute("hoard.length = 3200");
    await kernel.evaluate(
      "for (let i = 0; i < 300; i++) { globalThis.young = Array.from({ length: 100 }, () => new Array(1e4).fill(i)); await new Promise((done) => setTimeout(done, 1)) }",
    );
    await kernel.execute("hoard = []");
  });

  it("is left alone as long as the rest is garbage", async () => {
    await kernel.evaluate("for (let i = 0; i < 3e6; i++) hoard = new Array(100).fill(i)");
  });
});
