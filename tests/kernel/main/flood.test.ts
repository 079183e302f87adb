import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../client/jupyter-client.ts";

const floods = {
  "the console": "for (let i = 0; ; i++) console.log(i, 'flood');",
  "writes of a megabyte": "for (;;) process.stdout.write('x'.repeat(1 << 20));",
  descriptors: "for (;;) floodFs.writeSync(1, 'flood\\n');",
  "native code": "for (;;) floodWrite(1, floodText, floodText.length);",
  displays: "for (let i = 0; ; i++) display.html(String(i).padEnd(20_000));",
  "a timer":
    "setInterval(() => { for (let i = 0; i < 100; i++) console.log('flood'.repeat(200)) }, 1); await new Promise(() => {})",
  "a loop of awaits": "for (;;) { console.log('flood'); await 0; }",
};

describe("interrupting a cell that floods its output", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute(
      `import floodFs from "node:fs"; import floodKoffi from "koffi";
      const floodText = Buffer.from("native\\n".repeat(100));
      const floodWrite = floodKoffi.load(null).func("intptr_t write(int descriptor, const void *from, size_t length)");`,
    );
  });
  after(() => kernel.stop());

  for (const [what, code] of Object.entries(floods)) {
    it(`by ${what} ends it, and the next cell has none of it`, async () => {
      const id = kernel.begin(code);
      await kernel.published(id, ({ type }) => /stream|display/.test(type));
      await sleep(100);
      kernel.interrupt();
      const { reply, published } = await kernel.answer(id);
      assert.equal(reply.ename, "KeyboardInterrupt");
      assert.deepEqual(
        published
          .slice(-2)
          .map(({ type, content }) => content.ename ?? content.execution_state ?? type),
        ["KeyboardInterrupt", "idle"],
      );
      const before = kernel.received.length;
      const next = await kernel.execute("await new Promise((done) => setTimeout(done, 100)); 7");
      const told = next.published.map(({ type, content }) => content.execution_state ?? type);
      assert.deepEqual(told, ["busy", "execute_input", "execute_result", "idle"]);
      const stale = kernel.received.slice(before).filter(({ parent }) => parent === id);
      assert.deepEqual(stale, []);
    });
  }
});
