import assert from "node:assert/strict";
import { represent, toDisplayData } from "../../../kernel/src/display/index.ts";

const method = Symbol.for("Jupyter.display");
const giving = (result: unknown) => ({ name: "thing", [method]: () => result });
const circle: Record<string, unknown> = {};
circle.self = circle;

describe("a value with its own display method", () => {
  const bundles: [string, unknown, Record<string, unknown>][] = [
    [
      "gets text/plain from its inspection",
      { "text/html": "<b>x</b>" },
      { "text/html": "<b>x</b>", "text/plain": /name: 'thing'/ },
    ],
    ["may give its own text", { "text/plain": "me" }, { "text/plain": "me" }],
    [
      "may give bytes",
      { "image/x-own": new Uint8Array([1, 2, 3]), "text/plain": "me" },
      { "image/x-own": "AQID", "text/plain": "me" },
    ],
    ["may give a promise", Promise.resolve({ "text/plain": "later" }), { "text/plain": "later" }],
    [
      "may give JSON with big integers, dates and typed arrays",
      {
        "application/json": {
          big: 5n,
          huge: 2n ** 60n,
          day: new Date(0),
          list: new Int8Array([1]),
        },
        "text/plain": "",
      },
      {
        "application/json": {
          big: 5,
          huge: "1152921504606846976",
          day: "1970-01-01T00:00:00.000Z",
          list: [1],
        },
        "text/plain": "",
      },
    ],
    [
      "may give JSON that is none",
      { "application/json": circle, "text/plain": "" },
      { "application/json": "not JSON: Converting circular structure to JSON", "text/plain": "" },
    ],
    [
      "leaves out what is undefined",
      { "text/html": undefined, "text/plain": "me" },
      { "text/plain": "me" },
    ],
  ];
  for (const [name, bundle, expected] of bundles) {
    it(name, async () => {
      const output = await toDisplayData(giving(bundle));
      assert.deepEqual(Object.keys(output?.data ?? {}).sort(), Object.keys(expected).sort());
      for (const [type, content] of Object.entries(expected)) {
        if (content instanceof RegExp) assert.match(String(output?.data[type]), content);
        else assert.deepEqual(output?.data[type], content);
      }
    });
  }

  it("may give metadata beside the data", async () => {
    const metadata = { "image/x-own": { width: 10 } };
    const output = await toDisplayData(giving({ data: { "image/x-own": "AQID" }, metadata }));
    assert.deepEqual(output?.metadata, metadata);
    assert.equal(output?.data["image/x-own"], "AQID");
  });

  const broken: [string, unknown, RegExp][] = [
    ["undefined", giving(undefined), /returned undefined, which is no MIME bundle/],
    ["a string", giving("<b>"), /returned '<b>', which is no MIME bundle/],
    ["an array", giving(["text/html"]), /no MIME bundle/],
    ["an empty object", giving({}), /returned {}, which/],
    ["other keys", giving({ html: "x" }), /returned { html: 'x' }, which/],
    [
      "a rejected promise",
      { name: "thing", [method]: () => Promise.reject(new Error("no net")) },
      /threw Error: no net/,
    ],
    ["a promise of nonsense", giving(Promise.resolve(7)), /returned 7, which/],
    [
      "an error",
      {
        name: "thing",
        [method]() {
          throw new RangeError("too far");
        },
      },
      /threw RangeError: too far/,
    ],
  ];
  for (const [name, value, note] of broken) {
    it(`that gives ${name} is text with a note`, async () => {
      const output = await toDisplayData(value);
      assert.deepEqual(Object.keys(output?.data ?? {}), ["text/plain"]);
      assert.match(String(output?.data["text/plain"]), /name: 'thing'/);
      assert.match(String(output?.data["text/plain"]), note);
    });
  }

  it("is shown without waiting where the method does not wait", () => {
    assert.ok(!(represent(giving({ "text/plain": "now" })) instanceof Promise));
    assert.ok(represent(giving(Promise.resolve({}))) instanceof Promise);
  });

  it("may be a function or a class", async () => {
    const chart = Object.assign(() => {}, { [method]: () => ({ "text/plain": "a chart" }) });
    assert.equal((await toDisplayData(chart))?.data["text/plain"], "a chart");
  });

  it("comes before what the value looks like otherwise", async () => {
    const rows = Object.assign([{ a: 1 }], { [method]: () => ({ "text/plain": "rows" }) });
    assert.deepEqual((await toDisplayData(rows))?.data, { "text/plain": "rows" });
  });
});

describe("an object of the shape of display_data", () => {
  it("is shown as what it holds", async () => {
    const value = { data: { "text/html": "<b>bold</b> &amp; more" }, metadata: { a: 1 } };
    const output = await toDisplayData(value);
    assert.deepEqual(output, {
      data: { "text/html": "<b>bold</b> &amp; more", "text/plain": "bold & more" },
      metadata: { a: 1 },
    });
  });

  const others: [string, unknown][] = [
    ["with further keys", { data: { "text/html": "x" }, id: 1 }],
    ["whose data are no MIME types", { data: { html: "x" } }],
    ["without data", { data: {} }],
    ["that is a bundle itself", { "text/html": "<b>x</b>" }],
  ];
  for (const [name, value] of others) {
    it(`is an object like others ${name}`, async () => {
      assert.deepEqual(Object.keys((await toDisplayData(value))?.data ?? {}), ["text/plain"]);
    });
  }
});
