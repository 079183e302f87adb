import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { streamText, type JupyterClient } from "../client/jupyter-client.ts";
import { sharedKernel } from "../client/shared-kernel.ts";

describe("what is written to descriptors 1 and 2", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
    await kernel.execute('import descriptorFs, { writeSync as descriptorWrite } from "node:fs";');
  });

  it("comes in order with the console", async () => {
    const answered = await kernel.execute(
      `for (let i = 0; i < 200; i++) {
        console.log("console", i);
        descriptorWrite(1, "text " + i + "\\n");
        descriptorFs.writeSync(1, Buffer.from("-bytes " + i + "\\n"), 1);
      }`,
    );
    const lines = Array.from({ length: 200 }, (_, i) => `console ${i}\ntext ${i}\nbytes ${i}\n`);
    assert.equal(streamText(answered, "stdout"), lines.join(""));
  });

  it("may be given in every form that fs.write takes", async () => {
    const { reply, published } = await kernel.execute(
      `const descriptorDone = [
        descriptorFs.writeSync(1, "aGk=", null, "base64"),
        descriptorFs.writeSync(1, Buffer.from("-range-"), 1, 5),
        descriptorFs.writeSync(1, Buffer.from("-object-"), { offset: 1, length: 6 }),
        descriptorFs.writevSync(1, [Buffer.from("<"), Buffer.from(">")]),
        await new Promise((done) => descriptorFs.write(1, "callback", (error, length) => done(length))),
        (await (await import("node:util")).promisify(descriptorFs.write)(1, Buffer.from("promise"))).bytesWritten,
      ];
      await new Promise((done) => descriptorFs.createWriteStream("", { fd: 1, autoClose: false }).end("stream", done));
      descriptorDone.join()`,
    );
    assert.equal(reply.status, "ok");
    assert.equal(
      streamText({ reply, published }, "stdout"),
      "hirangeobject<>callbackpromisestream",
    );
    const result = published.find(({ type }) => type === "execute_result")?.content;
    assert.equal((result?.data as Record<string, string>)["text/plain"], "'2,5,6,2,8,7'");
  });

  it("is refused where Node.js refuses it", async () => {
    const { reply } = await kernel.execute("descriptorFs.writeSync(1, 5 as any)");
    assert.equal(reply.ename, "TypeError");
    assert.match(String(reply.evalue), /"buffer" argument/);
  });

  it("is in the stream of its descriptor, 10 MB at once", async () => {
    const answered = await kernel.execute(
      "descriptorFs.writeSync(2, 'y'.repeat(10_000_000)); console.error('|')",
    );
    const text = streamText(answered, "stderr");
    assert.equal(text.length, 10_000_002);
    assert.ok(/^y+\|\n$/.test(text));
  });

  it("of a timer goes to the cell that set it", async () => {
    const first = kernel.begin("setTimeout(() => descriptorFs.writeSync(1, 'late'), 200); 1");
    await kernel.answer(first);
    const second = await kernel.execute("await new Promise((done) => setTimeout(done, 500))");
    assert.equal(streamText(second, "stdout"), "");
    const late = await kernel.published(first, ({ type }) => type === "stream");
    assert.equal(late.content.text, "late");
  });

  it("may be written past Node's streams: files of these names, and Node's own warnings", async () => {
    const answered = await kernel.execute(
      "descriptorFs.writeFileSync('/dev/stdout', 'file\\n'); process.emitWarning('careful'); await 1",
    );
    assert.equal(streamText(answered, "stdout"), "file\n");
    assert.match(streamText(answered, "stderr"), /Warning: careful/);
  });
});
