import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../client/jupyter-client.ts";

/** A dead process that nobody asked about yet is still listed, as Z. */
function runs(pid: number): boolean {
  const status = `/proc/${pid}/stat`;
  return existsSync(status) && !/\) Z/.test(readFileSync(status, "utf8"));
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 60 && runs(pid); i++) await sleep(50);
  return !runs(pid);
}

describe("lifetime", () => {
  let kernel: JupyterClient;
  let pid: number;
  let memory: number;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    pid = Number(await kernel.evaluate("process.pid"));
  });
  after(() => kernel.stop());

  it("does not grow over 500 cells", async () => {
    const run = async (times: number) => {
      for (let i = 0; i < times; i++) await kernel.execute(`const v = [${i}]; console.log(v); v`);
    };
    await run(100);
    const before = await kernel.memory();
    await run(500);
    const grown = (await kernel.memory()) - before;
    assert.ok(grown < 25, `${grown} MB`);
  });

  it("shutdown_request on shell is answered, for a restart too", async () => {
    const { reply } = await kernel.request("shell", "shutdown_request", { restart: true });
    assert.deepEqual(reply, { status: "ok", restart: true });
    assert.ok(await gone(pid), "the process still runs");
  });

  it("on control ends a kernel that is blocked by a cell", async () => {
    const blocked = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    const itsPid = Number(await blocked.evaluate("process.pid"));
    memory = await blocked.memory();
    const id = blocked.begin(
      "console.log('running'); while (true) { try { while (true) {} } catch {} }",
    );
    await blocked.published(id, ({ type }) => type === "stream");
    const { reply } = await blocked.request("control", "shutdown_request", { restart: false });
    assert.deepEqual(reply, { status: "ok", restart: false });
    assert.ok(await gone(itsPid), "the process still runs");
    assert.equal(blocked.log(), "");
    await blocked.stop();
  });

  it("takes no more than 120 MB before the language thread, once the compile cache is filled", () => {
    assert.ok(memory <= 120, `${memory} MB`);
  });

  it("ends with the process that started it, however that ended", async () => {
    const orphan = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    const itsPid = Number(await orphan.evaluate("process.pid"));
    orphan.kill();
    assert.ok(await gone(itsPid), "the process still runs");
  });
});
