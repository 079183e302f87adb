import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { streamText, type JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

/** Each prints "late" some time after its cell has ended, when another cell runs. */
const late = {
  "a timer": "setTimeout(() => console.log('late'), 300);",
  "a promise":
    "void (async () => { await new Promise((done) => setTimeout(done, 300)); console.log('late') })();",
  "an interval":
    "{ const lateTimer = setInterval(() => { console.log('late'); clearInterval(lateTimer) }, 300) }",
  "an event of a child process":
    "(await import('node:child_process')).exec('sleep 0.3', () => console.log('late'));",
  "the output of a child process, piped":
    "(await import('node:child_process')).spawn('sh', ['-c', 'sleep 0.3; echo late']).stdout.pipe(process.stdout);",
  "a read of a file": `(await import('node:fs')).readFile(process.execPath, async () => {
    await new Promise((done) => setTimeout(done, 300)); console.log('late');
  });`,
  "a stream": `(await import('node:stream')).Readable.from((async function* () {
    await new Promise((done) => setTimeout(done, 300)); yield 'late\\n';
  })()).pipe(process.stdout);`,
  "a message of a worker thread": `new (await import('node:worker_threads')).Worker(
    "setTimeout(() => require('node:worker_threads').parentPort.postMessage(1), 300)", { eval: true },
  ).on('message', () => console.log('late'));`,
  "the console of a worker thread": `new (await import('node:worker_threads')).Worker(
    "setTimeout(() => console.log('late'), 300)", { eval: true });`,
};

describe("output after the end of its cell", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  for (const [what, code] of Object.entries(late)) {
    it(`of ${what} goes to the cell that started it`, async () => {
      const first = kernel.begin(`${code} 'first'`);
      await kernel.answer(first);
      const second = await kernel.execute(
        "console.log('own'); await new Promise((done) => setTimeout(done, 600)); console.log('own')",
      );
      assert.equal(streamText(second, "stdout"), "own\nown\n");
      const { content } = await kernel.published(first, ({ type }) => type === "stream");
      assert.equal(content.text, "late\n");
    });
  }
});
