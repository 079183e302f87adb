import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "mocha";
import { Postponed } from "../../../kernel/src/protocol/postponed.ts";

describe("something postponed", () => {
  it("is done after the delay, and not before", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let done = false;
    new Postponed(1, () => {
      done = true;
      resolve();
    });
    assert.equal(done, false);
    await promise;
  });

  it("is done at once where that is asked for, and only once", async () => {
    let count = 0;
    const postponed = new Postponed(1, () => count++);
    postponed.now();
    assert.equal(count, 1);
    postponed.now();
    await sleep(20);
    assert.equal(count, 1);
  });

  it("is never done once it was cancelled", async () => {
    let count = 0;
    const postponed = new Postponed(1, () => count++);
    postponed.cancel();
    postponed.now();
    await sleep(20);
    assert.equal(count, 0);
  });
});
