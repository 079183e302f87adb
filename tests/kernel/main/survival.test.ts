import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { JupyterClient, streamText } from "../client/jupyter-client.ts";

describe("survival", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    await kernel.execute("let kept = 'kept'");
  });
  after(() => kernel.stop());

  async function stillThere(): Promise<void> {
    assert.equal(await kernel.evaluate("await 0; [kept].map((text) => text)[0]"), "'kept'");
  }

  describe("what ends a process ends the cell, with a message", () => {
    const calls: [string, RegExp][] = [
      ["process.exit()", /^process\.exit\(\) ended the cell\. The kernel goes on/],
      ["process.exit(2)", /^process\.exit\(2\) ended the cell/],
      ["process.abort()", /^process\.abort\(\) ended the cell/],
      ["process.reallyExit(3)", /^process\.reallyExit\(3\) ended the cell/],
      ["process.execve('/bin/true')", /^process\.execve\('\/bin\/true'\) ended the cell/],
      ["process.kill(process.pid)", /^process\.kill\(\d+\) ended the cell/],
      ["process.kill(process.pid, 'SIGINT')", /^process\.kill\(\d+, 'SIGINT'\) ended the cell/],
      ["process.kill(process.pid, 'SIGKILL')", /^process\.kill\(\d+, 'SIGKILL'\) ended the cell/],
      ["process.kill(0, 'SIGTERM')", /^process\.kill\(0, 'SIGTERM'\) ended the cell/],
    ];
    for (const [call, message] of calls) {
      it(call, async () => {
        const answered = await kernel.execute(`${call}; console.log("went on")`);
        assert.equal(answered.reply.ename, "ProcessExit");
        assert.match(String(answered.reply.evalue), message);
        assert.equal(streamText(answered, "stdout"), "");
        await stillThere();
      });
    }

    it("but a signal that asks whether a process is there, or that a cell listens for, is sent", async () => {
      assert.equal(await kernel.evaluate("process.kill(process.pid, 0)"), "true");
      const heard = await kernel.evaluate(
        "await new Promise((heard) => { process.once('SIGUSR2', heard); process.kill(process.pid, 'SIGUSR2') })",
      );
      assert.equal(heard, "'SIGUSR2'");
    });
  });

  describe("an error in a callback is the cell's", () => {
    const cells: [string, string, string][] = [
      ["a microtask", "queueMicrotask(() => { throw new Error('micro') })", "micro"],
      ["the next tick", "process.nextTick(() => { throw new Error('tick') })", "tick"],
      [
        "an event emitter without a listener for errors",
        "import { EventEmitter } from 'node:events'; setTimeout(() => new EventEmitter().emit('error', new Error('emitted')), 1)",
        "emitted",
      ],
      [
        "a stream",
        "import { Readable } from 'node:stream'; new Readable({ read() { this.destroy(new Error('streamed')) } }).resume()",
        "streamed",
      ],
    ];
    for (const [what, code, message] of cells) {
      it(what, async () => {
        const { reply } = await kernel.execute(`${code}; await new Promise(() => {})`);
        assert.equal(reply.evalue, message);
        await stillThere();
      });
    }

    it("also after the cell took all listeners from the process", async () => {
      for (const remove of [
        "process.removeAllListeners()",
        "process.removeAllListeners('unhandledRejection').removeAllListeners('uncaughtException')",
        "for (const listener of process.listeners('uncaughtException')) process.off('uncaughtException', listener)",
      ]) {
        await kernel.execute(remove);
        const { reply } = await kernel.execute(
          "setTimeout(() => { throw new Error('thrown') }, 1); await new Promise(() => {})",
        );
        assert.equal(reply.evalue, "thrown");
        const rejected = await kernel.execute("Promise.reject(new Error('rejected'))");
        assert.equal(rejected.reply.evalue, "rejected");
        await stillThere();
      }
    });
  });

  describe("a stack overflow", () => {
    const cells: [string, string][] = [
      ["in a function", "function down() { return down() + 1 }; down()"],
      ["in an async function", "async function down() { return (await down()) + 1 }; await down()"],
      ["in toString", "`${{ toString() { return `${this}` } }}`"],
    ];
    for (const [what, code] of cells) {
      it(`${what} is the cell's error`, async () => {
        const { reply } = await kernel.execute(code);
        assert.equal(reply.ename, "RangeError");
        assert.match(String(reply.evalue), /Maximum call stack size exceeded/);
        await stillThere();
      });
    }

    it("while a value is shown leaves the value's other forms", async () => {
      for (const method of ["Jupyter.display", "nodejs.util.inspect.custom"]) {
        const code = `({ [Symbol.for("${method}")]: function down() { return down() + 1 } })`;
        const { reply } = await kernel.execute(code);
        assert.equal(reply.status, "ok");
      }
      await stillThere();
    });
  });

  describe("memory", () => {
    for (const [what, code] of [
      ["a typed array", "new Float64Array(1e10)"],
      ["a text", "'x'.repeat(2 ** 30)"],
    ] as const) {
      it(`${what} that cannot be had is the cell's error`, async () => {
        assert.equal((await kernel.execute(code)).reply.ename, "RangeError");
        await stillThere();
      });
    }

    it("a gigabyte is given, and given back", async () => {
      await kernel.evaluate("let gigabyte = new Uint8Array(2 ** 30).fill(1); gigabyte.length");
      const with_ = await kernel.memory();
      assert.ok(with_ > 1024, `${with_} MB`);
      await kernel.execute("gigabyte = null");
      await kernel.execute(
        "import { setFlagsFromString } from 'node:v8'; import { runInNewContext } from 'node:vm';\nsetFlagsFromString('--expose-gc'); runInNewContext('gc')(); await new Promise((done) => setTimeout(done, 50)); runInNewContext('gc')()",
      );
      const without = await kernel.memory();
      assert.ok(without < with_ - 900, `${with_} MB, then ${without} MB`);
    });
  });

  describe("built-ins that a cell replaced", () => {
    const cells: [string, string, string][] = [
      [
        "a method that throws",
        "Array.prototype.map = () => { throw new Error('no map') }",
        "Array.prototype.map",
      ],
      [
        "a method that is gone",
        "delete Array.prototype[Symbol.iterator]",
        "Array.prototype[Symbol(Symbol.iterator)]",
      ],
      ["a global", "globalThis.Promise = null", "Promise"],
      [
        "a trap for every object",
        "Object.defineProperty(Object.prototype, 'kind', { get() { throw new Error('trap') }, configurable: true })",
        "Object.prototype.kind",
      ],
    ];
    for (const [what, code, name] of cells) {
      it(`are put back, and named, where the kernel cannot work with them: ${what}`, async () => {
        const broken = await kernel.execute(code);
        const next = await kernel.execute("[{ a: 1 }].length");
        assert.equal(next.reply.status, "ok");
        const told = streamText(broken, "stderr") + streamText(next, "stderr");
        assert.equal(
          told,
          `${name} was changed in a way that the kernel cannot work with: it was put back.\n`,
        );
        await stillThere();
      });
    }

    it("are left alone where it can", async () => {
      await kernel.execute(
        "Array.prototype.copyWithin = function () { return 'mine' }; globalThis.console = 5",
      );
      assert.equal(await kernel.evaluate("[1].copyWithin(0)"), "'mine'");
      assert.equal((await kernel.execute("let 5")).reply.status, "error");
      assert.equal(await kernel.evaluate("[1].copyWithin(0)"), "'mine'");
      assert.equal(await kernel.evaluate("console"), "5");
    });

    it("may be frozen", async () => {
      await kernel.execute("Object.freeze(globalThis)");
      assert.equal(await kernel.evaluate("let afterFreezing = 6; afterFreezing * 7"), "42");
      await stillThere();
    });
  });
});
