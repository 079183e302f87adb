import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { temporaryFolder } from "../client/environment.ts";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";

/** Gives cells the C library's functions under `c`. */
const nativeCode = `import captureKoffi from "koffi";
const captureLibrary = captureKoffi.load(null);
const c = {
  printf: captureLibrary.func("int printf(const char *format, ...)"),
  write: captureLibrary.func("intptr_t write(int descriptor, const void *from, size_t length)"),
};`;

describe("output of child processes and native code", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute(
      `import { execSync, spawn, spawnSync } from "node:child_process"; import fs from "node:fs"; ${nativeCode}`,
    );
  });
  after(() => kernel.stop());

  it("tells stdout from stderr", async () => {
    const answered = await kernel.execute(
      "spawnSync('sh', ['-c', 'echo out; echo err >&2'], { stdio: 'inherit' });",
    );
    assert.equal(streamText(answered, "stdout"), "out\n");
    assert.equal(streamText(answered, "stderr"), "err\n");
  });

  it("comes in order with what the cell prints before and after it", async () => {
    const answered = await kernel.execute(
      `for (let i = 0; i < 20; i++) {
        console.log("cell " + i);
        execSync("echo child " + i, { stdio: "inherit" });
      }
      console.log("end");`,
    );
    const lines = Array.from({ length: 20 }, (_, i) => `cell ${i}\nchild ${i}\n`);
    assert.equal(streamText(answered, "stdout"), `${lines.join("")}end\n`);
  });

  it("comes in order, too, where the cell printed much before", async () => {
    const answered = await kernel.execute(
      `for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 10_000; i++) console.log("x".repeat(200));
        execSync("echo child", { stdio: "inherit" });
      }`,
    );
    const runs = streamText(answered, "stdout").replaceAll(/(?:x+\n)+/g, ([x]) => `many ${x}\n`);
    assert.equal(runs, "many x\nchild\n".repeat(3));
  });

  it("comes after what the cell printed before it started a child that it does not wait for", async () => {
    const answered = await kernel.execute(
      `for (let i = 0; i < 10; i++) {
        console.log("cell " + i);
        await new Promise((done) => spawn("echo", ["child " + i], { stdio: "inherit" }).on("exit", done));
      }`,
    );
    const lines = Array.from({ length: 10 }, (_, i) => `cell ${i}\nchild ${i}\n`);
    assert.equal(streamText(answered, "stdout"), lines.join(""));
  });

  it("comes while the cell still blocks", async () => {
    const id = kernel.begin("execSync('echo started; sleep 1.5', { stdio: 'inherit' });");
    await kernel.published(id, ({ type }) => type === "stream");
    assert.ok(
      !kernel.received.some(({ parent, type }) => parent === id && type === "execute_reply"),
    );
    await kernel.answer(id);
  });

  it("is complete, in order and before idle: 10 MB of a child process", async () => {
    const answered = await kernel.execute(
      "spawnSync('seq', ['-f', '%099.0f', '100000'], { stdio: 'inherit' });",
    );
    const lines = streamText(answered, "stdout").split("\n");
    assert.equal(lines.length, 100_001);
    assert.ok(lines.every((line, i) => i === 100_000 || Number(line) === i + 1));
    assert.equal(answered.published.at(-1)?.type, "status");
  });

  it("is complete and before idle: what native code prints, with or without a line's end", async () => {
    for (let round = 0; round < 20; round++) {
      const answered = await kernel.execute(`c.printf("printed ${round}");`);
      assert.equal(streamText(answered, "stdout"), `printed ${round}`);
    }
  });

  it("is complete: 10 MB in one write of native code", async () => {
    const answered = await kernel.execute(
      "const captureBig = Buffer.alloc(10_000_000, 'x'); c.write(2, captureBig, captureBig.length)",
    );
    assert.equal(streamText(answered, "stderr").length, 10_000_000);
    assert.match(streamText(answered, "stderr"), /^x+$/);
  });

  it("includes TensorFlow's log", async function () {
    this.timeout(60_000);
    // The kernelspec asks TensorFlow to be quiet.
    await kernel.execute('process.env.TF_CPP_MIN_LOG_LEVEL = "0";');
    const answered = await kernel.execute('import * as captureTf from "@tensorflow/tfjs-node"; 1;');
    assert.equal(answered.reply.status, "ok");
    assert.match(streamText(answered, "stderr"), /TensorFlow/);
  });

  it("puts characters together that arrive in pieces", async () => {
    const answered = await kernel.execute(
      `for (const byte of Buffer.from("a😀ß")) {
        c.write(1, Buffer.of(byte), 1);
        await new Promise((done) => setTimeout(done, 20));
      }`,
    );
    assert.equal(streamText(answered, "stdout"), "a😀ß");
  });

  it("is not disturbed where the cell reads it", async () => {
    assert.equal(await kernel.evaluate("execSync('echo piped').toString()"), "'piped\\n'");
    const answered = await kernel.execute(
      `const captureChild = spawn("sh", ["-c", "cat; echo err >&2"]);
      captureChild.stdout.on("data", (data) => console.log("read", String(data)));
      captureChild.stderr.on("data", (data) => console.log("read", String(data)));
      captureChild.stdin.end("typed");
      await new Promise((done) => captureChild.on("close", done));`,
    );
    assert.equal(streamText(answered, "stdout"), "read typed\nread err\n\n");
  });

  it("of a child left behind goes to the latest cell, and does not hold up any", async () => {
    const first = await kernel.execute(
      "spawn('sh', ['-c', 'echo early; sleep 1; echo late; sleep 1000'], { stdio: 'inherit', detached: true }).unref();\n" +
        "await new Promise((done) => setTimeout(done, 300));",
    );
    assert.equal(streamText(first, "stdout"), "early\n");
    const second = kernel.begin("'second'");
    const { published } = await kernel.answer(second);
    assert.ok(!published.some(({ type }) => type === "stream"));
    await kernel.execute("1", { silent: true, store_history: false });
    const late = await kernel.published(second, ({ type }) => type === "stream");
    assert.equal(late.content.text, "late\n");
  });

  it("of worker threads arrives, whatever they print with", async () => {
    const answered = await kernel.execute(
      `import { Worker } from "node:worker_threads";
      const captureWorker = new Worker("console.log('console'); console.error('error'); require('fs').writeSync(1, 'descriptor\\\\n')", { eval: true });
      await new Promise((done) => captureWorker.on("exit", done));`,
    );
    assert.deepEqual(streamText(answered, "stdout").split("\n").sort(), [
      "",
      "console",
      "descriptor",
    ]);
    assert.equal(streamText(answered, "stderr"), "error\n");
  });

  it("leaves the kernel's log alone", async () => {
    kernel.sendFrames("shell", ["not", "a message"]);
    await kernel.until(() => kernel.log().includes("message on shell dropped"), "the log");
    const answered = await kernel.execute("execSync('echo shown >&2', { stdio: 'inherit' });");
    assert.equal(streamText(answered, "stderr"), "shown\n");
    assert.doesNotMatch(kernel.log(), /shown/);
  });
});

describe("output of child processes, where descriptors cannot be captured", () => {
  it("stays in the kernel's log, which says why; all else works", async () => {
    const hook = join(temporaryFolder(), "no-koffi.cjs");
    writeFileSync(
      hook,
      `const { registerHooks } = require("node:module");
      registerHooks({
        resolve(name, context, next) {
          if (name === "koffi") throw new Error("no binary for this platform");
          return next(name, context);
        },
      });`,
    );
    const env = { DAYLAB_TYPES: "off", NODE_OPTIONS: `--require=${hook}` };
    const kernel = await JupyterClient.start({ env });
    try {
      const answered = await kernel.execute(
        `import { execSync } from "node:child_process"; console.log("a"); execSync("echo b >&2", { stdio: "inherit" }); console.log("c")`,
      );
      assert.equal(streamText(answered, "stdout"), "a\nc\n");
      assert.equal(streamText(answered, "stderr"), "");
      assert.match(kernel.log(), /stays in this log: no binary for this platform\nb\n/);
    } finally {
      await kernel.stop();
    }
  });
});
