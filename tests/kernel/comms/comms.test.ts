import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { JupyterClient, type Content, type Received } from "../client/jupyter-client.ts";

const hostIn = 'const host = globalThis[Symbol.for("Jupyter.host")] as any;';

const isIdle = ({ type, content }: Received) =>
  type === "status" && content.execution_state === "idle";

const ofType = (published: readonly Received[], type: string) =>
  published.filter((message) => message.type === type);

describe("comms", () => {
  let kernel: JupyterClient;

  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute(hostIn);
  });
  after(() => kernel.stop());

  /** Sends a comm message and waits for its idle; returns what was published for it. */
  async function talk(type: string, content: Content, buffers: Uint8Array[] = []) {
    const id = kernel.send("shell", type, content, { buffers, metadata: { mine: true } });
    await kernel.published(id, isIdle);
    return kernel.received.filter(({ parent }) => parent === id);
  }

  it("opened in a cell carry data, metadata and bytes, with the cell as parent", async () => {
    const { published } = await kernel.execute(`
      const opened = host.openComm("test.target", {
        data: { hello: "front end" }, metadata: { version: "1.2" },
        buffers: [new Uint8Array([1, 2, 255]), new Float32Array([0.5]), new DataView(new ArrayBuffer(2), 1)],
      });
      opened.send({ n: 1 }, { buffers: [new Uint8Array([1, 2, 3, 4]).subarray(1, 3)] });
      opened.close({ bye: true });
      opened.send({ late: true });
    `);
    const [open, message, close, ...rest] = published.filter(({ type }) => /^comm/.test(type));
    assert.deepEqual(open.content, {
      comm_id: open.content.comm_id,
      target_name: "test.target",
      data: { hello: "front end" },
    });
    assert.deepEqual(open.metadata, { version: "1.2" });
    assert.deepEqual(
      open.buffers.map((buffer) => [...buffer]),
      [[1, 2, 255], [...new Uint8Array(new Float32Array([0.5]).buffer)], [0]],
    );
    assert.deepEqual(message.content, { comm_id: open.content.comm_id, data: { n: 1 } });
    assert.deepEqual([...message.buffers[0]], [2, 3]);
    assert.deepEqual([close.type, close.content.data], ["comm_close", { bye: true }]);
    assert.deepEqual(rest, []);
  });

  it("opened by the front end are answered between busy and idle", async () => {
    await kernel.execute(`
      host.onCommOpen("echo", (comm, opening) => {
        comm.onMessage(async ({ data, metadata, buffers }) => {
          await new Promise((resolve) => setTimeout(resolve, 30));
          comm.send({ data, metadata }, { buffers: buffers.map((b) => b.map((byte) => byte + 1)) });
        });
        comm.onClose(({ data }) => console.log("closed with", data));
        comm.send({ opening: opening.data });
      });
    `);
    const comm_id = randomUUID();
    const opening = await talk("comm_open", { comm_id, target_name: "echo", data: { a: 1 } });
    assert.deepEqual(
      opening.map(({ type, content }) => [type, content.execution_state ?? content.data]),
      [
        ["status", "busy"],
        ["comm_msg", { opening: { a: 1 } }],
        ["status", "idle"],
      ],
    );
    const bytes = [new Uint8Array([1, 2, 3]), new Uint8Array(100_000).fill(7), new Uint8Array(0)];
    const answer = await talk("comm_msg", { comm_id, data: { b: 2 } }, bytes);
    assert.deepEqual(
      answer.map(({ type }) => type),
      ["status", "comm_msg", "status"],
    );
    assert.deepEqual(answer[1].content.data, { data: { b: 2 }, metadata: { mine: true } });
    assert.deepEqual(
      answer[1].buffers.map((buffer) => [buffer.length, buffer[0]]),
      [
        [3, 2],
        [100_000, 8],
        [0, undefined],
      ],
    );
    const information = await kernel.request("shell", "comm_info_request", { target_name: "echo" });
    assert.deepEqual(information.reply, {
      status: "ok",
      comms: { [comm_id]: { target_name: "echo" } },
    });
    await talk("comm_close", { comm_id, data: { why: "done" } });
    const { reply } = await kernel.request("shell", "comm_info_request", { target_name: "echo" });
    assert.deepEqual(reply.comms, {});
  });

  it("for a target that nobody accepts are closed", async () => {
    const comm_id = randomUUID();
    const published = await talk("comm_open", { comm_id, target_name: "nobody", data: {} });
    const [close] = ofType(published, "comm_close");
    assert.deepEqual(close.content, { comm_id, data: {} });
    const { reply } = await kernel.request("shell", "comm_info_request", {});
    assert.ok(!(comm_id in (reply.comms as object)));
  });

  it("are listed, all or by target", async () => {
    await kernel.execute(`const one = host.openComm("left"), two = host.openComm("right");`);
    const all = await kernel.request("shell", "comm_info_request", {});
    const names = Object.values(all.reply.comms as Record<string, { target_name: string }>);
    assert.deepEqual(names.map(({ target_name }) => target_name).sort(), ["left", "right"]);
    const left = await kernel.request("shell", "comm_info_request", { target_name: "left" });
    assert.equal(Object.keys(left.reply.comms as object).length, 1);
    await kernel.execute(`one.close(); two.close();`);
  });

  it("report a handler's error and its output under the cell that registered it", async () => {
    const cell = kernel.begin(`
      host.onCommOpen("fails", (comm) => {
        comm.onMessage(({ data }) => {
          console.log("handling", data.n);
          throw new RangeError("too much of " + data.n);
        });
      });
      host.onCommOpen("never", () => { throw new Error("not today"); });
    `);
    await kernel.answer(cell);
    await kernel.execute("1 + 1");
    const comm_id = randomUUID();
    await talk("comm_open", { comm_id, target_name: "fails", data: {} });
    await talk("comm_msg", { comm_id, data: { n: 5 } });
    const text = (name: string) =>
      kernel.received
        .filter(
          ({ parent, type, content }) =>
            parent === cell && type === "stream" && content.name === name,
        )
        .map(({ content }) => content.text)
        .join("");
    assert.equal(text("stdout"), "handling 5\n");
    assert.match(text("stderr"), /RangeError.*too much of 5/);
    assert.match(text("stderr"), /Cell \[\d+\]/);

    const refused = await talk("comm_open", {
      comm_id: randomUUID(),
      target_name: "never",
      data: {},
    });
    assert.equal(ofType(refused, "comm_close").length, 1);
    assert.match(text("stderr"), /not today/);
    assert.equal(await kernel.evaluate("40 + 2"), "42");
  });

  it("are handled while a cell awaits, and after a cell that blocks; what the cell sends goes out at once", async () => {
    await kernel.execute(`
      let received: unknown[] = [];
      const line = host.openComm("line");
      line.onMessage(({ data }) => { received.push(data); line.send({ got: data }); });
      const lineId = line.id;
    `);
    const comm_id = (await kernel.evaluate("lineId"))!.slice(1, -1);
    const awaiting = kernel.begin(
      `while (received.length === 0) await new Promise((r) => setTimeout(r, 5)); received`,
    );
    await kernel.published(awaiting, ({ type }) => type === "execute_input");
    const during = await talk("comm_msg", { comm_id, data: { n: "while awaiting" } });
    assert.deepEqual(ofType(during, "comm_msg")[0].content.data, { got: { n: "while awaiting" } });
    await kernel.answer(awaiting);

    const gate = "new Int32Array(new SharedArrayBuffer(4))";
    const blocking = kernel.begin(`
      line.send({ started: true });
      Atomics.wait(${gate}, 0, 0, 1500);
      line.send({ before: received.length });
    `);
    await kernel.published(blocking, ({ type }) => type === "comm_msg");
    assert.ok(!kernel.received.some((message) => message.parent === blocking && isIdle(message)));
    const waiting = kernel.send("shell", "comm_msg", { comm_id, data: { n: "while blocked" } });
    await kernel.published(waiting, isIdle);
    const order = kernel.received
      .filter(({ type }) => type === "comm_msg")
      .slice(-2)
      .map(({ content }) => content.data);
    assert.deepEqual(order, [{ before: 1 }, { got: { n: "while blocked" } }]);
  });

  it("are handled whichever subshell they come through", async () => {
    const { reply } = await kernel.request("control", "create_subshell_request", {});
    const header = { subshell_id: reply.subshell_id };
    const content = { comm_id: randomUUID(), target_name: "echo", data: { a: 1 } };
    const id = kernel.send("shell", "comm_open", content, { header });
    await kernel.published(id, isIdle);
    const published = kernel.received.filter(({ parent }) => parent === id);
    assert.deepEqual(
      published.map(({ type }) => type),
      ["status", "comm_msg", "status"],
    );
    await kernel.request("control", "delete_subshell_request", header);
  });

  it("opened right after the cell that registers their target was sent are accepted", async () => {
    const comm_id = randomUUID();
    const cell = kernel.begin(`
      await new Promise((r) => setTimeout(r, 50));
      host.onCommOpen("soon", (comm) => comm.onMessage(({ data }) => comm.send({ soon: data })));
    `);
    const opening = kernel.send("shell", "comm_open", { comm_id, target_name: "soon", data: {} });
    const answer = await talk("comm_msg", { comm_id, data: { n: 1 } });
    await kernel.answer(cell);
    assert.equal(ofType(answer, "comm_msg").length, 1);
    assert.ok(
      !kernel.received.some(({ parent, type }) => parent === opening && type === "comm_close"),
    );
  });

  it("whose handler never ends are freed by an interrupt", async () => {
    const cell = kernel.begin(`
      const loops = host.openComm("loops");
      loops.onMessage(({ data }) => { if (data.how === "loop") for (;;); return new Promise(() => {}); });
      loops.id
    `);
    const { published } = await kernel.answer(cell);
    const result = ofType(published, "execute_result")[0].content.data as Record<string, string>;
    const comm_id = result["text/plain"].slice(1, -1);
    for (const how of ["loop", "never"]) {
      const id = kernel.send("shell", "comm_msg", { comm_id, data: { how } });
      await kernel.published(id, ({ content }) => content.execution_state === "busy");
      kernel.interrupt();
      await kernel.published(id, isIdle);
      assert.equal(await kernel.evaluate("6 * 7"), "42");
    }
    const said = kernel.received.filter(({ parent, type }) => parent === cell && type === "stream");
    assert.match(said.map(({ content }) => content.text).join(""), /KeyboardInterrupt/);
  });

  it("survive messages that make no sense", async () => {
    await talk("comm_msg", { comm_id: "unknown", data: {} });
    await talk("comm_close", { comm_id: "unknown" });
    await talk("comm_open", { comm_id: 7, data: {} });
    await talk("comm_msg", {});
    assert.equal(await kernel.evaluate("1"), "1");
  });

  it("say what cannot be sent", async () => {
    const wrong = async (code: string) => {
      const { reply } = await kernel.execute(code);
      assert.equal(reply.status, "error");
      return `${String(reply.ename)}: ${String(reply.evalue)}`;
    };
    assert.match(
      await wrong(`host.openComm("x", { data: { n: 1n } })`),
      /TypeError: .*must be JSON.*BigInt/,
    );
    assert.match(
      await wrong(`host.openComm("x", { data: [1] })`),
      /TypeError: .*must be an object.*\[1\]/,
    );
    assert.match(await wrong(`host.openComm("")`), /TypeError: .*target must be a name.*""/);
    assert.match(
      await wrong(`host.openComm("x", { buffers: ["text"] })`),
      /TypeError: .*buffer must be.*text/,
    );
    const { reply } = await kernel.request("shell", "comm_info_request", { target_name: "x" });
    assert.deepEqual(reply.comms, {});
  });
});
