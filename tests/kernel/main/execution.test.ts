import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { streamText, type Answered, type JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

const typesOf = ({ published }: Answered) => published.map(({ type }) => type);
const contentOf = ({ published }: Answered, type: string) =>
  published.find((message) => message.type === type)?.content;

describe("execute_request", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  it("publishes busy, input, output, result and idle, in this order", async () => {
    const answered = await kernel.execute("console.log('out'); 40 + 2");
    assert.deepEqual(typesOf(answered), [
      "status",
      "execute_input",
      "stream",
      "execute_result",
      "status",
    ]);
    const count = answered.reply.execution_count;
    assert.equal(answered.reply.status, "ok");
    assert.deepEqual(contentOf(answered, "execute_input"), {
      code: "console.log('out'); 40 + 2",
      execution_count: count,
    });
    assert.deepEqual(contentOf(answered, "execute_result"), {
      execution_count: count,
      data: { "text/plain": "42" },
      metadata: {},
    });
  });

  it("counts one up with every cell", async () => {
    const first = (await kernel.execute("1")).reply.execution_count as number;
    assert.equal((await kernel.execute("2")).reply.execution_count, first + 1);
  });

  it("shows no result after a semicolon, for a declaration, or for undefined", async () => {
    for (const code of ["1 + 1;", "let executeNothing = 1", "undefined"]) {
      assert.equal(contentOf(await kernel.execute(code), "execute_result"), undefined, code);
    }
  });

  it("keeps variables, types stripped, from cell to cell, and lets them be declared again", async () => {
    await kernel.execute("const executeX: number = 5; interface ExecuteI { a: string }");
    assert.equal(await kernel.evaluate("executeX + 1"), "6");
    await kernel.execute("const executeX: string = 'again'");
    assert.equal(await kernel.evaluate("executeX"), "'again'");
  });

  it("awaits at top level", async () => {
    assert.equal(
      await kernel.evaluate("await new Promise<number>((done) => setTimeout(() => done(7), 20))"),
      "7",
    );
  });

  it("answers an error with name, message and traceback, on both channels alike", async () => {
    const answered = await kernel.execute("throw new RangeError('too far')");
    const { status, ename, evalue, traceback } = answered.reply;
    assert.deepEqual([status, ename, evalue], ["error", "RangeError", "too far"]);
    assert.deepEqual(contentOf(answered, "error"), { ename, evalue, traceback });
    assert.ok((traceback as string[]).every((line) => !line.includes("kernel/src/")));
  });

  it("answers code that does not parse with a SyntaxError, and goes on", async () => {
    const { reply } = await kernel.execute("let = = 1");
    assert.deepEqual([reply.status, reply.ename], ["error", "SyntaxError"]);
    assert.equal(await kernel.evaluate("1"), "1");
  });

  it("says what is wrong with a request without code", async () => {
    const { reply } = await kernel.request("shell", "execute_request", { code: 5 });
    assert.equal(reply.status, "error");
    assert.match(String(reply.evalue), /"code" must be a string, received 5/);
  });

  it("silent publishes nothing but status, counts nothing and remembers nothing", async () => {
    const before = (await kernel.execute("0")).reply.execution_count as number;
    const silent = await kernel.execute("console.log('s'); display(1); globalThis.executeS = 9", {
      silent: true,
    });
    assert.deepEqual(typesOf(silent), ["status", "status"]);
    assert.equal(silent.reply.status, "ok");
    const after = await kernel.execute("executeS");
    assert.equal(after.reply.execution_count, before + 1);
    const { reply } = await kernel.request("shell", "history_request", {
      hist_access_type: "tail",
      n: 2,
    });
    assert.deepEqual(
      (reply.history as string[][]).map(([, , code]) => code),
      ["0", "executeS"],
    );
  });

  it("store_history: false counts nothing and remembers nothing, but publishes", async () => {
    const before = (await kernel.execute("0")).reply.execution_count as number;
    const answered = await kernel.execute("'unstored'", { store_history: false });
    assert.ok(typesOf(answered).includes("execute_result"));
    assert.equal((await kernel.execute("1")).reply.execution_count, before + 1);
  });

  it("evaluates user_expressions after the cell, each with its own status", async () => {
    const { reply } = await kernel.execute("const executeU = 20", {
      user_expressions: {
        twice: "executeU * 2",
        broken: "nowhere.near",
        typed: "executeU as number",
      },
    });
    const { twice, broken, typed } = reply.user_expressions as Record<
      string,
      Record<string, unknown>
    >;
    assert.deepEqual(twice, { status: "ok", data: { "text/plain": "40" }, metadata: {} });
    assert.deepEqual([broken.status, broken.ename], ["error", "ReferenceError"]);
    assert.equal(typed.status, "ok");
  });

  it("aborts the cells sent after one that fails, and runs what is sent afterwards at once", async () => {
    const ids = [
      "await new Promise((done) => setTimeout(done, 300)); throw new Error('stop')",
      "globalThis.executeMustNotRun = 1",
      "2",
    ].map((code) => kernel.begin(code));
    const statuses = [];
    for (const id of ids) statuses.push((await kernel.answer(id)).reply.status);
    assert.deepEqual(statuses, ["error", "aborted", "aborted"]);
    assert.equal(await kernel.evaluate("typeof executeMustNotRun"), "'undefined'");
  });

  it("goes on after an error where stop_on_error is false", async () => {
    const first = kernel.begin("await 0; throw new Error('go on')", { stop_on_error: false });
    const second = kernel.begin("'ran'");
    assert.equal((await kernel.answer(first)).reply.status, "error");
    assert.equal((await kernel.answer(second)).reply.status, "ok");
  });

  it("process.exit() ends the cell with a clear message, not the kernel", async () => {
    const answered = await kernel.execute(
      "const executeKept = 3; process.exit(2); console.log('on')",
    );
    assert.equal(answered.reply.ename, "ProcessExit");
    assert.match(String(answered.reply.evalue), /process\.exit\(2\) ended the cell/);
    assert.equal(streamText(answered, "stdout"), "");
    assert.equal(await kernel.evaluate("executeKept"), "3");
  });

  it("imports Node's modules, and gives require and __dirname of the notebook's folder", async () => {
    assert.equal(
      await kernel.evaluate('import { basename } from "node:path";\nbasename("/a/b")'),
      "'b'",
    );
    assert.equal(await kernel.evaluate("__dirname === process.cwd()"), "true");
    assert.equal(await kernel.evaluate('typeof require("node:fs").readFileSync'), "'function'");
  });
});
