import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";
import { slowSubscriber } from "../client/slow-subscriber.ts";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${String(i + from).padStart(99, ".")}\n`).join("");

describe("a client that reads slowly", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute(
      `import { spawnSync } from "node:child_process";
      function slowLines(from, to) {
        for (let i = from; i < to; i++) console.log(String(i).padStart(99, "."));
      }`,
    );
  });
  after(() => kernel.stop());

  it("gets all that cells and their children print, and so do the others", async () => {
    const slow = await slowSubscriber(kernel);
    slow.read(4e6);
    const id = kernel.begin("slowLines(0, 250_000)");
    const answered = await kernel.answer(id);
    assert.equal(streamText(answered, "stdout"), lines(0, 250_000));
    const child = await kernel.execute(
      "spawnSync('sh', ['-c', 'seq -f %099.0f 50000 >&2; echo end >&2'], { stdio: 'inherit' });",
    );
    const read = await slow.text("end\n");
    assert.equal(read.stdout, lines(0, 250_000));
    assert.equal(read.stderr, streamText(child, "stderr"));
    assert.equal(read.stderr.length, 5_000_004);
  });

  it("that reads nothing holds up what would pile up for it, for half a minute", async () => {
    await slowSubscriber(kernel);
    const id = kernel.begin("slowLines(0, 600_000)");
    await sleep(10_000);
    const printed = () => streamText({ reply: {}, published: publishedFor(id) }, "stdout").length;
    const held = printed();
    assert.ok(held < 40e6, `${held} of 60 MB`);
    await sleep(2_000);
    assert.ok(printed() - held < 2e6, `${printed() - held} bytes more`);
    // The kernel waits half a minute for that client, this one as long for the kernel.
    const ended = () => kernel.answer(id);
    assert.equal(streamText(await ended().catch(ended), "stdout"), lines(0, 600_000));
  });

  function publishedFor(id: string) {
    return kernel.received.filter(({ channel, parent }) => channel === "iopub" && parent === id);
  }
});
