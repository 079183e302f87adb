import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";

describe("a kernel that Jupyter starts in the place of one that died", function () {
  this.timeout(120_000);
  let kernel: JupyterClient | undefined;
  afterEach(() => kernel?.stop());

  async function start(env: Record<string, string> = {}): Promise<JupyterClient> {
    kernel = await JupyterClient.start({ restarts: true, env: { DAYLAB_TYPES: "off", ...env } });
    return kernel;
  }

  /** Waits for the new kernel, and returns what it prints under the first cell that it runs. */
  async function news(client: JupyterClient): Promise<string> {
    await client.event("restarting");
    // The cell in hand is lost; whether the new kernel listens yet cannot be seen from here.
    const silent = await client.execute("0", { silent: true, store_history: false });
    assert.equal(silent.published.filter(({ type }) => type === "stream").length, 0);
    const first = await client.execute("'works'");
    assert.equal(first.reply.status, "ok");
    assert.equal(first.reply.execution_count, 1);
    const second = await client.execute("'works again'");
    assert.equal(streamText(second, "stderr"), "", "it is told once");
    return streamText(first, "stderr");
  }

  it("tells which cell ran, and that the JavaScript heap was full, where V8 ended it", async () => {
    const client = await start({ NODE_OPTIONS: "--max-old-space-size=100" });
    await client.execute("1");
    // One call of the engine, which nothing can end.
    client.begin(`\n  "x".repeat(1.2e8).split("")`);
    const text = await news(client);
    assert.match(
      text,
      /^The kernel died while Cell \[2\] was running(, for more than \d+ s)? \("x"\.repeat\(1\.2e8\)\.split\(""\)\): the JavaScript heap was full; its limit was 0\.3 GB, which the environment variable NODE_OPTIONS=--max-old-space-size=… \(in MB\) raises\. Its variables are gone: run the cells again\.\n$/,
    );
    assert.match(client.log(), /\[daylab\] The kernel died while Cell \[2\]/);
  });

  it("tells which cell ran where a signal ended it", async () => {
    const client = await start();
    const id = client.begin("console.log('running'); await new Promise(() => {})");
    await client.published(id, ({ type }) => type === "stream");
    client.signal("SIGSEGV");
    assert.match(
      await news(client),
      /^The kernel died while Cell \[1\] was running \(console\.log.*\): it was ended from outside, or by a fault in native code/,
    );
  });

  it("says nothing where no cell ran and nothing is known", async () => {
    const client = await start();
    await client.execute("1");
    client.signal("SIGKILL");
    assert.equal(await news(client), "");
    assert.equal(client.log(), "");
  });

  it("says nothing after a restart that was asked for, also of a cell that loops", async () => {
    const client = await start();
    const id = client.begin("console.log('running'); for (;;);");
    await client.published(id, ({ type }) => type === "stream");
    client.restart();
    await client.event("restarted");
    const first = await client.execute("1");
    assert.equal(first.reply.execution_count, 1);
    assert.equal(streamText(first, "stderr"), "");
    assert.equal(client.log(), "");
  });
});
