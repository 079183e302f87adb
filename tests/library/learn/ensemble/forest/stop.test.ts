import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import { JupyterClient } from "../../../../kernel/client/jupyter-client.ts";

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));

describe("a forest that grows in two threads", () => {
  let kernel: JupyterClient;
  before(async () => (kernel = await JupyterClient.start()));
  after(() => kernel.stop());

  it("is stopped by the kernel, in both, and keeps what it had learned", async function () {
    // The system's list of threads tells whether the second one runs, and that it ends.
    if (!existsSync("/proc/self/task")) this.skip();
    await kernel.execute(`
      import { RandomForestClassifier, Matrix } from "daylab/learn";
      const rows = 20_000;
      const x = new Matrix(Float64Array.from({ length: rows * 10 }, Math.random), rows, 10);
      const y = Array.from({ length: rows }, () => Number(Math.random() < 0.5));
      const forest = new RandomForestClassifier({ nEstimators: 3, randomState: 1, maxDepth: 3 });
      forest.fit(x, y);
      const before = JSON.stringify(forest.trees_);
    `);
    const pid = await kernel.evaluate("process.pid");
    const threads = (): number => readdirSync(`/proc/${pid}/task`).length;
    const until = async (holds: () => boolean): Promise<boolean> => {
      for (let tries = 0; tries < 100 && !holds(); tries++) await pause(50);
      return holds();
    };
    const alone = threads();
    const fit = kernel.begin(`
      forest.setParams({ nEstimators: 1_000_000, maxDepth: undefined, nJobs: 2 });
      forest.fit(x, y);
    `);
    assert.ok(await until(() => threads() > alone), "a second thread starts");
    await pause(500);
    kernel.interrupt();
    const { reply } = await kernel.answer(fit);
    assert.equal(reply.ename, "KeyboardInterrupt");
    assert.ok(await until(() => threads() <= alone), "the second thread ends");
    assert.equal(await kernel.evaluate("JSON.stringify(forest.trees_) === before"), "true");
  }).timeout(60_000);
});
