import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Conversations } from "./message-spec/conversations.ts";

/** Feeds messages to one request's conversation and gives the problem of the last. */
function last(...types: string[]): string[] {
  const conversations = new Conversations();
  return types
    .map((name, i) => {
      const [channel, type] = name.includes("_reply") ? ["shell", name] : ["iopub", name];
      const state = /^(busy|idle)$/.test(type) ? type : undefined;
      const turn = { channel, id: `m${i}`, parent: "r", state };
      return conversations.next({ ...turn, type: state ? "status" : type });
    })
    .at(-1)!;
}

describe("conversations", () => {
  it("accept a request from busy to idle, its reply anywhere, and late output", () => {
    const whole = ["busy", "execute_input", "stream", "execute_result", "execute_reply", "idle"];
    for (let end = 1; end <= whole.length; end++)
      assert.deepEqual(last(...whole.slice(0, end)), []);
    for (const type of ["stream", "display_data", "comm_msg", "execute_reply"]) {
      assert.deepEqual(last("busy", "idle", type), []);
    }
  });

  const broken: [string[], RegExp][] = [
    [["execute_input"], /execute_input before busy/],
    [["busy", "idle", "execute_result"], /execute_result after idle/],
    [["busy", "idle", "error"], /error after idle/],
    [["busy", "busy"], /busy after busy/],
    [["busy", "idle", "busy"], /busy after idle/],
    [["idle"], /idle after asked/],
    [["busy", "idle", "idle"], /idle after idle/],
    [["execute_reply", "busy", "execute_reply"], /a second reply, execute_reply/],
  ];
  for (const [types, reason] of broken) {
    it(`refuse ${types.join(", ")}`, () => assert.match(last(...types).join(), reason));
  }

  it("refuse a msg_id that came before, and follow each request by itself", () => {
    const conversations = new Conversations();
    const busy = (id: string, parent: string) =>
      conversations.next({ channel: "iopub", type: "status", id, parent, state: "busy" });
    assert.deepEqual(busy("m1", "r1"), []);
    assert.deepEqual(busy("m2", "r2"), []);
    assert.match(busy("m2", "r3").join(), /m2 came before/);
  });

  it("let the kernel speak of its own accord", () => {
    const turn = { channel: "iopub", parent: undefined, state: undefined };
    const conversations = new Conversations();
    assert.deepEqual(conversations.next({ ...turn, type: "iopub_welcome", id: "m1" }), []);
    assert.deepEqual(conversations.next({ ...turn, type: "comm_msg", id: "m2" }), []);
  });
});
