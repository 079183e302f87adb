import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { JupyterClient, type Content } from "../client/jupyter-client.ts";

describe("the queue after an error", () => {
  let kernel: JupyterClient;
  beforeEach(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
  });
  afterEach(() => kernel.stop());

  const failing = "await new Promise((done) => setTimeout(done, 300)); throw new Error('failed')";

  async function replies(ids: readonly string[]): Promise<Content[]> {
    return Promise.all(ids.map(async (id) => (await kernel.answer(id)).reply));
  }

  async function inputs(): Promise<unknown[]> {
    const asked = { hist_access_type: "tail", n: 100, output: false, raw: true };
    const { reply } = await kernel.request("shell", "history_request", asked);
    return (reply.history as unknown[][]).map(([, count, code]) => [count, code]);
  }

  it("is aborted; the next request runs at once, with the next count, and history has what ran", async () => {
    const codes = ["'first'", failing, ...Array.from({ length: 50 }, (_, i) => `'${i}'`)];
    const ids = codes.map((code) => kernel.begin(code));
    const [first, second, ...rest] = await replies(ids);
    assert.deepEqual([first.status, first.execution_count], ["ok", 1]);
    assert.deepEqual([second.status, second.execution_count], ["error", 2]);
    assert.ok(rest.every(({ status }) => status === "aborted"));
    const next = await kernel.execute("'next'");
    assert.deepEqual([next.reply.status, next.reply.execution_count], ["ok", 3]);
    for (const id of ids.slice(2)) {
      const { published } = await kernel.answer(id);
      const told = published.map(({ type, content }) => content.execution_state ?? type);
      assert.deepEqual(told, ["busy", "idle"]);
    }
    assert.deepEqual(await inputs(), [
      [1, "'first'"],
      [2, failing],
      [3, "'next'"],
    ]);
  });

  it("runs a request that follows the error's reply immediately, again and again", async () => {
    for (let round = 0; round < 20; round++) {
      const failed = kernel.begin("await new Promise((done) => setTimeout(done, 50)); throw 1");
      const aborted = kernel.begin("'aborted'");
      assert.equal((await kernel.answer(failed)).reply.status, "error");
      const next = await kernel.execute("'next'");
      assert.equal((await kernel.answer(aborted)).reply.status, "aborted");
      assert.equal(next.reply.status, "ok");
    }
  });

  it("goes on after a cell that was sent with stop_on_error: false", async () => {
    const ids = [kernel.begin(failing, { stop_on_error: false }), kernel.begin("'goes on'")];
    const statuses = (await replies(ids)).map(({ status }) => status);
    assert.deepEqual(statuses, ["error", "ok"]);
  });

  it("goes on after a silent request that failed, which publishes nothing and is not counted", async () => {
    const silent = kernel.begin(`console.log('quiet'); ${failing}`, { silent: true });
    const ids = [silent, kernel.begin("'goes on'")];
    const [failed, next] = await replies(ids);
    assert.deepEqual([failed.status, failed.ename], ["error", "Error"]);
    assert.deepEqual([next.status, next.execution_count], ["ok", 1]);
    const { published } = await kernel.answer(silent);
    const told = published.map(({ type, content }) => content.execution_state ?? type);
    assert.deepEqual(told, ["busy", "idle"]);
    assert.deepEqual(await inputs(), [[1, "'goes on'"]]);
  });

  it("is aborted after a syntax error and an interrupt, too", async () => {
    const broken = [kernel.begin("const = 1"), kernel.begin("'waits'")];
    assert.deepEqual(
      (await replies(broken)).map(({ status }) => status),
      ["error", "aborted"],
    );
    const stopped = [
      kernel.begin("console.log('on'); await new Promise(() => {})"),
      kernel.begin("1"),
    ];
    await kernel.published(stopped[0], ({ type }) => type === "stream");
    kernel.interrupt();
    assert.deepEqual(
      (await replies(stopped)).map(({ status }) => status),
      ["error", "aborted"],
    );
  });
});
