import assert from "node:assert/strict";
import { represent, toDisplayData } from "../../../kernel/src/display/index.ts";
import type { DisplayData } from "../../../kernel/src/display/index.ts";

const shown = (value: unknown) => (represent(value) as DisplayData).data;

function add(a: number, b = { c: 1 }, ...rest: number[]) {
  return [a, b, rest];
}
async function* count(from: number) {
  yield from;
}
const scale = async (x: number, { by = 2 }: { by?: number }) => x * by;
const shorthand = {
  area(this: void, side = 2) {
    return side * side;
  },
};

class Shape {
  static unit(size: number = 1) {
    return size;
  }
  #hidden() {}
  get sides(): number {
    this.#hidden();
    return 3;
  }
  async *corners({ from }: { from: number }) {
    yield from;
  }
  [Symbol.iterator]() {}
}
class Square extends Shape {}

describe("toDisplayData", () => {
  it("gives nothing for undefined", async () => {
    assert.equal(await toDisplayData(undefined), undefined);
  });

  const texts: [string, unknown, string][] = [
    ["null", null, "null"],
    ["a date", new Date("2026-01-02T03:04:05Z"), "2026-01-02T03:04:05.000Z"],
    ["a day", new Date("2026-01-02"), "2026-01-02"],
    ["no date", new Date(NaN), "Invalid Date"],
    ["a function", add, "function add(a, b = { c: 1 }, ...rest)"],
    ["an async generator", count, "async function* count(from)"],
    ["an arrow function", scale, "scale = async (x, { by = 2 }) => …"],
    ["an arrow function without name", [(x: unknown) => x][0], "(x) => …"],
    ["a method", { area: (side: number) => side }.area, "area = (side) => …"],
    ["a shorthand method", shorthand.area, "area(side = 2)"],
    ["a native function", Math.max, "function max() { [native code] }"],
    ["a bound function", Math.max.bind(null), "function bound max() { [native code] }"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    ["a mail address", new URL("mailto:a@b.org"), "mailto:a@b.org"],
  ];
  for (const [name, value, expected] of texts) {
    it(`writes ${name}`, () => {
      assert.equal(shown(value)["text/plain"], expected);
    });
  }

  it("writes a class as the signatures of its public members", () => {
    const lines = [
      "class Shape",
      "  static unit(size = 1)",
      "  get sides()",
      "  async* corners({ from })",
      "  [Symbol.iterator]()",
    ];
    assert.equal(shown(Shape)["text/plain"], lines.join("\n"));
    assert.equal(shown(Square)["text/plain"], "class Square extends Shape");
  });

  it("writes the whole source of no function", () => {
    const long = (text = "z".repeat(9)) => {
      assert.fail(text);
      assert.fail("a body of some length");
    };
    assert.equal(shown(long)["text/plain"], 'long = (text = "z".repeat(9)) => …');
  });

  it("links a URL and escapes it", () => {
    const { "text/html": html, "text/plain": text } = shown(new URL("https://a.org/?q='&b=1"));
    assert.equal(text, "https://a.org/?q=%27&b=1");
    assert.match(String(html), /^<a href="https:\/\/a\.org\/\?q=%27&amp;b=1" target="_blank"/);
    assert.equal(shown(new URL("javascript:alert(1)"))["text/html"], undefined);
  });

  it("writes an error with its cause and the user's stack lines alone", () => {
    const inner = new RangeError("inner");
    inner.stack = "RangeError: inner\n    at cell-1.ts:2:3\n    at run (node:internal/x:1:1)";
    const error = new TypeError("outer", { cause: inner });
    const kernel = new URL("../../../kernel/src/main/x.ts", import.meta.url).href;
    error.stack = `TypeError: outer\n    at cell-2.ts:1:1\n    at f (${kernel}:1:1)`;
    assert.equal(
      shown(error)["text/plain"],
      [
        "TypeError: outer",
        "    at cell-2.ts:1:1 {",
        "  [cause]: RangeError: inner",
        "      at cell-1.ts:2:3",
        "}",
      ].join("\n"),
    );
  });

  const schema = (name: string) => ({
    $schema: `https://vega.github.io/schema/${name}.json`,
    a: 1,
  });
  const charts: [string, unknown, string][] = [
    ["toSpec", { toSpec: () => schema("vega-lite/v5") }, "application/vnd.vegalite.v5+json"],
    [
      "toVegaLite",
      { toVegaLite: () => schema("vega-lite/v4.8.1") },
      "application/vnd.vegalite.v4+json",
    ],
    ["toSpec of Vega", { toSpec: () => schema("vega/v5") }, "application/vnd.vega.v5+json"],
    ["toDataURL", { toDataURL: () => "data:image/webp;base64,AAAA" }, "image/webp"],
    ["outerHTML", { outerHTML: "<p>hi</p>" }, "text/html"],
    ["outerHTML of SVG", { outerHTML: "<svg><g/></svg>" }, "image/svg+xml"],
  ];
  for (const [name, value, type] of charts) {
    it(`shows an object with ${name} as ${type}`, () => {
      const data = shown(value);
      assert.ok(type in data, Object.keys(data).join());
      assert.equal(typeof data["text/plain"], "string");
    });
  }

  const notCharts: [string, unknown][] = [
    ["a toSpec that throws", { toSpec: () => assert.fail("no chart") }],
    ["a toSpec without schema", { toSpec: () => ({ mark: "bar" }) }],
    ["a toSpec that is no function", { toSpec: 1 }],
    ["a foreign schema", { toSpec: () => ({ $schema: "https://json-schema.org/draft-07" }) }],
    ["a canvas that is none", { toDataURL: () => "about:blank" }],
  ];
  for (const [name, value] of notCharts) {
    it(`shows an object with ${name} as text`, () => {
      assert.deepEqual(Object.keys(shown(value)), ["text/plain"]);
    });
  }

  const hostile: [string, unknown][] = [
    [
      "a proxy whose traps throw",
      new Proxy({}, { get: () => assert.fail(), has: () => assert.fail() }),
    ],
    [
      "a proxy that answers everything with a function",
      new Proxy({}, { get: () => () => 1, has: () => true }),
    ],
    [
      "a getter on a method that is looked for",
      {
        get toSpec() {
          return assert.fail();
        },
      },
    ],
    ["a function whose name is an object", Object.defineProperty(() => {}, "name", { value: {} })],
    [
      "a class with a static name",
      class {
        static override = 1;
        static name = () => 2;
      },
    ],
    ["an error without a stack", Object.assign(new Error("x"), { stack: undefined })],
    ["an error whose stack is a number", Object.assign(new Error("x"), { stack: 5 })],
  ];
  for (const [name, value] of hostile) {
    it(`survives ${name}`, async () => {
      const output = await toDisplayData(value);
      assert.equal(typeof output?.data["text/plain"], "string");
    });
  }
});
