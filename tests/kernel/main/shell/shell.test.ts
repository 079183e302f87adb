import assert from "node:assert/strict";
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { after, before, describe, it } from "mocha";
import { temporaryFolder } from "../../client/environment.ts";
import { JupyterClient, streamText } from "../../client/jupyter-client.ts";

describe("a line that starts with !", () => {
  let kernel: JupyterClient;
  const folder = realpathSync(temporaryFolder());
  before(async () => {
    const bin = join(folder, "node_modules", ".bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, "greet"), "#!/bin/sh\necho greetings\n", { mode: 0o755 });
    kernel = await JupyterClient.start({ cwd: folder, env: { DAYLAB_TYPES: "warn" } });
  });
  after(() => kernel.stop());

  const alive = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  it("runs a command, and TypeScript goes on around it", async () => {
    const answered = await kernel.execute(
      "const shellCount: number = 6\n!echo one; echo two >&2\nconsole.log('three')\nshellCount * 7",
    );
    assert.equal(answered.reply.status, "ok", String(answered.reply.evalue));
    assert.match(streamText(answered, "stdout"), /^one\n(.*\n)*three\n$/);
    assert.equal(streamText(answered, "stderr"), "two\n");
    const result = answered.published.find(({ type }) => type === "execute_result");
    assert.deepEqual(result?.content.data, { "text/plain": "42" });
  });

  it("shows no result of its own", async () => {
    const { published } = await kernel.execute("!echo hi");
    assert.ok(!published.some(({ type }) => type === "execute_result"));
  });

  it("runs in the notebook's folder, and after process.chdir in that", async () => {
    assert.equal(streamText(await kernel.execute("!pwd"), "stdout"), `${folder}\n`);
    const moved = await kernel.execute("process.chdir('node_modules')\n!pwd\nprocess.chdir('..')");
    assert.equal(streamText(moved, "stdout"), `${folder}/node_modules\n`);
  });

  it("finds the programs of installed packages", async () => {
    assert.equal(streamText(await kernel.execute("!greet"), "stdout"), "greetings\n");
  });

  it("finds npm", async () => {
    const answered = await kernel.execute("!npm --version");
    assert.match(streamText(answered, "stdout"), /^\d+\.\d+\.\d+\n$/);
  });

  it("passes quotes, variables and pipes to the shell as they are", async () => {
    const answered = await kernel.execute(
      '!X="it\'s 😀"; echo "$X ${X} `echo back`" \'a\\tb\' | cat',
    );
    assert.match(streamText(answered, "stdout"), /^it's 😀 it's 😀 back a(\\|\t)t?b\n$/);
  });

  it("goes on in the next line after a backslash", async () => {
    const answered = await kernel.execute("!echo one \\\n  two\nthrow new Error('here')");
    assert.equal(streamText(answered, "stdout"), "one two\n");
    const shown = (answered.reply.traceback as string[]).join("\n");
    assert.match(stripVTControlCharacters(shown), /> 3 │ throw new Error\('here'\)/);
  });

  it("shows output while the command still runs", async () => {
    const id = kernel.begin("!echo started; sleep 30");
    await kernel.published(id, ({ type }) => type === "stream");
    assert.ok(!kernel.received.some(({ parent, channel }) => parent === id && channel === "shell"));
    kernel.interrupt();
    await kernel.answer(id);
  });

  it("fails with the command: the error names it, its exit code and its line", async () => {
    const { reply } = await kernel.execute("const shellBefore = 1\n!exit 3\nconst shellAfter = 1");
    assert.deepEqual(
      [reply.ename, reply.evalue],
      ["ShellError", "The command `exit 3` ended with exit code 3"],
    );
    const traceback = stripVTControlCharacters((reply.traceback as string[]).join("\n"));
    assert.match(traceback, /> 2 │ !exit 3/);
    assert.equal(await kernel.evaluate("shellBefore"), "1");
  });

  it("says what ended the command where that was a signal", async () => {
    const { reply } = await kernel.execute("!kill -TERM $$");
    assert.equal(reply.evalue, "The command `kill -TERM $$` was ended by SIGTERM");
  });

  it("a command that is not there is an error with the shell's own words", async () => {
    const answered = await kernel.execute("!no-such-program --now");
    assert.match(String(answered.reply.evalue), /ended with exit code 127/);
    assert.match(streamText(answered, "stderr"), /no-such-program: (command )?not found/);
  });

  it("says that cd has no effect", async () => {
    const answered = await kernel.execute("!cd /");
    assert.match(streamText(answered, "stderr"), /process\.chdir/);
    assert.equal(streamText(await kernel.execute("!pwd"), "stdout"), `${folder}\n`);
  });

  for (const [what, command] of [
    ["the command and all that it started", "sh -c 'echo pid $$; sleep 60' & wait"],
    ["also what ignores Ctrl-C", "sh -c 'trap \"\" INT; echo pid $$; sleep 60; sleep 60'"],
  ]) {
    it(`Stop ends ${what}`, async () => {
      const id = kernel.begin(`!${command}`);
      const { content } = await kernel.published(id, ({ type }) => type === "stream");
      const pid = Number(/pid (\d+)/.exec(String(content.text))?.[1]);
      assert.ok(alive(pid));
      kernel.interrupt();
      assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
      assert.equal(await kernel.evaluate("1"), "1");
      for (let i = 0; alive(pid) && i < 100; i++) await sleep(100);
      assert.ok(!alive(pid));
    });
  }

  it("a command that leaves a program behind ends", async () => {
    const answered = await kernel.execute("!echo left; sleep 60 & echo $!");
    const [, pid] = /left\n(\d+)/.exec(streamText(answered, "stdout"))!;
    assert.equal(answered.reply.status, "ok");
    process.kill(Number(pid), "SIGKILL");
  });

  it("prints 5 MB in full", async () => {
    const answered = await kernel.execute("!head -c 5000000 /dev/zero | tr '\\0' x");
    assert.equal(streamText(answered, "stdout").length, 5_000_000);
  });

  it("is no mistake to the type checker, and its neighbours are still checked", async () => {
    const id = kernel.begin("!echo hi there\nconst shellWrong: string = 5");
    await kernel.answer(id);
    const found = await kernel.published(
      id,
      ({ type, content }) => type === "stream" && content.name === "stderr",
    );
    const text = stripVTControlCharacters(String(found.content.text));
    assert.match(text, /TS2322.*\(line 2, column 7\)/);
    assert.doesNotMatch(text, /line 1/);
  });

  it("completes no names inside a command, and as ever beside it", async () => {
    const complete = async (code: string) =>
      (await kernel.request("shell", "complete_request", { code, cursor_pos: code.length })).reply
        .matches as string[];
    assert.deepEqual(await complete("!npm install con"), []);
    assert.ok((await complete("!npm install x\ncons")).includes("console"));
  });

  for (const [code, status] of [
    ["!npm install x", "complete"],
    ["!ls -l", "complete"],
    ["!echo \"it's\" unfinished' |", "complete"],
    ["!echo one \\", "incomplete"],
    ["!ls\nfunction f() {", "incomplete"],
    ["!done && (", "incomplete"],
  ]) {
    it(`is_complete_request: ${JSON.stringify(code)} is ${status}`, async () => {
      if (code.startsWith("!done")) await kernel.execute("const done = true");
      const { reply } = await kernel.request("shell", "is_complete_request", { code });
      assert.equal(reply.status, status);
    });
  }

  describe("where it is TypeScript stays so", () => {
    for (const [code, text] of [
      ["const shellDone = false\n!shellDone", "true"],
      ["!shellDone", "true"],
      ["let shellSet = 0\n!shellDone && (shellSet = 1)\nshellSet", "1"],
      ["let shellTwo = 0\n!shellDone &&\n  (shellTwo = 2)\nshellTwo", "2"],
      ["true &&\n!shellDone", "true"],
      ["[\n!shellDone,\n!true\n]", "[ true, false ]"],
      ["`\n!echo no\n`", "'\\n!echo no\\n'"],
      ["/*\n!echo no\n*/ 1", "1"],
      ["!function () { return 0 }()", "true"],
      ["!(() => {\n  return 1\n})()", "false"],
      ["!!'a'", "true"],
      ["var shellLate; !shellLate", "true"],
      ["!globalThis", "false"],
    ]) {
      it(JSON.stringify(code), async () => {
        assert.equal(await kernel.evaluate(code), text);
      });
    }
  });

  describe("shell()", () => {
    it("gives what the command printed, and its exit code", async () => {
      assert.equal(
        await kernel.evaluate("await shell('echo out; echo err >&2; exit 4')"),
        "{ stdout: 'out\\n', stderr: 'err\\n', code: 4 }",
      );
    });

    it("takes a folder, variables and input", async () => {
      const code =
        "await shell('pwd; echo $GREETING; cat', { cwd: '/', env: { GREETING: 'hej' }, input: 'typed' })";
      assert.equal(
        await kernel.evaluate(code),
        "{ stdout: '/\\nhej\\ntyped', stderr: '', code: 0 }",
      );
    });

    it("several run at once", async () => {
      const code =
        "(await Promise.all([1, 2, 3].map((i) => shell(`sleep 0.2; echo ${i}`)))).map(({ stdout }) => stdout.trim())";
      assert.equal(await kernel.evaluate(code), "[ '1', '2', '3' ]");
    });

    for (const [code, message] of [
      ["shell('')", /needs a command such as "ls -l" and got ''/],
      ["shell(5 as never)", /and got 5/],
      ["shell('ls', { cwd: '/not/there' })", /There is no folder \/not\/there/],
    ] as const) {
      it(`${code} is an error that says what it wants`, async () => {
        const { reply } = await kernel.execute(`await ${code}`);
        assert.match(String(reply.evalue), message);
      });
    }
  });

  it("the end of the kernel ends what still runs", async () => {
    const other = await JupyterClient.start();
    const id = other.begin("!echo pid $$; sleep 60");
    const { content } = await other.published(id, ({ type }) => type === "stream");
    const pid = Number(/pid (\d+)/.exec(String(content.text))?.[1]);
    other.send("control", "shutdown_request", { restart: false });
    for (let i = 0; alive(pid) && i < 100; i++) await sleep(100);
    assert.ok(!alive(pid));
    await other.stop();
  });
});
