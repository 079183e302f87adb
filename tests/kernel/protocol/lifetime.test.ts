import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../client/jupyter-client.ts";
import { childrenOf, gone, runs } from "../client/processes.ts";

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

  it("takes along the programs that cells started, but for detached ones", async () => {
    for (const way of ["shutdown", "killed client"] as const) {
      const parent = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
      const started = await parent.evaluate(
        `import { spawn } from "node:child_process";
const quiet = { stdio: "ignore" } as const;
[spawn("sh", ["-c", "sleep 600 & wait"], quiet).pid, spawn("sleep", ["600"], { ...quiet, detached: true }).pid].join()`,
      );
      const [shell = 0, detached = 0] = started!.slice(1, -1).split(",").map(Number);
      const [sleeper = 0] = await childrenOf(shell);
      assert.ok(runs(shell) && runs(sleeper) && runs(detached));
      if (way === "shutdown") {
        await parent.request("control", "shutdown_request", { restart: true });
      } else {
        parent.kill();
      }
      assert.ok((await gone(shell)) && (await gone(sleeper)), way);
      assert.ok(runs(detached));
      process.kill(detached);
      if (way === "shutdown") await parent.stop();
    }
  });
});
