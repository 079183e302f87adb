import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Subscriber } from "zeromq";
import { temporaryFolder } from "../client/environment.ts";
import { headerOf, RawClient, signed, type ConnectionFields } from "../client/raw-client.ts";

const command = fileURLToPath(new URL("../../../kernel/src/bin/daylab-kernel.ts", import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("a client whose sockets find the kernel one after the other", () => {
  let kernel: ChildProcess;
  let fields: ConnectionFields & { iopub_port: number };
  let shell: RawClient;

  beforeEach(async () => {
    const names = ["shell", "control", "stdin", "iopub", "hb"];
    const ports = await Promise.all(names.map(async (name) => [`${name}_port`, await freePort()]));
    fields = { ...{ ip: "127.0.0.1", key: "k" }, ...Object.fromEntries(ports) } as typeof fields;
    const file = join(temporaryFolder(), "connection.json");
    writeFileSync(file, JSON.stringify(fields), { mode: 0o600 });
    const env = { ...process.env, DAYLAB_TYPES: "off" };
    kernel = spawn(process.execPath, [command, "launch", "--connection-file", file], {
      env,
      stdio: "ignore",
    });
    shell = new RawClient(fields);
  });
  afterEach(() => {
    shell.close();
    kernel.kill("SIGKILL");
  });

  const ask = async (type: string, content: object): Promise<void> => {
    const parts = [headerOf(type), {}, {}, content].map((part) => JSON.stringify(part));
    await shell.send(signed(fields.key, parts));
  };
  const execute = (code: string): Promise<void> => ask("execute_request", { code });

  /** Resolves when the kernel answers on control, which waits for nobody. */
  async function bound(): Promise<void> {
    const control = new RawClient(fields, "control");
    const parts = [headerOf("kernel_info_request"), {}, {}, {}].map((part) => JSON.stringify(part));
    await control.send(signed(fields.key, parts));
    while (control.received.length === 0) await sleep(10);
    control.close();
  }

  it("gets all output of its first cell", async () => {
    await execute("console.log('first')");
    await bound();
    await sleep(200);
    const subscriber = new Subscriber({ linger: 0, receiveTimeout: 10_000 });
    subscriber.connect(`tcp://127.0.0.1:${fields.iopub_port}`);
    subscriber.subscribe();
    const types: string[] = [];
    while (!types.includes("idle")) {
      const frames = (await subscriber.receive()).map(String);
      const { msg_type } = JSON.parse(frames[3]) as { msg_type: string };
      const { execution_state } = JSON.parse(frames[6]) as { execution_state?: string };
      types.push(execution_state ?? msg_type);
    }
    subscriber.close();
    assert.deepEqual(types, ["iopub_welcome", "busy", "execute_input", "stream", "idle"]);
  });

  it("is told at once what the kernel is", async () => {
    // Whatever the kernel kept back for a listener would come first, a second later.
    await execute("1");
    await ask("kernel_info_request", {});
    while (shell.received.length < 2) await sleep(10);
    assert.deepEqual(
      shell.replies().map(({ type }) => type),
      ["kernel_info_reply", "execute_reply"],
    );
  });

  it("is answered also where it never listens to output", async () => {
    await execute("1");
    while (shell.received.length === 0) await sleep(20);
    assert.deepEqual(
      shell.replies().map(({ type }) => type),
      ["execute_reply"],
    );
  });
});
