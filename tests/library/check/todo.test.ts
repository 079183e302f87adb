import assert from "node:assert/strict";
import { inspect } from "node:util";
import { containsTodo, todo, TodoError } from "../../../library/src/check/todo.ts";

describe("check: todo", () => {
  const uses: [string, (value: unknown) => unknown, RegExp][] = [
    ["calling it", (value) => (value as () => void)(), /tried to call it/],
    ["reading a member", (value) => (value as { length: number }).length, /read \.length/],
    ["computing with it", (value) => (value as number) + 1, /as a number or a text/],
    ["putting it into a text", (value) => `${value as string}`, /as a number or a text/],
    ["looping over it", (value) => [...(value as number[])], /loop over it/],
    ["writing a member", (value) => Object.assign(value as object, { a: 1 }), /set \.a/],
    ["listing its members", (value) => Object.keys(value as object), /list its members/],
    ["constructing it", (value) => new (value as new () => unknown)(), /with new/],
  ];
  for (const [what, use, message] of uses)
    it(`${what} throws a TodoError that names the remedy`, () => {
      assert.throws(
        () => use(todo("the mean")),
        (error: unknown) =>
          error instanceof TodoError &&
          message.test(error.message) &&
          error.message.includes("Replace todo() with the mean"),
      );
    });

  it("can be shown and awaited", async () => {
    const value = todo<number>();
    assert.match(inspect(value), /todo\(\): not written yet/);
    assert.match(inspect({ answer: value }), /not written yet/);
    assert.ok(containsTodo(await Promise.resolve(value)));
    const display = (value as never as Record<symbol, () => object>)[Symbol.for("Jupyter.display")];
    assert.deepEqual(Object.keys(display()), ["text/plain"]);
  });

  it("is found wherever an answer holds it", () => {
    const cycle: unknown[] = [1];
    cycle.push(cycle, { deep: [{ deeper: todo() }] });
    for (const holder of [
      todo(),
      [1, todo()],
      { a: { b: todo() } },
      new Map([["k", todo()]]),
      new Set([todo()]),
      Object.assign(Object.create(null) as object, { a: todo() }),
      cycle,
    ])
      assert.ok(containsTodo(holder));
  });

  it("is not seen where it is not", () => {
    class Answer {
      get broken(): never {
        throw new Error("a getter was run");
      }
    }
    const getter = Object.defineProperty({}, "x", {
      get() {
        throw new Error("a getter was run");
      },
    });
    for (const value of [1, "todo", null, undefined, () => 1, [1, 2], {}, new Answer(), getter])
      assert.equal(containsTodo(value), false);
  });

  it("gives up on an answer too large to search", () => {
    assert.equal(containsTodo(Array.from({ length: 200_000 }, (_, i) => [i])), false);
  });
});
