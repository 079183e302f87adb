import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { receiver } from "../../../kernel/src/protocol/pipes.ts";
import { Barrier } from "../../../kernel/src/threads/barrier.ts";
import { OutputFlow } from "../../../kernel/src/threads/flow.ts";
import type { FromMain } from "../../../kernel/src/threads/messages.ts";

describe("messages of the main thread beside the pipes", () => {
  let pending: string[];
  let seen: string[];
  let receive: (message: FromMain) => void;
  const barrier = new Barrier();
  beforeEach(() => {
    pending = [];
    seen = [];
    const kernel = {
      receive: ({ kind }: FromMain) => void seen.push(kind),
      hasRoom: true,
      whenRoom: (action: () => void) => action(),
    };
    const pipes = {
      pause() {},
      resume() {},
      drain: () => void seen.push(...pending.splice(0)),
      restore: () => void seen.push("restored"),
    };
    const buffers = { flow: new OutputFlow().buffer, barrier: barrier.buffer };
    receive = receiver(kernel, pipes, buffers);
  });
  const stream = { kind: "stream", id: 1, name: "stdout", text: "text" } as const;
  const done = { kind: "done", id: 1, evaluated: true, userExpressions: {} } as const;

  it("what is in the pipes comes before the end of the cell", () => {
    receive(stream);
    pending.push("from the pipe");
    receive(done);
    assert.deepEqual(seen, ["stream", "from the pipe", "done"]);
  });

  it("what is in the pipes comes before text that wakes the thread", () => {
    pending.push("from the pipe");
    receive(stream);
    assert.deepEqual(seen, ["from the pipe", "stream"]);
  });

  it("a main thread that waits goes on when the pipes are empty", () => {
    pending.push("from the pipe");
    barrier.wait((turn) => receive({ kind: "settle", turn }));
    assert.deepEqual(seen, ["from the pipe"]);
  });

  it("a process that ends gets its own stderr back", () => {
    barrier.wait((turn) => receive({ kind: "settle", turn, leaving: true }));
    assert.deepEqual(seen, ["restored"]);
  });
});
