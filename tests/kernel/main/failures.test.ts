import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { streamText, type JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("failures in the background", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  it("a rejected promise that nobody awaits fails its cell", async () => {
    const { reply } = await kernel.execute("Promise.reject(new TypeError('floating')); 1");
    assert.deepEqual([reply.status, reply.ename, reply.evalue], ["error", "TypeError", "floating"]);
  });

  it("an async function that is not awaited fails its cell", async () => {
    const { reply } = await kernel.execute(
      "async function load() { throw new Error('not loaded'); }\nload();",
    );
    assert.deepEqual([reply.status, reply.evalue], ["error", "not loaded"]);
  });

  it("a rejection that is handled is no failure", async () => {
    const { reply } = await kernel.execute("Promise.reject(new Error('x')).catch(() => {}); 1");
    assert.equal(reply.status, "ok");
  });

  it("an error in a timer fails the cell that waits for it, which would hang otherwise", async () => {
    const { reply } = await kernel.execute(
      "await new Promise(() => setTimeout(() => { throw new RangeError('timer') }, 20))",
    );
    assert.deepEqual([reply.status, reply.ename, reply.evalue], ["error", "RangeError", "timer"]);
  });

  it("after the end of its cell it is printed there, and no other cell fails", async () => {
    const late = kernel.begin(
      "setTimeout(() => { Promise.reject(new Error('much later')) }, 150); 1",
    );
    assert.equal((await kernel.answer(late)).reply.status, "ok");
    const meanwhile = await kernel.execute("await new Promise((done) => setTimeout(done, 400)); 2");
    assert.equal(meanwhile.reply.status, "ok");
    assert.equal(streamText(meanwhile, "stderr"), "");
    const printed = await kernel.published(late, ({ type }) => type === "stream");
    assert.equal(printed.content.name, "stderr");
    assert.match(String(printed.content.text), /much later/);
  });

  it("a cell that failed in the background goes no further", async () => {
    const id = kernel.begin(
      "Promise.reject(new Error('first')); await new Promise((done) => setTimeout(done, 100)); console.log('went on')",
    );
    const answered = await kernel.answer(id);
    assert.equal(answered.reply.evalue, "first");
    await kernel.execute("await new Promise((done) => setTimeout(done, 250))");
    const prints = kernel.received.filter(({ parent, type }) => parent === id && type === "stream");
    assert.deepEqual(prints, []);
  });
});
