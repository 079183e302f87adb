import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import { curveKeyPair } from "zeromq";
import { JupyterClient } from "../client/jupyter-client.ts";
import { connectionFields, headerOf, RawClient, signed } from "../client/raw-client.ts";

describe("CurveZMQ, where Jupyter requires encryption", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ manager: { transport_encryption: "required" } });
  });
  after(() => kernel.stop());

  it("the connection file holds keys, and every channel works", async () => {
    const { curve_publickey: key } = connectionFields(kernel.connectionFile);
    assert.equal(key?.length, 40);
    assert.equal(await kernel.evaluate("6 * 7"), "42");
    const { reply } = await kernel.request("control", "kernel_info_request", {});
    assert.equal(reply.status, "ok");
    await sleep(1500);
    assert.equal(await kernel.beating(), true);
  });

  it("answers who has the public key, and nobody else, however well signed", async () => {
    const fields = connectionFields(kernel.connectionFile);
    const serverKey = fields.curve_publickey!;
    const own = curveKeyPair();
    const curve = { curvePublicKey: own.publicKey, curveSecretKey: own.secretKey };
    const clients = {
      plain: new RawClient(fields),
      wrongServer: new RawClient(fields, "shell", {
        ...curve,
        curveServerKey: curveKeyPair().publicKey,
      }),
      right: new RawClient(fields, "shell", { ...curve, curveServerKey: serverKey }),
    };
    const parts = [headerOf("kernel_info_request"), {}, {}, {}].map((part) => JSON.stringify(part));
    // Nobody waits for the outsiders' frames: where the handshake was refused first, a socket has
    // nobody to send to and keeps them until it is closed.
    const send = (client: RawClient) => client.send(signed(fields.key, parts));
    const outsiders = [clients.plain, clients.wrongServer];
    const unsent = () => Promise.allSettled(outsiders.map(send));
    const before = unsent();
    await sleep(1000);
    const after = unsent();
    await send(clients.right);
    for (let i = 0; i < 100 && clients.right.received.length === 0; i++) await sleep(50);
    // The others' frames were on their way as long as those that were answered.
    await kernel.evaluate("'a round more'");
    assert.deepEqual(
      clients.right.replies().map(({ type }) => type),
      ["kernel_info_reply"],
    );
    assert.equal(clients.plain.received.length, 0);
    assert.equal(clients.wrongServer.received.length, 0);
    for (const client of Object.values(clients)) client.close();
    await Promise.all([before, after]);
    assert.equal(await kernel.evaluate("'alive'"), "'alive'");
  });
});
