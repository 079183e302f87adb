import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { display, installApi, pendingDisplays } from "../../../kernel/src/api/index.ts";
import { setSink } from "../../../kernel/src/api/sink.ts";
import { toDisplayData } from "../../../kernel/src/display/index.ts";
import { record, recordingSink } from "./recorder.ts";

const method = Symbol.for("Jupyter.display");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("display", () => {
  let recorder = record();
  beforeEach(() => {
    recorder = record();
  });
  afterEach(() => recorder.restore());

  it("publishes before it returns, so that order is kept", () => {
    display([1, 2]);
    assert.deepEqual(recorder.data(), [{ "text/plain": "[ 1, 2 ]" }]);
  });

  it("shows undefined, which as a result shows nothing", () => {
    display(undefined);
    assert.deepEqual(recorder.data(), [{ "text/plain": "undefined" }]);
  });

  it("returns a handle that replaces the output in place", () => {
    const handle = display({ epoch: 1 });
    handle.update({ epoch: 2 });
    const [first, second] = recorder.outputs();
    assert.deepEqual(first?.options, { displayId: handle.displayId, update: false });
    assert.deepEqual(second?.options, { displayId: handle.displayId, update: true });
    assert.equal(second?.output.data["text/plain"], "{ epoch: 2 }");
  });

  it("gives each output a name of its own, or the one that is asked for", () => {
    const names = [display(1), display(2), display(3, { displayId: "loss" })];
    assert.equal(new Set(names.map((handle) => handle.displayId)).size, 3);
    display(4, { displayId: "loss", update: true });
    assert.deepEqual(recorder.outputs().at(-1)?.options, { displayId: "loss", update: true });
  });

  it("returns a handle that is no result of a cell", async () => {
    assert.equal(await toDisplayData(display(1)), undefined);
    assert.equal(await toDisplayData(display.html("x")), undefined);
  });

  it("takes a ready bundle", () => {
    display({ "text/html": "<b>hi</b>" }, { raw: true });
    assert.deepEqual(recorder.data(), [{ "text/html": "<b>hi</b>", "text/plain": "hi" }]);
    assert.throws(() => display("hi", { raw: true }), /keys are MIME types.* and got 'hi'/);
  });

  it("adds metadata to that of the value", () => {
    display(png, { metadata: { "image/png": { width: 50 } } });
    assert.deepEqual(recorder.outputs()[0]?.output.metadata, {
      "image/png": { alt: "<PNG image, 1 × 1, 70 B>", width: 50 },
    });
  });

  it("waits for asynchronous forms, and pendingDisplays waits for all of them", async () => {
    const slow = (name: string, ms: number) => ({
      async [method]() {
        await delay(ms);
        if (name === "outer") display(slow("inner", 5));
        return { "text/plain": name };
      },
    });
    display(slow("outer", 5));
    display("now");
    assert.equal(recorder.messages.length, 1);
    await pendingDisplays();
    const texts = recorder.data().map((data) => data["text/plain"]);
    assert.deepEqual(texts, ["'now'", "outer", "inner"]);
  });

  it("shows an asynchronous form that fails as text", async () => {
    display({ name: "thing", [method]: () => Promise.reject(new Error("no net")) });
    await pendingDisplays();
    assert.match(String(recorder.data()[0]?.["text/plain"]), /threw Error: no net/);
  });

  it("clears the output, now or with the next one", () => {
    display.clear();
    display.clear(true);
    assert.deepEqual(recorder.messages, [
      { kind: "clear", wait: false },
      { kind: "clear", wait: true },
    ]);
  });

  const gif = Buffer.from("GIF89a\u0001\u0000\u0001\u0000");
  const helpers: [string, () => unknown, Record<string, unknown>][] = [
    [
      "html",
      () => display.html("<p>a &lt; b</p><script>x</script>"),
      { "text/html": "<p>a &lt; b</p><script>x</script>", "text/plain": "a < b" },
    ],
    ["markdown", () => display.markdown("# a"), { "text/markdown": "# a", "text/plain": "# a" }],
    ["latex", () => display.latex("$x$"), { "text/latex": "$x$", "text/plain": "$x$" }],
    [
      "svg",
      () => display.svg("<svg/>"),
      { "image/svg+xml": "<svg/>", "text/plain": "<SVG image, 6 B>" },
    ],
    [
      "png",
      () => display.png(png),
      { "image/png": png.toString("base64"), "text/plain": "<PNG image, 1 × 1, 70 B>" },
    ],
    [
      "jpeg",
      () => display.jpeg(new Uint8Array([255, 216])),
      { "image/jpeg": "/9g=", "text/plain": "<JPEG image, 2 B>" },
    ],
    [
      "gif",
      () => display.gif(gif),
      {
        "image/gif": gif.toString("base64"),
        "text/html": `<img src="data:image/gif;base64,${gif.toString("base64")}" alt="GIF image">`,
        "text/plain": "<GIF image, 1 × 1, 10 B>",
      },
    ],
    [
      "json",
      () => display.json({ a: [1n] }),
      { "application/json": { a: [1] }, "text/plain": "{ a: [ 1n ] }" },
    ],
    ["text", () => display.text("as\nis"), { "text/plain": "as\nis" }],
    [
      "javascript",
      () => display.javascript("alert(1)"),
      { "application/javascript": "alert(1)", "text/plain": "<application/javascript>" },
    ],
    [
      "raw",
      () => display.raw("application/x-own", new Uint8Array([1, 2, 3])),
      { "application/x-own": "AQID", "text/plain": "<application/x-own>" },
    ],
  ];
  for (const [name, call, expected] of helpers) {
    it(`display.${name} sends its MIME type and a text form`, () => {
      call();
      assert.deepEqual(recorder.data(), [expected]);
    });
  }

  it("helpers return handles of their own kind", () => {
    display.html("<b>1</b>").update("<b>2</b>");
    assert.equal(recorder.data()[1]?.["text/html"], "<b>2</b>");
    assert.equal(recorder.outputs()[1]?.options.update, true);
  });

  const wrong: [string, () => unknown, RegExp][] = [
    ["html", () => display.html(5 as never), /display\.html needs a string and got 5/],
    ["png", () => display.png("x.png" as never), /display\.png needs a Uint8Array.* got 'x\.png'/],
    ["raw", () => display.raw("html", "<b>"), /display\.raw needs a MIME type.* got 'html'/],
  ];
  for (const [name, call, message] of wrong) {
    it(`display.${name} says what it needs`, () => {
      assert.throws(call, { name: "TypeError", message });
      assert.deepEqual(recorder.messages, []);
    });
  }

  it("bounds the text of a bundle", () => {
    display.text("x".repeat(1e6));
    assert.ok(String(recorder.data()[0]?.["text/plain"]).length < 64_000);
  });
});

describe("installApi", () => {
  const hostKey = Symbol.for("Jupyter.host");
  interface Installed {
    display: typeof display;
    [hostKey]: {
      publish(bundle: Record<string, unknown>, options?: object): void;
      clearOutput(wait?: boolean): void;
    };
  }
  const installed = globalThis as unknown as Partial<Installed>;
  const sink = recordingSink();
  before(() => installApi(sink));
  beforeEach(() => sink.messages.splice(0));
  after(() => {
    delete installed.display;
    delete installed[hostKey];
    setSink(undefined);
  });

  it("makes the imported display the global one, with one state", () => {
    assert.equal(installed.display, display);
    display(1);
    assert.equal(sink.messages.length, 1);
  });

  it("does not show up among the enumerable globals", () => {
    assert.ok(!Object.keys(globalThis).includes("display"));
  });

  it("lets a cell replace the global", () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, "display");
    assert.equal(descriptor?.writable, true);
    assert.equal(descriptor?.configurable, true);
  });

  it("is the host that the library publishes through", () => {
    const host = installed[hostKey];
    host?.publish(
      { "application/vnd.vegalite.v5+json": { mark: "bar" }, "image/png": png },
      { displayId: "loss", update: true, metadata: { "image/png": { alt: "a bar" } } },
    );
    host?.publish({ "text/plain": "me" });
    host?.clearOutput();
    const data = {
      "application/vnd.vegalite.v5+json": { mark: "bar" },
      "image/png": png.toString("base64"),
      "text/plain": "<application/vnd.vegalite.v5+json>",
    };
    assert.deepEqual(sink.messages, [
      {
        kind: "display",
        output: { data, metadata: { "image/png": { alt: "a bar" } } },
        options: { displayId: "loss", update: true },
      },
      {
        kind: "display",
        output: { data: { "text/plain": "me" }, metadata: {} },
        options: { update: false },
      },
      { kind: "clear", wait: false },
    ]);
  });

  it("prints the text form where there is no kernel", () => {
    setSink(undefined);
    const printed: unknown[] = [];
    const { log } = console;
    console.log = (...args: unknown[]) => void printed.push(...args);
    try {
      display({ a: 1 });
    } finally {
      console.log = log;
      setSink(sink);
    }
    assert.deepEqual(printed, ["{ a: 1 }"]);
  });
});
