import assert from "node:assert/strict";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { startLanguage } from "../../../kernel/src/language/index.ts";
import { Notebook } from "./notebook.ts";

describe("language thread", () => {
  it("answers a thread while the main thread is blocked", async () => {
    const done = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL("./fixtures/protocol-stand-in.ts", import.meta.url), {
      workerData: { directory: import.meta.dirname, done },
      stdout: true,
      stderr: true,
    });
    const message = once(worker, "message");
    assert.equal(Atomics.wait(done, 0, 0, 30_000), "ok");
    assert.deepEqual(await message, [{ codes: [2322], names: ["flat", "flatMap"] }]);
    await once(worker, "exit");
  });

  it("works in a folder that does not exist", async () => {
    const language = startLanguage({ directory: "/no/such/folder" });
    const found = await language.check("import x from './x.ts'; const a: string = 1");
    assert.deepEqual(
      found.map(({ code }) => code),
      [2307, 2322],
    );
    assert.deepEqual((await language.complete("f('./", 5)).items, []);
    await language.stop();
  });

  it("answers in the order of the questions", async () => {
    const notebook = new Notebook();
    const order: number[] = [];
    await Promise.all([
      notebook.check("const a: number = 1").then(() => order.push(1)),
      notebook.language.commit("const b = 1").then(() => order.push(2)),
      notebook.language.isComplete("b").then(() => order.push(3)),
      notebook.check("b.toFixed()").then((found) => order.push(4 + found.length)),
    ]);
    assert.deepEqual(order, [1, 2, 3, 4]);
    await notebook.close();
  });
});

describe("a long notebook", function () {
  this.timeout(180_000);
  let notebook: Notebook;
  before(async () => {
    notebook = new Notebook();
    await notebook.language.commit("const v0 = { n: 0, next: null }; const f0 = () => v0");
    for (let i = 1; i < 300; i++)
      await notebook.language.commit(
        `const v${i} = { n: f${i - 1}().n + 1, last: v${i - 1}.n, rows: [${i}].map((x) => ({ x })) };\n` +
          `const f${i} = () => v${i}; let state = f${i}(); class Step { at = ${i}; of = v${i - 1}.n }`,
      );
  });
  after(() => notebook.close());

  it("300 cells of inferred types have their types at the end", async () => {
    assert.deepEqual(
      await notebook.check("f299().n.toFixed(); v299.rows[0]!.x.toFixed(); v150.last.nope"),
      ["TS2339 1:58 Property 'nope' does not exist on type 'number'."],
    );
    assert.deepEqual(await notebook.complete("v299.ro|"), ["rows"]);
    assert.match(await notebook.inspect("v2|99"), /n: number;\s+last: number;/);
  });

  it("names declared in every cell are those of the last", async () => {
    assert.deepEqual(await notebook.check("state = v299; new Step().of.toFixed()"), []);
    assert.match(String(await notebook.check("state = v0")), /^TS2739 1:1/);
  });

  it("types nested through 300 cells do not overflow the stack", async () => {
    await notebook.language.commit("const deep0 = { end: 1 }");
    for (let i = 1; i <= 300; i++)
      await notebook.language.commit(`const deep${i} = { up: deep${i - 1}, same: [deep${i - 1}] }`);
    const end = `deep300${".up".repeat(300)}.end`;
    const code = `${end}.toFixed(); ${end}.nope`;
    assert.deepEqual(await notebook.check(code), [
      `TS2339 1:${code.length - 3} Property 'nope' does not exist on type 'number'.`,
    ]);
  });

  it("a name declared from itself 300 times, and a variable from the one before, keep their types", async () => {
    await notebook.language.commit(
      "function box<T>(x: T) { return { x } }\nlet box0 = box(1), up = { end: 1 }, total = 0",
    );
    for (let i = 1; i <= 300; i++)
      await notebook.language.commit(
        `let box${i} = box(box${i - 1})\nlet up = { up, same: [up] }, total = total + ${i}`,
      );
    for (const path of [`box300${".x".repeat(301)}`, `up${".up".repeat(300)}.end`]) {
      const code = `total.toFixed(); ${path}.toFixed(); ${path}.nope`;
      assert.deepEqual(await notebook.check(code), [
        `TS2339 1:${code.length - 3} Property 'nope' does not exist on type 'number'.`,
      ]);
    }
  });
});
