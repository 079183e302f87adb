import assert from "node:assert/strict";
import { jupyterDisplay } from "../../../library/src/host/index.ts";
import {
  Button,
  closeAll,
  Dropdown,
  FloatSlider,
  HBox,
  Image,
  IntSlider,
  Label,
  Layout,
  link,
  Text,
  type Widget,
} from "../../../library/src/widgets/index.ts";
import { recordingHost } from "../recording-host.ts";

type State = Record<string, unknown>;

describe("widgets: what both sides say to each other", () => {
  let host: ReturnType<typeof recordingHost>;
  beforeEach(() => (host = recordingHost()));
  afterEach(() => {
    closeAll();
    host.remove();
  });

  const said = ({ id }: Pick<Widget, "id">) => host.comms.of(id).map(({ data }) => data);
  const update = (state: State) => ({ method: "update", state, buffer_paths: [] });

  it("a value that is set is sent once, under the name the front end knows", () => {
    const slider = new IntSlider({ max: 10 });
    slider.value = 4;
    slider.value = 4;
    slider.continuousUpdate = false;
    slider.set({ min: 20, max: 30, value: 25 });
    assert.deepEqual(said(slider), [
      update({ value: 4 }),
      update({ continuous_update: false }),
      update({ value: 25, min: 20, max: 30 }),
    ]);
    assert.deepEqual([slider.value, slider.min, slider.max], [25, 20, 30]);
  });

  it("a value from the front end is echoed first, then told to observers, and not sent back", async () => {
    const slider = new IntSlider({ max: 10 });
    const label = new Label();
    const seen: unknown[] = [];
    slider.observe((change) => {
      seen.push([change.name, change.old, change.new, change.owner === slider]);
      label.value = `${change.new}`;
    });
    await host.comms.say(slider.id, update({ value: 7 }));
    assert.deepEqual(seen, [["value", 0, 7, true]]);
    assert.deepEqual(said(slider), [{ ...update({ value: 7 }), method: "echo_update" }]);
    assert.deepEqual(said(label), [update({ value: "7" })]);
    const order = host.comms.sent.slice(-2).map(({ id }) => id);
    assert.deepEqual(order, [slider.id, label.id]);
  });

  it("an observer that changes the value again has it sent", async () => {
    const slider = new IntSlider({ max: 10 });
    slider.observe(({ new: now }) => (slider.value = Math.min(now, 5)));
    await host.comms.say(slider.id, update({ value: 9 }));
    assert.deepEqual(said(slider).slice(1), [update({ value: 5 })]);
    assert.equal(slider.value, 5);
  });

  it("an asynchronous observer is waited for", async () => {
    const slider = new IntSlider();
    let done = false;
    slider.observe(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done = true;
    });
    await host.comms.say(slider.id, update({ value: 1 }));
    assert.ok(done);
  });

  it("all observers hear of a change, also where one throws", () => {
    const slider = new IntSlider();
    const seen: number[] = [];
    slider.observe(() => {
      throw new Error("first");
    });
    slider.observe(({ new: now }) => seen.push(now));
    assert.throws(() => (slider.value = 3), /first/);
    assert.deepEqual(seen, [3]);
  });

  it("a value from the front end that cannot be is taken back there, and reported", async () => {
    const slider = new IntSlider({ value: 3, max: 10 });
    await assert.rejects(host.comms.say(slider.id, update({ value: 99 })), /value 99 is outside/);
    await assert.rejects(host.comms.say(slider.id, update({ value: "x" })), /IntSlider.value/);
    assert.equal(slider.value, 3);
    assert.deepEqual(said(slider).at(-1), update({ value: 3 }));
  });

  it("asked for its state, a model sends all of it", async () => {
    const slider = new FloatSlider({ value: 0.5 });
    await host.comms.say(slider.id, { method: "request_state" });
    const [{ method, state }] = said(slider) as [{ method: string; state: State }];
    assert.equal(method, "update");
    assert.deepEqual(state, host.comms.opened(slider.id)!.data.state);
  });

  it("a page that was loaded anew gets the states of all open models, bytes included", async () => {
    const slider = new IntSlider({ value: 2 });
    const picture = new Image({ value: new Uint8Array([1, 2, 3]) });
    const gone = new IntSlider();
    gone.close();
    await host.comms.open("jupyter.widget.control", "control");
    await host.comms.say("control", { method: "request_states" });
    const [{ data, options }] = host.comms.of("control");
    const states = data.states as Record<string, State>;
    assert.equal(data.method, "update_states");
    assert.equal(Object.keys(states).length, 5);
    assert.equal(states[slider.id].model_name, "IntSliderModel");
    assert.equal((states[slider.id].state as State).value, 2);
    assert.ok(!(gone.id in states));
    assert.deepEqual(data.buffer_paths, [[picture.id, "state", "value"]]);
    assert.deepEqual([...(options.buffers![0] as Uint8Array)], [1, 2, 3]);
    await assert.rejects(host.comms.say("control", { method: "dance" }), /unknown method "dance"/);
  });

  it("bytes travel beside the state, both ways", async () => {
    const picture = new Image();
    picture.value = new Uint8Array([9, 8]);
    const [{ data, options }] = host.comms.of(picture.id);
    assert.deepEqual(data, { method: "update", state: {}, buffer_paths: [["value"]] });
    assert.deepEqual([...(options.buffers![0] as Uint8Array)], [9, 8]);
    const back = { method: "update", state: {}, buffer_paths: [["value"]] };
    await host.comms.say(picture.id, back, [new Uint8Array([7])]);
    assert.deepEqual([...picture.value], [7]);
  });

  it("a closed widget frees its parts, keeps its values and sends nothing", () => {
    const slider = new IntSlider({ value: 2, max: 9 });
    const seen: number[] = [];
    slider.observe(({ new: now }) => seen.push(now));
    slider.close();
    slider.value = 5;
    slider.close();
    assert.equal(host.comms.sent.filter(({ type }) => type === "close").length, 3);
    assert.deepEqual([said(slider), seen, slider.value, slider.closed], [[{}], [], 5, true]);
    const text = "IntSlider(closed, value=5, min=0, max=9)";
    assert.deepEqual(slider[jupyterDisplay](), { "text/plain": text });
    assert.equal(String(slider), text);
  });

  it("a widget that the front end closed is gone here too", async () => {
    const slider = new IntSlider();
    await host.comms.close(slider.id);
    await host.comms.open("jupyter.widget.control", "control");
    await host.comms.say("control", { method: "request_states" });
    const { data } = host.comms.of("control")[0];
    assert.ok(!(slider.id in (data.states as object)));
  });

  it("a layout may be shared: it outlives one of its widgets", () => {
    const layout = new Layout({ width: "50%" });
    const [a, b] = [new IntSlider({ layout }), new IntSlider({ layout })];
    a.close();
    b.layout.width = "30%";
    assert.deepEqual(said(layout), [update({ width: "30%" })]);
  });

  it("a click of the front end calls the handlers; other messages do not", async () => {
    const button = new Button();
    let clicks = 0;
    const stop = button.onClick(() => clicks++);
    await host.comms.say(button.id, { method: "custom", content: { event: "click" } });
    await host.comms.say(button.id, { method: "custom", content: { event: "hover" } });
    assert.equal(clicks, 1);
    stop();
    button.click();
    assert.equal(clicks, 1);
    await assert.rejects(host.comms.say(button.id, { method: "?" }), /Button.*unknown method/);
  });

  it("Enter in a text field is heard", async () => {
    const field = new Text({ value: "a" });
    const entered: string[] = [];
    field.onSubmit(({ value }) => entered.push(value));
    await host.comms.say(field.id, { method: "custom", content: { event: "submit" } });
    assert.deepEqual(entered, ["a"]);
  });

  it("a dropdown sends places, and tells values", async () => {
    const dropdown = new Dropdown({ options: { one: 1, two: 2 } });
    const seen: unknown[] = [];
    dropdown.observe(({ new: now }) => seen.push(now));
    await host.comms.say(dropdown.id, update({ index: 1 }));
    dropdown.value = 1;
    assert.deepEqual(seen, [2, 1]);
    assert.deepEqual(said(dropdown).at(-1), update({ index: 0 }));
    dropdown.options = [["three", 3]];
    assert.equal(dropdown.value, 3);
    assert.deepEqual(said(dropdown).at(-1), update({ _options_labels: ["three"] }));
  });

  it("linked values follow each other until the link is undone", async () => {
    const a = new IntSlider({ value: 3, max: 10 });
    const b = new IntSlider({ max: 10 });
    const unlink = link([a, "value"], [b, "value"]);
    assert.equal(b.value, 3);
    await host.comms.say(b.id, update({ value: 8 }));
    assert.equal(a.value, 8);
    unlink();
    a.value = 1;
    assert.equal(b.value, 8);
  });
});

describe("widgets: what does not fit", () => {
  let host: ReturnType<typeof recordingHost>;
  before(() => (host = recordingHost()));
  after(() => {
    closeAll();
    host.remove();
  });

  const slider = () => new IntSlider({ value: 3, min: 0, max: 10 });
  const wrong: readonly [what: string, act: () => unknown, error: RegExp][] = [
    [
      "a value outside the range",
      () => (slider().value = 12),
      /^RangeError: IntSlider: value 12 is outside 0 \(min\) to 10 \(max\)$/,
    ],
    [
      "a range upside down",
      () => slider().set({ min: 5, max: 4 }),
      /^RangeError: IntSlider: min 5 is greater than max 4$/,
    ],
    [
      "a fraction",
      () => (slider().value = 2.5),
      /^TypeError: IntSlider\.value must be a whole number, received 2\.5$/,
    ],
    [
      "text for a number",
      () => new FloatSlider({ value: "1" as never }),
      /^TypeError: FloatSlider\.value must be a finite number, received "1"$/,
    ],
    [
      "NaN",
      () => new FloatSlider({ value: NaN }),
      /^TypeError: FloatSlider\.value must be a finite number, received NaN$/,
    ],
    [
      "an unknown option",
      () => new IntSlider({ valeu: 1 } as never),
      /^TypeError: IntSlider has no "valeu"; it has .*value/,
    ],
    [
      "an unknown style",
      () => new Button({ buttonStyle: "loud" as never }),
      /^TypeError: Button\.buttonStyle must be one of "", "primary".*received "loud"$/,
    ],
    [
      "a choice that is not there",
      () => (new Dropdown({ options: ["a", "b"] }).value = "c"),
      /^RangeError: Dropdown: value "c" is not among the options: "a", "b"$/,
    ],
    [
      "a place that is not there",
      () => (new Dropdown({ options: ["a"] }).index = 4),
      /^RangeError: Dropdown: index 4 is outside 0 to 0$/,
    ],
    [
      "a child that is no widget",
      () => new HBox(["a" as never]),
      /^TypeError: HBox\.children must be a list of widgets, received "a"$/,
    ],
    [
      "a picture that is no bytes",
      () => new Image({ value: "png" as never }),
      /^TypeError: Image\.value must be bytes \(a Uint8Array\), received "png"$/,
    ],
    [
      "an observer of nothing",
      () => slider().observe(() => {}, "colour" as never),
      /^TypeError: IntSlider has no "colour"/,
    ],
    [
      "an observer that is no function",
      () => slider().observe(3 as never),
      /^TypeError: observe needs a function, received number$/,
    ],
  ];

  for (const [what, act, error] of wrong) {
    it(`${what} is refused`, () =>
      assert.throws(act, (thrown: Error) => error.test(String(thrown))));
  }

  it("a value that was refused changes nothing", () => {
    const one = slider();
    assert.throws(() => one.set({ value: 4, max: 2 }));
    assert.deepEqual([one.value, one.max, host.comms.of(one.id)], [3, 10, []]);
  });
});
