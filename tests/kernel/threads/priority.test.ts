import assert from "node:assert/strict";
import { once } from "node:events";
import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { describe, it } from "mocha";

describe("a thread that gives way", () => {
  it("has a lower priority than the thread that started it, which keeps its own", async function () {
    if (process.platform !== "linux") this.skip();
    const own = getPriority();
    const module = new URL("../../../kernel/src/threads/priority.ts", import.meta.url);
    const script = `
      import { readlinkSync } from "node:fs";
      import { getPriority } from "node:os";
      import { parentPort } from "node:worker_threads";
      import { giveWay } from ${JSON.stringify(module)};
      giveWay();
      const thread = Number(/\\d+$/.exec(readlinkSync("/proc/thread-self"))[0]);
      parentPort.postMessage(getPriority(thread));`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    const [priority] = (await once(worker, "message")) as [number];
    assert.ok(priority > own, `${priority} > ${own}`);
    assert.equal(getPriority(), own);
  });
});
