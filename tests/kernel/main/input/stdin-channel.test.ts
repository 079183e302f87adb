import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { JupyterClient } from "../../client/jupyter-client.ts";
import { connectionFields, headerOf, RawClient, signed } from "../../client/raw-client.ts";

describe("a client whose stdin channel", function () {
  this.timeout(60_000);
  let kernel: JupyterClient;
  const clients: RawClient[] = [];
  beforeEach(async () => {
    kernel = await JupyterClient.start();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await kernel.stop();
  });

  const fields = () => connectionFields(kernel.connectionFile);
  const connect = (channel: "shell" | "stdin"): RawClient => {
    const client = new RawClient(fields(), channel, { routingId: "late" });
    clients.push(client);
    return client;
  };
  const execute = async (shell: RawClient, code: string): Promise<void> => {
    const content = { code, silent: false, store_history: true, allow_stdin: true };
    const parts = [headerOf("execute_request"), {}, {}, content].map((part) =>
      JSON.stringify(part),
    );
    await shell.send(signed(fields().key, parts));
  };
  const first = async (client: RawClient): Promise<Record<string, unknown>[]> => {
    for (let i = 0; i < 1000 && client.received.length === 0; i++) await sleep(20);
    const [frames] = client.received;
    assert.ok(frames, "nothing came");
    return frames.slice(2).map((frame) => JSON.parse(String(frame)) as Record<string, unknown>);
  };

  it("comes later than its question is asked all the same", async () => {
    const shell = connect("shell");
    await execute(shell, "prompt('Name?')");
    await sleep(500);
    const stdin = connect("stdin");
    const [header, , , content] = await first(stdin);
    assert.equal(header.msg_type, "input_request");
    assert.equal(content.prompt, "Name? ");
    const reply = [headerOf("input_reply"), header, {}, { status: "ok", value: "Ada" }];
    await stdin.send(
      signed(
        fields().key,
        reply.map((part) => JSON.stringify(part)),
      ),
    );
    assert.equal((await first(shell))[3].status, "ok");
  });

  it("never comes is told so, and the cell ends", async () => {
    const shell = connect("shell");
    await execute(shell, "prompt('Name?')");
    const [, , , content] = await first(shell);
    assert.equal(content.status, "error");
    assert.match(String(content.evalue), /no stdin channel open/);
    assert.equal(await kernel.evaluate("1 + 1"), "2");
  });
});
