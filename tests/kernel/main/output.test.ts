import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { streamText, type JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("output", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  it("tells stdout from stderr", async () => {
    const answered = await kernel.execute(
      "console.log('a', 1, { b: [2] }); console.error('c'); process.stdout.write('d'); console.table([{ e: 1 }])",
    );
    assert.match(streamText(answered, "stdout"), /^a 1 \{ b: \[ 2 \] \}\nd┌/);
    assert.equal(streamText(answered, "stderr"), "c\n");
  });

  it("shows an error without the frames of the kernel", async () => {
    const answered = await kernel.execute(
      "function outputFail() { return new RangeError('far') }\nconsole.error(outputFail()); console.log(new Error('near').stack)",
    );
    const text = streamText(answered, "stderr");
    assert.match(text, /^RangeError: far\n {4}at outputFail \(.*\)\n {4}at \S+\n$/);
    assert.equal(streamText(answered, "stdout").split("\n").length, 3);
  });

  it("has no colours", async () => {
    const answered = await kernel.execute("console.log({ a: 1, b: 'x', c: null })");
    assert.equal(streamText(answered, "stdout"), "{ a: 1, b: 'x', c: null }\n");
  });

  it("puts characters together that were written in pieces", async () => {
    const answered = await kernel.execute(
      "const outputBytes = Buffer.from('😀'); process.stdout.write(outputBytes.subarray(0, 2)); process.stdout.write(outputBytes.subarray(2));",
    );
    assert.equal(streamText(answered, "stdout"), "😀");
  });

  it("takes encodings and callbacks as a stream does", async () => {
    const answered = await kernel.execute(
      "process.stdout.write('aGk=', 'base64'); await new Promise<void>((done) => process.stdout.write('!', () => done()))",
    );
    assert.equal(streamText(answered, "stdout"), "hi!");
  });

  it("comes while the code still blocks", async () => {
    const id = kernel.begin(
      "console.log('started'); { const end = Date.now() + 1500; while (Date.now() < end); }",
    );
    await kernel.published(id, ({ type }) => type === "stream");
    assert.ok(
      !kernel.received.some(({ parent, type }) => parent === id && type === "execute_reply"),
    );
    await kernel.answer(id);
  });

  it("is complete, in order and before idle: 100 000 lines of 100 bytes", async () => {
    const answered = await kernel.execute(
      "for (let i = 0; i < 100_000; i++) console.log(String(i).padStart(99, '.'))",
    );
    const lines = streamText(answered, "stdout").split("\n");
    assert.equal(lines.length, 100_001);
    assert.ok(lines.every((line, i) => i === 100_000 || Number(line.replaceAll(".", "")) === i));
    assert.equal(answered.published.at(-1)?.type, "status");
    const messages = answered.published.filter(({ type }) => type === "stream").length;
    assert.ok(messages < 2_000, `${messages} messages`);
  });

  it("printing without end is held back and can be interrupted", async () => {
    const id = kernel.begin("while (true) console.log('spam '.repeat(20))");
    await kernel.published(id, ({ type }) => type === "stream");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = await kernel.memory();
    kernel.interrupt();
    assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
    assert.ok(before < 700, `${before} MB`);
    assert.equal(await kernel.evaluate("1"), "1");
  });

  it("of a timer goes to the cell that set it", async () => {
    const first = kernel.begin("setTimeout(() => console.log('from the first'), 200); 1");
    await kernel.answer(first);
    const second = await kernel.execute(
      "console.log('from the second'); await new Promise((done) => setTimeout(done, 500))",
    );
    assert.equal(streamText(second, "stdout"), "from the second\n");
    const late = await kernel.published(first, ({ type }) => type === "stream");
    assert.equal(late.content.text, "from the first\n");
  });

  it("of a display that takes its time comes before the end of the cell", async () => {
    const { published } = await kernel.execute(
      "display({ async [Symbol.for('Jupyter.display')]() { await new Promise((done) => setTimeout(done, 100)); return { 'text/plain': 'slow' } } }); 1;",
    );
    assert.ok(published.some(({ type }) => type === "display_data"));
  });

  it("of a display that never comes can be interrupted, and holds up no later cell", async () => {
    const id = kernel.begin(
      "console.log('running'); display({ [Symbol.for('Jupyter.display')]: () => new Promise(() => {}) }); 1;",
    );
    await kernel.published(id, ({ type }) => type === "stream");
    kernel.interrupt();
    assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("1"), "1");
  });

  it("of a display goes out in order with what is printed", async () => {
    const { published } = await kernel.execute(
      "console.log('a'); display('shown'); console.log('b')",
    );
    const order = published.map(({ type }) => type).filter((type) => /stream|display/.test(type));
    assert.deepEqual(order, ["stream", "display_data", "stream"]);
  });
});
