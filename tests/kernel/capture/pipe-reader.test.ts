import assert from "node:assert/strict";
import { closeSync, writeSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { loadLibc, type Libc } from "../../../kernel/src/libc/index.ts";
import { PipeReader } from "../../../kernel/src/capture/pipe-reader.ts";

describe("pipe reader", () => {
  let libc: Libc;
  let writeEnd: number;
  let reader: PipeReader;
  let received: string[];
  beforeEach(async () => {
    libc = await loadLibc();
    received = [];
    const [readEnd, other] = libc.pipe();
    writeEnd = other;
    reader = new PipeReader(readEnd, libc, (text) => received.push(text));
  });
  afterEach(() => closeSync(writeEnd));

  it("hands on by itself what arrives", async () => {
    writeSync(writeEnd, "by itself");
    while (received.length === 0) await turn();
    assert.deepEqual(received, ["by itself"]);
  });

  it("hands on at once what was written, when asked to drain", () => {
    writeSync(writeEnd, "a");
    writeSync(writeEnd, "b".repeat(60_000));
    reader.drain();
    assert.equal(received.join(""), `a${"b".repeat(60_000)}`);
  });

  it("does not wait where nothing was written", () => {
    reader.drain();
    assert.deepEqual(received, []);
  });

  it("comes to an end although a writer never stops", () => {
    const endless: Libc = { ...libc, read: (_descriptor, into) => into.fill(0x78).length };
    const [readEnd, other] = libc.pipe();
    let length = 0;
    new PipeReader(readEnd, endless, (text) => (length += text.length)).drain();
    closeSync(other);
    assert.ok(length >= 1 << 20 && length < 1 << 21, String(length));
  });

  it("keeps the first bytes of a character for the rest of it", () => {
    const [first, ...rest] = Buffer.from("😀");
    writeSync(writeEnd, Buffer.of(first));
    reader.drain();
    assert.deepEqual(received, []);
    writeSync(writeEnd, Buffer.from(rest));
    reader.drain();
    assert.deepEqual(received, ["😀"]);
  });
});
