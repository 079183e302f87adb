import assert from "node:assert/strict";
import { LanguageClient } from "../../../kernel/src/language/client.ts";
import type { Method } from "../../../kernel/src/language/messages.ts";

const fragile = new URL("./fixtures/fragile-worker.ts", import.meta.url);

describe("language client", () => {
  let client: LanguageClient;
  const start = (directory = "", timeout = 30_000): void => {
    client = new LanguageClient(fragile, { directory }, timeout);
  };
  const ask = (method: Method, code: string): Promise<unknown> =>
    client.ask({ method, args: [code] });
  afterEach(() => client.stop());

  for (const [how, reason] of [
    ["exit", /ended: exit code 3/],
    ["throw", /ended: out of cheese/],
  ] as const)
    it(`a thread that dies (${how}) is replaced, with the committed cells`, async () => {
      start();
      await ask("commit", "first");
      await ask("commit", "second");
      const dying = ask("check", how);
      const behind = ask("check", "list");
      const late = ask("commit", "third");
      await assert.rejects(dying, reason);
      assert.deepEqual(await behind, ["first", "second"]);
      await late;
      await assert.rejects(ask("check", how), reason);
      assert.deepEqual(await ask("check", "list"), ["first", "second", "third"]);
    });

  for (const how of ["hang", "loop"])
    it(`a thread that does not answer (${how}) is replaced`, async () => {
      start("", 1000);
      await ask("commit", "first");
      await assert.rejects(ask("check", how), /ended: no answer within 1000 ms/);
      assert.deepEqual(await ask("check", "list"), ["first"]);
    });

  it("a thread that needs too much memory is replaced by one that gets more", async () => {
    const limits = { maxOldGenerationSizeMb: 32 };
    client = new LanguageClient(fragile, { directory: "" }, 30_000, limits);
    await ask("commit", "first");
    await assert.rejects(ask("check", "fill"), /ended: .*memory limit/);
    assert.equal(await ask("check", "limit"), 128);
    assert.deepEqual(await ask("check", "list"), ["first"]);
  });

  it("a new thread is told of the cells that still have a meaning", async () => {
    start();
    for (const code of ["first", "nothing", "second", "again second"]) await ask("commit", code);
    await assert.rejects(ask("check", "exit"));
    assert.deepEqual(await ask("check", "list"), ["first", "again second"]);
  });

  it("a thread that dies twice without an answer between is given up", async () => {
    start("dies at once");
    const waiting = [ask("check", "a"), ask("check", "b"), ask("check", "c")];
    const results = await Promise.allSettled(waiting);
    for (const result of results) assert.equal(result.status, "rejected");
    assert.match(String((results[2] as PromiseRejectedResult).reason), /ended again.*exit code 7/);
    await assert.rejects(ask("check", "later"), /until the kernel restarts/);
  });

  it("a request that fails fails alone", async () => {
    start();
    await assert.rejects(ask("check", "fail"), /no such luck/);
    assert.deepEqual(await ask("check", "list"), []);
  });

  it("stopping rejects what waits and what comes after", async () => {
    start();
    await ask("check", "list");
    const waiting = [ask("check", "hang"), ask("check", "list")];
    const settled = Promise.allSettled(waiting);
    await client.stop();
    for (const result of await settled) assert.equal(result.status, "rejected");
    await assert.rejects(ask("check", "list"), /was stopped/);
    await client.stop();
  });
});
