import assert from "node:assert/strict";
import { Shared } from "../../../kernel/src/debug/shared.ts";

describe("work that many ask for at once", () => {
  it("is done once for the first and once more for all who came meanwhile", async () => {
    let done = 0;
    const shared = new Shared(async () => {
      await Promise.resolve();
      return ++done;
    });
    const first = shared.get();
    const others = [shared.get(), shared.get(), shared.get()];
    assert.deepEqual(await Promise.all([first, ...others]), [1, 2, 2, 2]);
    assert.equal(await shared.get(), 3);
  });

  it("is done again after it failed", async () => {
    let turn = 0;
    const shared = new Shared(async () => {
      await Promise.resolve();
      if (++turn === 1) throw new Error("no");
      return turn;
    });
    const first = shared.get();
    const second = shared.get();
    await assert.rejects(first, /no/);
    assert.equal(await second, 2);
  });
});
