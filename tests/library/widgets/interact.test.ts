import assert from "node:assert/strict";
import { closeAll, interact, IntSlider } from "../../../library/src/widgets/index.ts";
import { recordingHost } from "../recording-host.ts";

describe("widgets: interact", () => {
  let host: ReturnType<typeof recordingHost>;
  beforeEach(() => (host = recordingHost()));
  afterEach(() => {
    closeAll();
    host.remove();
  });

  const kinds = (made: { controls: object }) =>
    Object.values(made.controls).map((widget) => String(widget));

  it("makes a control for each kind of value", () => {
    const own = new IntSlider({ value: 9 });
    const made = interact(() => undefined, {
      ...{ a: [0, 10], b: [0, 1, 0.1], c: ["x", "y"], d: { low: 1, high: 2 } },
      ...{ e: true, f: "text", g: 5, h: 0.5, i: [1, 2, 4, 8], own },
    });
    assert.deepEqual(kinds(made), [
      'IntSlider(description="a", value=5, min=0, max=10)',
      'FloatSlider(description="b", value=0.5, min=0, max=1)',
      'Dropdown(description="c", value="x", options=[x, y])',
      'Dropdown(description="d", value=1, options=[low, high])',
      'Checkbox(description="e", value=true)',
      'Text(description="f", value="text")',
      'IntSlider(description="g", value=5, min=-5, max=15)',
      'FloatSlider(description="h", value=0.5, min=-0.5, max=1.5)',
      'Dropdown(description="i", value=1, options=[1, 2, 4, 8])',
      "IntSlider(value=9, min=0, max=100)",
    ]);
    assert.deepEqual(made.values, {
      ...{ a: 5, b: 0.5, c: "x", d: 1, e: true, f: "text", g: 5, h: 0.5, i: 1, own: 9 },
    });
  });

  it("shows the result, anew after each change, in the place of the last", async () => {
    const made = interact(({ x, kind }) => `${kind} ${x + 1}`, { x: [0, 10], kind: ["a", "b"] });
    const shown = () => made.output.outputs.map((one) => "data" in one && one.data["text/plain"]);
    assert.deepEqual(shown(), ["a 6"]);
    await host.comms.say(made.controls.x.id, {
      method: "update",
      state: { value: 8 },
      buffer_paths: [],
    });
    assert.deepEqual(shown(), ["a 9"]);
    made.controls.kind.value = "b";
    assert.deepEqual(shown(), ["b 9"]);
    assert.match(String(made), /Output\(b 9\)/);
  });

  it("does not call an asynchronous function again before it ends, and then with the latest values", async () => {
    const calls: number[] = [];
    const gates: (() => void)[] = [];
    const made = interact(
      async ({ x }) => {
        calls.push(x);
        await new Promise<void>((resolve) => gates.push(resolve));
        return x;
      },
      { x: [0, 10] },
    );
    for (const value of [1, 2, 3]) made.controls.x.value = value;
    assert.deepEqual(calls, [5]);
    gates[0]();
    while (gates.length < 2) await new Promise((resolve) => setImmediate(resolve));
    gates[1]();
    while (String(made.output) !== "Output(3)")
      await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(calls, [5, 3]);
  });

  it("throws what the function throws the first time", () => {
    const fails = () => {
      throw new RangeError("no such thing");
    };
    assert.throws(() => interact(fails, { x: 1 }), /no such thing/);
  });

  it("refuses what no control can be made from", () => {
    assert.throws(() => interact(() => 0, { x: [] }), /control for x from \[\]/);
    assert.throws(() => interact(() => 0, { x: null as never }), /control for x from null/);
    assert.throws(
      () => interact(() => 0, { x: [0, 1, 0] }),
      /step of x must be above 0, received 0/,
    );
  });
});
