import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "mocha";
import { MalformedMessage, Wire, type Header } from "../../../kernel/src/protocol/wire.ts";

const header: Header = {
  msg_id: "1",
  msg_type: "kernel_info_request",
  session: "s",
  username: "u",
  date: "2024-01-01T00:00:00.000Z",
  version: "5.4",
};
const key = "a-key";
const wire = new Wire(key, "sha256");

function frames(parts: readonly string[], signature?: string): Uint8Array[] {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  const signed = signature ?? hmac.digest("hex");
  return ["client", "<IDS|MSG>", signed, ...parts].map((frame) => Buffer.from(frame));
}

const wellFormed = [JSON.stringify(header), "{}", "{}", '{"code":"1"}'];

describe("wire", () => {
  it("reads what it wrote, with identities, parent, metadata and content", () => {
    const written = wire.serialize({
      identities: ["client", "hop"],
      header,
      parent: { ...header, msg_id: "0" },
      metadata: { started: true },
      content: { text: "naïve 😀" },
    });
    const read = wire.parse(written.map((frame) => Buffer.from(frame)));
    assert.deepEqual(read.identities.map(String), ["client", "hop"]);
    assert.deepEqual(read.header, header);
    assert.equal(read.parent.msg_id, "0");
    assert.deepEqual(read.metadata, { started: true });
    assert.deepEqual(read.content, { text: "naïve 😀" });
  });

  it("signs with HMAC-SHA256 over the four parts in order", () => {
    const [, , signature, ...parts] = wire.serialize({ identities: ["c"], header, content: {} });
    const hmac = createHmac("sha256", key);
    for (const part of parts) hmac.update(part);
    assert.equal(signature, hmac.digest("hex"));
  });

  it("keeps the frames after the content as buffers", () => {
    const message = wire.parse([...frames(wellFormed), Buffer.from([1, 2, 3])]);
    assert.deepEqual([...message.buffers[0]], [1, 2, 3]);
  });

  it("neither signs nor verifies without a key", () => {
    const open = new Wire("", "sha256");
    assert.equal(open.serialize({ identities: [], header, content: {} })[1], "");
    assert.equal(open.parse(frames(wellFormed, "anything")).content.code, "1");
  });

  const broken: [string, Uint8Array[], RegExp][] = [
    ["a signature of another key", frames(wellFormed, "0".repeat(64)), /signature/],
    ["a signature of another length", frames(wellFormed, "00"), /signature/],
    ["no signature", frames(wellFormed, ""), /signature/],
    ["no delimiter", [Buffer.from("hello")], /no <IDS\|MSG> delimiter in 1 frames/],
    ["no frames", [], /no <IDS\|MSG> delimiter/],
    ["nothing after the delimiter", [Buffer.from("<IDS|MSG>")], /0 of 4 parts/],
    ["too few parts", frames(wellFormed.slice(0, 3)), /3 of 4 parts/],
    ["a header that is not JSON", frames(["{", "{}", "{}", "{}"]), /the header is not JSON/],
    [
      "a content that is not JSON",
      frames([...wellFormed.slice(0, 3), "x"]),
      /the content is not JSON/,
    ],
    [
      "a content that is a list",
      frames([...wellFormed.slice(0, 3), "[]"]),
      /content is not a JSON/,
    ],
    [
      "a content that is null",
      frames([...wellFormed.slice(0, 3), "null"]),
      /content is not a JSON/,
    ],
    ["a header without type", frames(['{"msg_id":"1"}', "{}", "{}", "{}"]), /no msg_type/],
  ];
  for (const [what, received, reason] of broken) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => wire.parse(received),
        (error: Error) => error instanceof MalformedMessage && reason.test(error.message),
      );
    });
  }

  it("refuses parts that were changed after signing", () => {
    const tampered = frames(wellFormed);
    tampered[6] = Buffer.from('{"code":"2"}');
    assert.throws(() => wire.parse(tampered), /signature/);
  });
});
