import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, afterEach, before, describe, it } from "mocha";
import { JupyterClient, streamText, type Answered } from "../client/jupyter-client.ts";

const resultOf = ({ published }: Answered) => {
  const result = published.find(({ type }) => type === "execute_result");
  return (result?.content.data as Record<string, string> | undefined)?.["text/plain"];
};

describe("subshells", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start();
  });
  after(() => kernel.stop());

  const create = async () => {
    const { reply } = await kernel.request("control", "create_subshell_request", {});
    assert.equal(reply.status, "ok");
    return reply.subshell_id as string;
  };
  const remove = async (subshell_id: unknown) =>
    (await kernel.request("control", "delete_subshell_request", { subshell_id })).reply;
  const list = async () =>
    (await kernel.request("control", "list_subshell_request", {})).reply.subshell_id as string[];
  const begin = (subshell_id: unknown, code: string, flags = {}) =>
    kernel.begin(code, flags, { header: { subshell_id } });
  const run = (subshell_id: unknown, code: string) => kernel.answer(begin(subshell_id, code));
  const printed = (id: string, text: string) =>
    kernel.published(id, ({ type, content }) => type === "stream" && content.text === text);

  afterEach(async () => {
    for (const id of await list()) await remove(id);
  });

  it("are a feature that the kernel names", async () => {
    const { reply } = await kernel.request("shell", "kernel_info_request", {});
    assert.ok((reply.supported_features as string[]).includes("kernel subshells"));
  });

  it("are made, listed and deleted", async () => {
    assert.deepEqual(await list(), []);
    const ids = [await create(), await create()];
    assert.deepEqual(await list(), ids);
    assert.notEqual(ids[0], ids[1]);
    assert.deepEqual(await remove(ids[0]), { status: "ok" });
    assert.deepEqual(await list(), [ids[1]]);
  });

  for (const id of ["never there", 5, {}, "__proto__"]) {
    it(`one that is not there is an error that names it: ${JSON.stringify(id)}`, async () => {
      const named = `Unknown subshell_id ${JSON.stringify(id)}`;
      const gone = await remove(id);
      assert.deepEqual([gone.status, gone.ename], ["error", "UnknownSubshellError"]);
      assert.ok(String(gone.evalue).startsWith(named), String(gone.evalue));
      // Replies repeat the header of their request, which must be well-formed.
      if (typeof id !== "string") return;
      for (const [type, content] of [
        ["execute_request", { code: "1" }],
        ["kernel_info_request", {}],
      ] as const) {
        const extras = { header: { subshell_id: id } };
        const { reply, published } = await kernel.request("shell", type, content, extras);
        assert.equal(reply.ename, "UnknownSubshellError");
        assert.ok(String(reply.evalue).startsWith(named));
        const states = published.map(({ content }) => content.execution_state);
        assert.deepEqual(states, ["busy", "idle"]);
      }
      assert.equal(await kernel.evaluate("1"), "1");
    });
  }

  it("null and nothing mean the main shell", async () => {
    assert.equal(resultOf(await run(null, "2 + 3")), "5");
  });

  it("share variables and the execution count", async () => {
    const id = await create();
    const first = await run(undefined, "let subshellShared = 1");
    const second = await run(id, "subshellShared++; const subshellOwn = 'here'");
    const third = await run(undefined, "[subshellShared, subshellOwn]");
    assert.equal(resultOf(third), "[ 2, 'here' ]");
    const counts = [first, second, third].map(({ reply }) => Number(reply.execution_count));
    assert.deepEqual(counts, [counts[0], counts[0] + 1, counts[0] + 2]);
  });

  it("run while the main shell's cell awaits, and the other way round", async () => {
    const id = await create();
    for (const [waits, runs] of [
      [undefined, id],
      [id, undefined],
    ]) {
      const waiting = begin(
        waits,
        "let subshellRelease!: () => void; console.log('waiting'); await new Promise<void>((go) => (subshellRelease = go)); 'released'",
      );
      await printed(waiting, "waiting\n");
      await run(runs, "subshellRelease()");
      assert.equal(resultOf(await kernel.answer(waiting)), "'released'");
    }
  });

  it("output goes to the cell that wrote it, turn by turn", async () => {
    const id = await create();
    const ticks = (name: string) =>
      `for (let i = 0; i < 5; i++) { console.log('${name}', i); await new Promise((go) => setTimeout(go, 20)); }`;
    const [main, sub] = [begin(undefined, ticks("main")), begin(id, ticks("sub"))];
    const texts = [await kernel.answer(main), await kernel.answer(sub)].map((answered) =>
      streamText(answered, "stdout"),
    );
    const expected = ["main", "sub"].map((name) => [0, 1, 2, 3, 4].map((i) => `${name} ${i}\n`));
    assert.deepEqual(
      texts,
      expected.map((lines) => lines.join("")),
    );
    const order = kernel.received.filter(
      ({ type, parent }) => type === "stream" && (parent === main || parent === sub),
    );
    const turns = order.filter(({ parent }, i) => parent !== order[i - 1]?.parent).length;
    assert.ok(turns > 4, `${turns} turns`);
  });

  it("each executes its own cells in the order they came", async () => {
    const ids = [undefined, await create(), await create()];
    await run(undefined, "const subshellLog: string[] = []");
    const requests = [0, 1, 2].flatMap((i) =>
      ids.map((id, lane) =>
        begin(id, `await new Promise((go) => setTimeout(go, 30)); subshellLog.push('${lane}${i}')`),
      ),
    );
    for (const request of requests) await kernel.answer(request);
    const log = (await kernel.evaluate("subshellLog.join()"))!.replaceAll("'", "").split(",");
    for (const lane of ["0", "1", "2"]) {
      const own = log.filter((entry) => entry.startsWith(lane));
      assert.deepEqual(own, [`${lane}0`, `${lane}1`, `${lane}2`]);
    }
    assert.notDeepEqual(log, log.toSorted());
  });

  it("an error aborts what waits in its own shell, and nothing else", async () => {
    const id = await create();
    await run(undefined, "let subshellFail!: (error: Error) => void");
    const failing = begin(
      id,
      "console.log('on'); await new Promise<void>((_, no) => (subshellFail = no))",
    );
    await printed(failing, "on\n");
    const behind = begin(id, "'behind'");
    const main = begin(undefined, "await new Promise((go) => setTimeout(go, 150)); 'main'");
    const alsoMain = begin(undefined, "'also main'");
    const other = begin(await create(), "subshellFail(new Error('on purpose'))");
    assert.equal((await kernel.answer(failing)).reply.evalue, "on purpose");
    assert.equal((await kernel.answer(behind)).reply.status, "aborted");
    assert.equal((await kernel.answer(other)).reply.status, "ok");
    assert.equal(resultOf(await kernel.answer(main)), "'main'");
    assert.equal(resultOf(await kernel.answer(alsoMain)), "'also main'");
    assert.equal(resultOf(await run(id, "'again'")), "'again'");
  });

  const never = "console.log('on'); await new Promise(() => {})";

  it("Stop ends the main shell's cell and leaves those of subshells", async () => {
    const id = await create();
    await run(undefined, "let subshellGo!: () => void");
    const sub = begin(
      id,
      "console.log('on'); await new Promise<void>((go) => (subshellGo = go)); 'survived'",
    );
    const main = begin(undefined, never);
    await printed(main, "on\n");
    kernel.interrupt();
    assert.equal((await kernel.answer(main)).reply.ename, "KeyboardInterrupt");
    await sleep(150);
    await run(undefined, "subshellGo()");
    assert.equal(resultOf(await kernel.answer(sub)), "'survived'");
  });

  it("Stop ends the cells of subshells where the main shell has none", async () => {
    const subs = [begin(await create(), never), begin(await create(), never)];
    for (const sub of subs) await printed(sub, "on\n");
    kernel.interrupt();
    for (const sub of subs) {
      assert.equal((await kernel.answer(sub)).reply.ename, "KeyboardInterrupt");
    }
    assert.equal(await kernel.evaluate("1"), "1");
  });

  for (const loop of ["while (true) {}", "await 0; while (true) {}"]) {
    it(`Stop ends a subshell's loop that blocks the main shell: ${loop}`, async () => {
      const id = await create();
      const main = begin(undefined, never);
      await printed(main, "on\n");
      const sub = begin(id, `console.log('blocks'); ${loop}`);
      await printed(sub, "blocks\n");
      kernel.interrupt();
      assert.equal((await kernel.answer(main)).reply.ename, "KeyboardInterrupt");
      assert.equal((await kernel.answer(sub)).reply.ename, "KeyboardInterrupt");
      assert.equal(resultOf(await run(id, "1")), "1");
      assert.equal(resultOf(await run(undefined, "2")), "2");
    });
  }

  it("a cell that computes holds up the other shells until it ends", async () => {
    const id = await create();
    const main = begin(
      undefined,
      "console.log('on'); const subshellEnd = Date.now() + 400;\nwhile (Date.now() < subshellEnd);",
    );
    await printed(main, "on\n");
    const sub = await run(id, "Date.now() >= subshellEnd");
    assert.equal(resultOf(sub), "true");
    await kernel.answer(main);
  });

  it("deleting one lets its cell end and aborts what waits", async () => {
    const id = await create();
    const running = begin(
      id,
      "console.log('on'); await new Promise((go) => setTimeout(go, 200)); 'ended'",
    );
    await printed(running, "on\n");
    const waiting = begin(id, "'must not run'");
    assert.equal((await remove(id)).status, "ok");
    assert.deepEqual(await list(), []);
    assert.equal((await run(id, "1")).reply.ename, "UnknownSubshellError");
    assert.equal(resultOf(await kernel.answer(running)), "'ended'");
    assert.equal((await kernel.answer(waiting)).reply.status, "aborted");
  });

  it("a display that never comes holds up only its own cell", async () => {
    const id = await create();
    const sub = begin(
      id,
      "console.log('on'); display({ [Symbol.for('Jupyter.display')]: () => new Promise(() => {}) }); 1;",
    );
    await printed(sub, "on\n");
    assert.equal(resultOf(await run(undefined, "display('shown'); 2")), "2");
    kernel.interrupt();
    assert.equal((await kernel.answer(sub)).reply.ename, "KeyboardInterrupt");
  });

  it("a question of each is asked, and answered to the right one", async () => {
    const id = await create();
    const ask = (shell: unknown, text: string) =>
      begin(shell, `await input('${text}')`, { allow_stdin: true });
    const [main, sub] = [ask(undefined, "main?"), ask(id, "sub?")];
    const first = await kernel.question(main);
    assert.equal(first.content.prompt, "main? ");
    kernel.reply(first, "to main");
    kernel.reply(await kernel.question(sub), "to sub");
    assert.equal(resultOf(await kernel.answer(main)), "'to main'");
    assert.equal(resultOf(await kernel.answer(sub)), "'to sub'");
  });

  it("comm messages reach their handler from any of them, also while a cell awaits", async () => {
    const id = await create();
    const main = begin(undefined, never);
    await printed(main, "on\n");
    for (const subshell_id of [id, "gone"]) {
      const comm_id = `comm ${subshell_id}`;
      const open = { comm_id, target_name: "nobody's", data: {} };
      kernel.send("shell", "comm_open", open, { header: { subshell_id } });
    }
    kernel.interrupt();
    await kernel.answer(main);
    await kernel.until(
      () => kernel.received.filter(({ type }) => type === "comm_close").length === 2,
      "two comms refused",
    );
  });

  it("a hundred of them work side by side", async () => {
    const ids = await Promise.all(Array.from({ length: 100 }, create));
    const cells = ids.map((id, i) =>
      begin(id, `await new Promise((go) => setTimeout(go, 50)); ${i}`),
    );
    const results = await Promise.all(cells.map((cell) => kernel.answer(cell)));
    assert.deepEqual(
      results.map(resultOf),
      ids.map((_, i) => String(i)),
    );
  });
});
