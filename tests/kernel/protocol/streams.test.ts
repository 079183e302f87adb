import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, it } from "mocha";
import { StreamCoalescer } from "../../../kernel/src/protocol/streams.ts";

describe("stream coalescer", () => {
  let published: unknown[][];
  let streams: StreamCoalescer;
  beforeEach(() => {
    published = [];
    streams = new StreamCoalescer((...message) => published.push(message));
  });

  it("joins writes to one stream of one cell", () => {
    streams.write(1, "stdout", "a");
    streams.write(1, "stdout", "b");
    assert.deepEqual(published, []);
    streams.flush();
    assert.deepEqual(published, [[1, "stdout", "ab"]]);
  });

  it("keeps the order between streams and between cells", () => {
    streams.write(1, "stdout", "a");
    streams.write(1, "stderr", "b");
    streams.write(1, "stdout", "c");
    streams.write(2, "stdout", "d");
    streams.flush();
    assert.deepEqual(
      published.map(([, , text]) => text),
      ["a", "b", "c", "d"],
    );
  });

  it("publishes by itself", async () => {
    streams.write(1, "stdout", "a");
    await sleep(50);
    assert.deepEqual(published, [[1, "stdout", "a"]]);
  });

  it("does not let a message grow without end", () => {
    for (let i = 0; i < 40; i++) streams.write(1, "stdout", "x".repeat(100_000));
    streams.flush();
    const lengths = published.map(([, , text]) => (text as string).length);
    assert.equal(
      lengths.reduce((sum, length) => sum + length),
      4_000_000,
    );
    assert.ok(Math.max(...lengths) <= 1 << 17, `longest: ${Math.max(...lengths)}`);
  });

  it("cuts a long text, but no character", () => {
    const text = `a${"😀".repeat(200_000)}`;
    streams.write(1, "stdout", text);
    streams.flush();
    const texts = published.map(([, , piece]) => piece as string);
    assert.ok(texts.every((piece) => piece.length <= 1 << 17 && piece.isWellFormed()));
    assert.equal(texts.join(""), text);
  });

  it("says nothing for empty writes, nor twice", () => {
    streams.write(1, "stdout", "");
    streams.flush();
    streams.flush();
    assert.deepEqual(published, []);
  });
});
