import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, it } from "mocha";
import { Evaluator, type Outcome } from "../../../kernel/src/main/evaluate.ts";

const evaluator = new Evaluator();
const evaluate = (code: string): Promise<Outcome> =>
  new Promise((resolve) => evaluator.evaluate(code, resolve));

async function valueOf(code: string): Promise<unknown> {
  const outcome = await evaluate(code);
  assert.equal(outcome.kind, "value", code);
  return (outcome as { value: unknown }).value;
}

describe("evaluator", () => {
  it("gives the very value, not a copy", async () => {
    const map = await valueOf("globalThis.evaluatorTestMap = new Map([[1, { a: 2 }]])");
    assert.equal(map, (globalThis as Record<string, unknown>).evaluatorTestMap);
  });

  for (const [code, expected] of [
    ["NaN", NaN],
    ["-0", -0],
    ["-Infinity", -Infinity],
    ["12345678901234567890n", 12345678901234567890n],
    ["'text'", "text"],
    ["null", null],
    ["undefined", undefined],
    ["Symbol.for('s')", Symbol.for("s")],
    ["await 5", 5],
  ] as const) {
    it(`gives ${code}`, async () => assert.ok(Object.is(await valueOf(code), expected)));
  }

  it("gives a promise that is the value as it is", async () => {
    const outcome = await evaluate("Promise.resolve(5)");
    assert.ok(outcome.kind === "value" && outcome.value instanceof Promise);
  });

  it("lets a later script declare again, and functions see the new value", async () => {
    await evaluate("let evaluatorTestA = 1; const evaluatorTestGet = () => evaluatorTestA");
    await evaluate("let evaluatorTestA = 'two'");
    assert.equal(await valueOf("evaluatorTestA"), "two");
    await evaluate("class EvaluatorTestC { x = 1 }");
    assert.equal(await valueOf("class EvaluatorTestC { y = 2 }; new EvaluatorTestC().y"), 2);
  });

  it("gives what was thrown, also where it is no error", async () => {
    const outcome = await evaluate(
      "globalThis.evaluatorTestE = new RangeError('r'); throw evaluatorTestE",
    );
    assert.deepEqual(outcome, {
      kind: "error",
      error: (globalThis as Record<string, unknown>).evaluatorTestE,
    });
    assert.deepEqual(await evaluate("throw 7"), { kind: "error", error: 7 });
    assert.deepEqual(await evaluate("await Promise.reject('no')"), { kind: "error", error: "no" });
  });

  it("gives the syntax errors that only V8 finds", async () => {
    const outcome = await evaluate("let a = ;");
    assert.ok(outcome.kind === "error" && outcome.error instanceof SyntaxError);
  });

  it("leaves nothing on the global object", () => {
    assert.deepEqual(
      Object.getOwnPropertyNames(globalThis).filter((name) => name.includes("daylab")),
      [],
    );
  });

  // Node.js 24 aborts when a promise that the inspector awaits is collected.
  it("survives the collection of a script that can never end", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    evaluator.evaluate("await new Promise(() => {})", () => assert.fail("it ended"));
    await sleep(20);
    collect();
    await sleep(20);
    collect();
    assert.equal(await valueOf("1 + 1"), 2);
  });
});
