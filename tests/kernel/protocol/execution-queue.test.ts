import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ExecutionQueue } from "../../../kernel/src/protocol/execution-queue.ts";
import { SenderClocks } from "../../../kernel/src/protocol/sender-clocks.ts";

describe("execution queue", () => {
  it("hands requests out in the order they came", () => {
    const queue = new ExecutionQueue<string>();
    queue.push("a", 1);
    queue.push("b", 2);
    assert.deepEqual(queue.next(), { request: "a", aborted: false });
    assert.deepEqual(queue.next(), { request: "b", aborted: false });
    assert.equal(queue.next(), undefined);
  });

  it("aborts what waits, and what was sent before the error but came after it", () => {
    const queue = new ExecutionQueue<string>();
    queue.push("waiting", 100);
    queue.abort(200);
    queue.push("under way", 150);
    queue.push("sent after the error", 200);
    assert.deepEqual(queue.next(), { request: "waiting", aborted: true });
    assert.deepEqual(queue.next(), { request: "under way", aborted: true });
    assert.deepEqual(queue.next(), { request: "sent after the error", aborted: false });
  });

  it("aborts what waits even where its date says that it was sent later", () => {
    const queue = new ExecutionQueue<string>();
    queue.push("waiting", 900);
    queue.abort(200);
    assert.equal(queue.next()?.aborted, true);
  });
});

describe("sender clocks", () => {
  const header = (date: string, session = "s") => ({ date, session });

  it("takes out how far a client's clock is off", () => {
    const clocks = new SenderClocks();
    const hourBehind = (ms: number) => new Date(ms - 3_600_000).toISOString();
    const t = Date.UTC(2024, 0, 1);
    clocks.sentAt(header(hourBehind(t)), t + 2);
    assert.equal(clocks.sentAt(header(hourBehind(t + 50)), t + 500), t + 52);
  });

  it("keeps clients apart", () => {
    const clocks = new SenderClocks();
    const t = Date.UTC(2024, 0, 1);
    clocks.sentAt(header(new Date(t + 9_000).toISOString(), "ahead"), t);
    assert.equal(clocks.sentAt(header(new Date(t).toISOString(), "right"), t + 1), t + 1);
  });

  it("never says that a message was sent after it came", () => {
    const clocks = new SenderClocks();
    const t = Date.UTC(2024, 0, 1);
    clocks.sentAt(header(new Date(t).toISOString()), t + 100);
    assert.equal(clocks.sentAt(header(new Date(t + 99).toISOString()), t + 100), t + 100);
  });

  it("takes the arrival for a date that cannot be read", () => {
    const clocks = new SenderClocks();
    assert.equal(clocks.sentAt(header("yesterday"), 42), 42);
    assert.equal(clocks.sentAt({}, 43), 43);
  });
});
