import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText, type Received } from "../client/jupyter-client.ts";

describe("what cells put out", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start();
  });
  after(() => kernel.stop());

  it("is complete and in order for each of 1 000 cells sent at once", async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) =>
      kernel.begin(`console.log("a${i}"); console.error("b${i}"); console.log("c${i}"); ${i}`),
    );
    await kernel.answer(ids.at(-1)!);
    const mine = new Map<string, Received[]>(ids.map((id) => [id, []]));
    for (const message of kernel.received) mine.get(message.parent)?.push(message);
    for (const [i, id] of ids.entries()) {
      const published = mine.get(id)!.filter(({ channel }) => channel === "iopub");
      const told = published.map(
        ({ type, content }) => content.text ?? content.execution_state ?? type,
      );
      assert.deepEqual(told, [
        ...["busy", "execute_input", `a${i}\n`, `b${i}\n`, `c${i}\n`, "execute_result", "idle"],
      ]);
    }
    const replies = kernel.received.filter(({ type }) => type === "execute_reply");
    assert.deepEqual(
      replies.map(({ parent }) => parent),
      ids,
    );
    assert.deepEqual(
      replies.map(({ content }) => content.execution_count),
      ids.map((_, i) => i + 1),
    );
  });

  it("is complete in one write of 10 MB, in messages that are no load", async () => {
    const answered = await kernel.execute("process.stdout.write('0123456789'.repeat(1_000_000))");
    assert.equal(streamText(answered, "stdout"), "0123456789".repeat(1_000_000));
    const texts = answered.published.filter(({ type }) => type === "stream");
    assert.ok(texts.every(({ content }) => String(content.text).length <= 1 << 17));
  });

  it("may be an image of 50 MB", async () => {
    const { published } = await kernel.execute(
      `console.log("before");
      display({ [Symbol.for("Jupyter.display")]: () => ({ "image/png": "A".repeat(50_000_000), "text/plain": "big" }) });
      console.log("after")`,
    );
    const order = published.map(({ type, content }) => content.text ?? type).slice(2, -1);
    assert.deepEqual(order, ["before\n", "display_data", "after\n"]);
    const { data } = published.find(({ type }) => type === "display_data")!.content;
    assert.equal((data as Record<string, string>)["image/png"].length, 50_000_000);
  });

  it("is in order where text, displays, updates, clearing and child processes alternate", async () => {
    const { published } = await kernel.execute(
      `import { execSync } from "node:child_process";
      const orderHandle = display("shown");
      for (let i = 0; i < 30; i++) {
        console.log("text", i);
        display.html("<b>" + i + "</b>");
        console.error("error", i);
        orderHandle.update(i);
        display.clear(i % 2 === 1);
        console.log("more", i);
        if (i % 10 === 0) execSync("echo child", { stdio: "inherit" });
        display.clear();
      };`,
    );
    const outputs = published.filter(({ type }) => /stream|display|clear/.test(type)).slice(1);
    const order = outputs.map(({ type, content }) => {
      const { text, wait } = content as { text?: string; wait?: boolean };
      return text ?? wait ?? type;
    });
    // Text of one stream may come in one message or in several.
    const told = order.join("|").replaceAll("\n|child", "\nchild");
    const round = (i: number) => [
      ...[`text ${i}\n`, "display_data", `error ${i}\n`, "update_display_data", i % 2 === 1],
      ...[`more ${i}\n${i % 10 === 0 ? "child\n" : ""}`, false],
    ];
    assert.equal(told, Array.from({ length: 30 }, (_, i) => round(i).join("|")).join("|"));
  });
});
