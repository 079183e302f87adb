import assert from "node:assert/strict";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { Request, XSubscriber } from "zeromq";
import { JupyterClient } from "../../client/jupyter-client.ts";
import {
  connectionFields,
  headerOf,
  RawClient,
  signed,
  type ConnectionFields,
  type Frame,
} from "../../client/raw-client.ts";
import { wrongValues, withField } from "./json.ts";
import { SeededRandom } from "./random.ts";
import { requests } from "./requests.ts";

const channels = ["shell", "control", "stdin"] as const;

describe("the kernel under broken messages", function () {
  this.timeout(120_000);
  let kernel: JupyterClient;
  let fields: ConnectionFields;
  let clients: Record<(typeof channels)[number], RawClient>;

  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    fields = connectionFields(kernel.connectionFile);
    const open = (channel: (typeof channels)[number]) => new RawClient(fields, channel);
    clients = { shell: open("shell"), control: open("control"), stdin: open("stdin") };
    await kernel.execute("let survived = 0");
  });
  after(async () => {
    for (const client of Object.values(clients)) client.close();
    await kernel.stop();
  });

  let rounds = 0;
  /** The same process answers, with all its state, on both channels; and it grew by no line of a crash. */
  async function stillAnswers(): Promise<void> {
    assert.equal(await kernel.evaluate("++survived"), String(++rounds));
    const { reply } = await kernel.request("control", "kernel_info_request", {});
    assert.equal(reply.status, "ok");
    assert.doesNotMatch(kernel.log(), /cannot go on|Error:.*\n\s+at /);
  }

  const message = (
    type: string,
    content: string,
    header = JSON.stringify(headerOf(type)),
  ): Frame[] => signed(fields.key, [header, "{}", "{}", content]);

  const logged = (pattern: RegExp) => (kernel.log().match(pattern) ?? []).length;

  it("answers no message that is not signed by the key, and says why it dropped it", async () => {
    const random = new SeededRandom(1);
    const before = logged(/dropped/g);
    const forged: Frame[][] = [];
    for (const type of Object.keys(requests)) {
      const header = JSON.stringify(headerOf(type, { msg_id: `forged-${type}` }));
      const parts = [header, "{}", "{}", JSON.stringify(requests[type])];
      forged.push(signed("another key", parts), ["<IDS|MSG>", "", ...parts]);
      forged.push(["<IDS|MSG>", random.bytes(64), ...parts], ["no delimiter", ...parts]);
      forged.push(signed(fields.key, parts).slice(0, 2 + random.below(4)));
    }
    for (const channel of channels)
      for (const frames of forged) await clients[channel].send(frames);
    const dropped = forged.length * channels.length;
    await kernel.until(() => logged(/dropped: \S+/g) >= before + dropped, `${dropped} log lines`);
    await stillAnswers();
    assert.ok(!kernel.received.some(({ parent }) => parent.startsWith("forged")));
    for (const client of Object.values(clients)) assert.equal(client.received.length, 0);
  });

  for (const [type, content] of Object.entries(requests)) {
    it(`answers ${type} with wrong JSON in each of its fields`, async () => {
      const sent: string[] = [];
      const client = new RawClient(fields, "shell");
      for (const field of [...Object.keys(content), "unknown"]) {
        for (const json of wrongValues) {
          const msg_id = `${type}-${sent.length}`;
          const header = JSON.stringify(headerOf(type, { msg_id }));
          await client.send(message(type, withField(content, field, json), header));
          sent.push(msg_id);
        }
      }
      const idle = (id: string) =>
        kernel.received.some((m) => m.parent === id && m.content.execution_state === "idle");
      if (type !== "input_reply")
        await kernel.until(() => sent.every(idle), `idle of ${sent.length}`);
      await stillAnswers();
      const answered = client.replies().map(({ parent }) => parent);
      const known = kernel.received.some(
        ({ channel, type: t }) => channel === "shell" && t === type.replace("request", "reply"),
      );
      if (known || answered.length > 0) assert.deepEqual(answered.toSorted(), sent.toSorted());
      client.close();
    });
  }

  it("drops and logs messages whose four parts hold other JSON", async () => {
    const before = logged(/dropped/g);
    let wrong = 0;
    for (const json of [...wrongValues, "", "{", "undefined"]) {
      for (let at = 0; at < 4; at++) {
        const parts = [JSON.stringify(headerOf("kernel_info_request")), "{}", "{}", "{}"];
        parts[at] = json;
        if (!json.startsWith("{") || json === "{" || at === 0) wrong++;
        await clients.shell.send(signed(fields.key, parts));
      }
    }
    await kernel.until(() => logged(/dropped/g) >= before + wrong, `${wrong} log lines`);
    await stillAnswers();
  });

  it("runs a message once that is sent twice", async () => {
    const twice = message(
      "execute_request",
      JSON.stringify({ code: "globalThis.ran = (globalThis.ran ?? 0) + 1" }),
    );
    await clients.shell.send(twice);
    await clients.shell.send(twice);
    await clients.control.send(twice);
    await kernel.until(() => logged(/came before/g) >= 2, "two log lines");
    assert.equal(await kernel.evaluate("globalThis.ran"), "1");
    await stillAnswers();
  });

  it("survives random frames, on every channel", async () => {
    const random = new SeededRandom(3);
    const before = logged(/dropped/g);
    const count = 300;
    for (let i = 0; i < count; i++) {
      const frames = Array.from({ length: 1 + random.below(8) }, () =>
        random.below(4) === 0 ? Buffer.from("<IDS|MSG>") : random.bytes(random.below(200)),
      );
      await clients[random.pick(channels)].send(frames);
    }
    await kernel.until(() => logged(/dropped/g) >= before + count, `${count} log lines`);
    await stillAnswers();
  });

  it("survives what is not ZeroMQ at all, on every port", async () => {
    const random = new SeededRandom(4);
    const ports = Object.entries(fields).filter(([name]) => name.endsWith("_port"));
    assert.equal(ports.length, 5);
    for (const [, port] of ports) {
      for (const bytes of [
        "GET / HTTP/1.1\r\n\r\n",
        random.bytes(500),
        Buffer.alloc(0),
        "\xff".repeat(100),
      ]) {
        const socket = connect(Number(port), fields.ip);
        socket.on("error", () => {});
        socket.write(bytes);
        await sleep(5);
        socket.destroy();
      }
    }
    await stillAnswers();
  });

  it("survives a subscriber that sends more than subscriptions", async () => {
    const random = new SeededRandom(5);
    const { iopub_port } = fields as unknown as { iopub_port: number };
    const subscriber = new XSubscriber({ linger: 0 });
    subscriber.connect(`tcp://${fields.ip}:${iopub_port}`);
    for (let i = 0; i < 50; i++) await subscriber.send(random.bytes(random.below(30)));
    for (const frame of ["", "\x01", "\x00", "\x00never subscribed", "\x05odd"]) {
      await subscriber.send(frame);
      await subscriber.send([frame, "more"]);
    }
    await stillAnswers();
    subscriber.close();
  });

  it("the heart beats on, whatever it is sent", async () => {
    const { hb_port } = fields as unknown as { hb_port: number };
    const random = new SeededRandom(6);
    for (const beat of [[""], ["a", "b", "c"], [random.bytes(5_000_000)], [random.bytes(3), ""]]) {
      const heart = new Request({ linger: 0, receiveTimeout: 20_000 });
      heart.connect(`tcp://${fields.ip}:${hb_port}`);
      await heart.send(beat);
      const echoed = await heart.receive();
      assert.deepEqual(echoed.map(String), beat.map(String));
      heart.close();
    }
    // One that leaves before it is answered.
    const hasty = new Request({ linger: 0 });
    hasty.connect(`tcp://${fields.ip}:${hb_port}`);
    await hasty.send("ping");
    hasty.close();
    await stillAnswers();
  });

  it("takes messages of 50 MB: run, dropped, or too much for a field", async () => {
    const big = "x".repeat(50 << 20);
    const client = new RawClient(fields);
    const answered = async (parent: string) => {
      await kernel.until(() => client.replies().some((r) => r.parent === parent), parent);
    };
    const send = async (type: string, msg_id: string, content: object) => {
      await client.send(
        message(type, JSON.stringify(content), JSON.stringify(headerOf(type, { msg_id }))),
      );
    };
    await send("execute_request", "big-code", { code: `"${big}".length`, store_history: false });
    await answered("big-code");
    const result = await kernel.published("big-code", ({ type }) => type === "execute_result");
    assert.deepEqual(result.content.data, { "text/plain": String(big.length) });
    await send("complete_request", "big-completion", { code: big, cursor_pos: big.length });
    await answered("big-completion");
    await send("history_request", "big-pattern", { hist_access_type: "search", pattern: big });
    await answered("big-pattern");
    await send("execute_request", "big-field", { code: [big] });
    await answered("big-field");
    await clients.shell.send(["<IDS|MSG>", "no signature", "{}", "{}", "{}", big]);
    await stillAnswers();
    assert.ok(kernel.log().length < 1 << 20, "the log repeats them");
    client.close();
  });

  it("is not kept by a history pattern made to take for ever", async () => {
    await kernel.execute(`"${"a".repeat(5000)}"`);
    const pattern = `${"*a".repeat(40)}*b`;
    const content = { hist_access_type: "search", pattern, raw: true, output: false };
    const { reply } = await kernel.request("shell", "history_request", content);
    assert.deepEqual(reply.history, []);
    await stillAnswers();
  });

  it("is not kept by completion in a cell that holds a long word", async () => {
    const code = `const image = "${"iVBORw0KGgo".repeat(50_000)}"; Math.sq`;
    const { reply } = await kernel.request("shell", "complete_request", {
      code,
      cursor_pos: code.length,
    });
    assert.ok((reply.matches as string[]).includes("sqrt"));
    await stillAnswers();
  });
});
