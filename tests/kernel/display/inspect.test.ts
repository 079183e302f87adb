import assert from "node:assert/strict";
import { inspect } from "node:util";
import { inspectText, MAX_TEXT } from "../../../kernel/src/display/inspect.ts";

const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const hostile = new Proxy(
  { seen: 1 },
  {
    get() {
      throw new Error("get");
    },
    has() {
      throw new Error("has");
    },
    ownKeys() {
      throw new Error("ownKeys");
    },
    getPrototypeOf() {
      throw new Error("getPrototypeOf");
    },
  },
);
const circle: Record<string, unknown> = { name: "circle" };
circle.self = circle;

describe("inspectText", () => {
  const asNode: [string, unknown][] = [
    ["null", null],
    ["a string, quoted", "it's\n"],
    ["a big integer", 12345678901234567890n],
    ["negative zero", -0],
    ["a symbol", Symbol("mark")],
    ["a map", new Map<unknown, unknown>([["a", { b: 1 }]])],
    ["a set", new Set([1, "two"])],
    ["a typed array", new Float32Array([0.5, 1])],
    ["bytes", Buffer.from("daylab")],
    ["a resolved promise", Promise.resolve(4)],
    ["a pending promise", new Promise(() => {})],
    ["a circle", circle],
    ["a sparse array", new Array(5)],
    ["a regular expression", /a+/g],
    ["an object without prototype", Object.assign(Object.create(null) as object, { a: 1 })],
    ["a hostile proxy", hostile],
    ["a revoked proxy", revoked],
  ];
  for (const [name, value] of asNode) {
    it(`writes ${name} as Node does`, () => assert.equal(inspectText(value), inspect(value)));
  }

  it("does not call getters", () => {
    let called = false;
    const value = {
      get costly() {
        called = true;
        throw new Error("called");
      },
    };
    assert.equal(inspectText(value), "{ costly: [Getter] }");
    assert.equal(called, false);
  });

  it("goes without a custom inspection that throws", () => {
    const broken = {
      shown: 1,
      [inspect.custom]() {
        throw new Error("broken");
      },
    };
    assert.match(inspectText(broken), /shown: 1/);
  });

  it("has no ANSI, not even where a custom inspection writes it", () => {
    const coloured = { [inspect.custom]: () => "\u001b[31mred\u001b[39m" };
    assert.equal(inspectText(coloured), "red");
  });

  it("shows the head of a long array and how many items follow", () => {
    const text = inspectText(Array.from({ length: 1e6 }, (_, i) => i));
    assert.match(text, /^\[\n\s+0,\s+1,/);
    assert.match(text, /\.\.\. 999900 more items/);
    assert.ok(text.length < 1000);
  });

  const entries = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, i]));
  const bounded: [string, unknown, RegExp][] = [
    ["an object of 30 000 properties", entries(30_000), /… 29,800 more properties/],
    ["such an object inside others", { a: [{ b: entries(500) }] }, /… 300 more properties/],
    ["a string of a million characters", "x".repeat(1e6), /990000 more characters/],
    ["a hundred long strings", Array(100).fill("y".repeat(5000)), /more characters$/],
    ["an object under a symbol", { [Symbol("s")]: entries(300) }, /k0: 0/],
  ];
  for (const [name, value, expected] of bounded) {
    it(`bounds ${name}`, () => {
      const text = inspectText(value);
      assert.match(text, expected);
      assert.ok(text.length <= MAX_TEXT + 50, `${text.length} characters`);
    });
  }

  it("does not change what it looks at", () => {
    const value = { list: [entries(300)] };
    inspectText(value);
    assert.equal(Object.keys(value.list[0] ?? {}).length, 300);
  });
});
