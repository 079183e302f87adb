import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, it } from "mocha";
import { Backlog, type Frames } from "../../../kernel/src/protocol/backlog.ts";

const patience = 60;

describe("backlog", () => {
  let full: boolean;
  let skipping: boolean[];
  let sent: string[];
  let backlog: Backlog;
  beforeEach(() => {
    full = false;
    skipping = [];
    sent = [];
    backlog = new Backlog(
      {
        send: async ([frame]: Frames) => {
          if (full && !skipping.at(-1)) return false;
          sent.push(String(frame));
          return true;
        },
        skipFullQueues: (skip) => void skipping.push(skip),
      },
      patience,
    );
  });

  it("sends at once, in order", async () => {
    backlog.push(["a"]);
    assert.deepEqual(sent, ["a"]);
    backlog.push(["b"]);
    backlog.push(["c"]);
    await backlog.emptied();
    assert.deepEqual(sent, ["a", "b", "c"]);
  });

  it("waits for a client that is full, and then goes on where it was", async () => {
    full = true;
    backlog.push(["a"]);
    backlog.push(["b"]);
    await sleep(patience / 3);
    assert.deepEqual(sent, []);
    full = false;
    await backlog.emptied();
    assert.deepEqual([sent, skipping], [["a", "b"], []]);
  });

  it("has no room beyond 4 MiB until less waits", async () => {
    full = true;
    let told = 0;
    backlog.push(["x".repeat(3 << 20)]);
    backlog.whenRoom(() => told++);
    assert.deepEqual([backlog.hasRoom, told], [true, 1]);
    backlog.push(["y".repeat(3 << 20)]);
    backlog.whenRoom(() => told++);
    assert.deepEqual([backlog.hasRoom, told], [false, 1]);
    full = false;
    await backlog.emptied();
    assert.deepEqual([backlog.hasRoom, told], [true, 2]);
  });

  it("goes on without a client that takes nothing for long, and waits again when all have room", async () => {
    full = true;
    backlog.push(["a"]);
    backlog.push(["b"]);
    await backlog.emptied();
    assert.deepEqual([sent, skipping], [["a", "b"], [true]]);
    full = false;
    await sleep(patience + 10);
    backlog.push(["c"]);
    await backlog.emptied();
    assert.deepEqual(skipping, [true, false]);
    full = true;
    backlog.push(["d"]);
    await sleep(patience / 3);
    assert.deepEqual(sent, ["a", "b", "c"]);
    full = false;
    await backlog.emptied();
    assert.deepEqual(sent, ["a", "b", "c", "d"]);
  });

  it("does not wait anew for a client that still takes nothing", async () => {
    full = true;
    backlog.push(["a"]);
    await backlog.emptied();
    await sleep(patience + 10);
    const start = performance.now();
    backlog.push(["b"]);
    await backlog.emptied();
    assert.deepEqual(
      [sent, skipping],
      [
        ["a", "b"],
        [true, false, true],
      ],
    );
    assert.ok(performance.now() - start < patience);
  });
});
