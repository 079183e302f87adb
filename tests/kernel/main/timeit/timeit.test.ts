import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { Timing } from "../../../../kernel/src/main/timeit/timing.ts";
import type { JupyterClient } from "../../client/jupyter-client.ts";
import { sharedKernel } from "../../client/shared-kernel.ts";

describe("timeit", () => {
  let kernel: JupyterClient;
  before(async () => {
    kernel = await sharedKernel();
  });

  it("shows mean and deviation with runs and loops", async () => {
    const text = await kernel.evaluate("timeit(() => Math.hypot(3, 4), { runs: 3 })");
    assert.match(
      text!,
      /^'?\d+(\.\d+)? (ns|µs) ± \d+(\.\d+)? (ns|µs) per loop \(mean ± std of 3 runs, [125][0\u202f]* loops each\)/,
    );
  });

  it("gives seconds for one call, of every run", async () => {
    const code =
      "const timeitSleep = await timeit(() => new Promise((go) => setTimeout(go, 20)), { runs: 2, loops: 3 });\n" +
      "[timeitSleep.runs.length, timeitSleep.loops, timeitSleep.runs.every((s) => s > 0.015 && s < 2)]";
    assert.equal(await kernel.evaluate(code), "[ 2, 3, true ]");
  });

  it("calls a function as often as it says, and once before", async () => {
    const code =
      "let timeitCalls = 0; timeit(() => timeitCalls++, { runs: 4, loops: 5 }); timeitCalls";
    assert.equal(await kernel.evaluate(code), "21");
  });

  it("finds the number of loops with which a run takes 0.2 s", async () => {
    const code =
      "const timeitSpin = () => { const end = performance.now() + 30; while (performance.now() < end); };\n" +
      "const timeitSpun = timeit(timeitSpin, { runs: 1 }); [timeitSpun.loops, timeitSpun.best >= 0.03]";
    assert.equal(await kernel.evaluate(code), "[ 10, true ]");
  });

  for (const [what, fn] of [
    ["a synchronous", "() => { console.log('on'); for (let i = 0; i < 1e9; i++); }"],
    [
      "an asynchronous",
      "async () => { console.log('on'); await new Promise((go) => setTimeout(go, 50)); }",
    ],
    [
      "a promise-returning",
      "() => { if (timeitOnce) console.log('on'); timeitOnce = false; return require('node:fs/promises').readdir('.'); }",
    ],
    [
      "one that never waits",
      "async () => { if (timeitOnce) console.log('on'); timeitOnce = false; }",
    ],
  ]) {
    it(`of ${what} function can be stopped, and then calls it no more`, async () => {
      const id = kernel.begin(
        `let timeitOnce = true; let timeitCount = 0;\nawait timeit(${fn.replace("{", "{ timeitCount++;")}, { loops: 1e9 })`,
      );
      await kernel.published(id, ({ type }) => type === "stream");
      kernel.interrupt();
      assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
      const count = await kernel.evaluate("timeitCount");
      await kernel.execute("await new Promise((go) => setTimeout(go, 200))");
      assert.equal(await kernel.evaluate("timeitCount"), count);
    });
  }

  for (const [code, message] of [
    ["timeit(5 as never)", /needs a function .* and got 5/],
    ["timeit(() => 1, { runs: 0 })", /runs must be a whole number from 1, received 0/],
    ["timeit(() => 1, { loops: 1.5 })", /loops must be a whole number from 1, received 1.5/],
    ["timeit(() => { throw new Error('mine') })", /^mine$/],
    ["await timeit(async () => { throw new Error('mine') })", /^mine$/],
  ] as const) {
    it(`${code} is an error`, async () => {
      assert.match(String((await kernel.execute(code)).reply.evalue), message);
    });
  }

  for (const [runs, loops, text] of [
    [
      [1.2e-6, 1.3e-6],
      100_000,
      "1.25 µs ± 0.05 µs per loop (mean ± std of 2 runs, 100\u202f000 loops each)",
    ],
    [[2], 1, "2.00 s ± 0.00 s per loop (mean ± std of 1 run, 1 loop each)"],
    [[0.0123, 0.0125], 10, "12.4 ms ± 0.1 ms per loop (mean ± std of 2 runs, 10 loops each)"],
    [
      [4e-7],
      1_000_000,
      "400 ns ± 0 ns per loop (mean ± std of 1 run, 1\u202f000\u202f000 loops each)",
    ],
    [[3e-11], 10, "0.03 ns ± 0.00 ns per loop (mean ± std of 1 run, 10 loops each)"],
    [[75], 1, "75.0 s ± 0.0 s per loop (mean ± std of 1 run, 1 loop each)"],
  ] as const) {
    it(`is shown as ${text}`, () => {
      assert.equal(String(new Timing(runs, loops)), text);
    });
  }
});
