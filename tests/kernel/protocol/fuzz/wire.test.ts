import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { MalformedMessage, Wire } from "../../../../kernel/src/protocol/wire.ts";
import { headerOf, signed } from "../../client/raw-client.ts";
import { wrongValues } from "./json.ts";
import { SeededRandom } from "./random.ts";

const key = "a-key";

/** Reads frames: the message, or undefined where they are refused as they should be. */
function read(frames: readonly (string | Uint8Array)[], wire = new Wire(key, "sha256")) {
  try {
    return wire.parse(frames.map((frame) => Buffer.from(frame)));
  } catch (error) {
    assert.ok(error instanceof MalformedMessage, String(error));
    return undefined;
  }
}

const parts = (content = '{"code":"1"}', header = JSON.stringify(headerOf("execute_request"))) => [
  header,
  "{}",
  "{}",
  content,
];

type Change = (frames: Buffer[], random: SeededRandom) => void;

/** Each leaves frames that no client with the key has sent. */
const changes: Readonly<Record<string, Change>> = {
  flip: (frames, random) => {
    const frame = frames[1 + random.below(frames.length - 1)];
    frame[random.below(frame.length)] ^= 1 << random.below(8);
  },
  truncate: (frames, random) => {
    const at = 1 + random.below(frames.length - 1);
    frames[at] = frames[at].subarray(0, random.below(frames[at].length));
  },
  drop: (frames, random) => void frames.splice(1 + random.below(frames.length - 1), 1),
  cut: (frames, random) => void frames.splice(1 + random.below(frames.length - 1)),
  insert: (frames, random) => {
    frames.splice(2 + random.below(4), 0, random.bytes(random.below(40)));
  },
  double: (frames, random) => {
    const at = 2 + random.below(3);
    frames.splice(at, 0, frames[at]);
  },
  garble: (frames, random) => {
    for (let i = 1; i < frames.length; i++) frames[i] = random.bytes(random.below(100));
  },
};

describe("wire, fuzzed", () => {
  for (const [name, change] of Object.entries(changes)) {
    it(`refuses frames after: ${name}`, () => {
      const random = new SeededRandom(7);
      for (let round = 0; round < 2_000; round++) {
        const frames = ["client", ...signed(key, parts())].map((frame) => Buffer.from(frame));
        const before = frames.map(String);
        change(frames, random);
        if (frames.map(String).join() === before.join()) continue;
        // What comes after the four parts is not signed: the protocol has buffers there.
        assert.equal(read(frames), undefined, frames.map(String).join("\n"));
      }
    });
  }

  it("reads or refuses any JSON in any part, and nothing else happens", () => {
    for (const json of [...wrongValues, "", "{", "undefined", "NaN", "{'a':1}"]) {
      for (let at = 0; at < 4; at++) {
        const changed = parts();
        changed[at] = json;
        const message = read(["client", ...signed(key, changed)]);
        const isObject = json.startsWith("{") && json.endsWith("}") && !json.includes("'");
        assert.equal(message !== undefined, isObject && at > 0, `${at}: ${json.slice(0, 80)}`);
      }
    }
  });

  it("refuses text that is not UTF-8, instead of changing it", () => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80]]) {
      const content = Buffer.concat([
        Buffer.from('{"code":"'),
        Buffer.from(bytes),
        Buffer.from('"}'),
      ]);
      const [header, parent, metadata] = parts();
      const frames = ["client", ...signed(key, [header, parent, metadata])];
      assert.equal(read(frames), undefined);
      const whole = signed(key, [header, parent, metadata, content]);
      assert.throws(
        () => new Wire(key, "sha256").parse(whole.map((f) => Buffer.from(f))),
        /not UTF-8/,
      );
    }
  });

  it("refuses a header whose known fields are no text", () => {
    for (const field of ["msg_id", "msg_type", "session", "date", "username", "version"]) {
      for (const value of [1, {}, [], true]) {
        const header = JSON.stringify({ ...headerOf("execute_request"), [field]: value });
        const frames = signed(key, parts("{}", header)).map((frame) => Buffer.from(frame));
        assert.throws(() => new Wire(key, "sha256").parse(frames), new RegExp(`header.*${field}`));
      }
    }
  });

  it("reads a header without what other clients leave out", () => {
    const header = '{"msg_id":"1","msg_type":"execute_request","date":null,"trace":{"id":1}}';
    assert.equal(read(signed(key, parts("{}", header)))?.header.msg_id, "1");
  });

  it("refuses a message that came before, and takes it from a client that sends anew", () => {
    const wire = new Wire(key, "sha256");
    const frames = signed(key, parts()).map((frame) => Buffer.from(frame));
    assert.ok(wire.parse(frames));
    assert.throws(() => wire.parse(frames), /came before/);
    assert.throws(() => wire.parse([Buffer.from("other"), ...frames]), /came before/);
    assert.ok(read(signed(key, parts()), wire));
  });

  it("without a key takes equal messages, which nothing tells apart", () => {
    const wire = new Wire("", "sha256");
    const frames = ["<IDS|MSG>", "", ...parts()].map((frame) => Buffer.from(frame));
    assert.ok(wire.parse(frames));
    assert.ok(wire.parse(frames));
  });
});
