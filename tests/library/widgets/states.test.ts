import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as widgets from "../../../library/src/widgets/index.ts";
import type { Sent } from "../recorded-comms.ts";
import { recordingHost } from "../recording-host.ts";

type State = Record<string, unknown>;

interface Answer {
  readonly widget: string;
  readonly options: State;
  readonly state: State;
  readonly layout: State;
  readonly style: State | null;
}

const fixture = JSON.parse(
  readFileSync(new URL("./fixtures/states.json", import.meta.url), "utf8"),
) as { protocol: string; models: Answer[] };

const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const fromPlain = (value: unknown): unknown => {
  const { base64 } = Object(value) as { base64?: string };
  return base64 === undefined ? value : new Uint8Array(Buffer.from(base64, "base64"));
};

const optionsOf = (options: State): State =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [camelCase(name), fromPlain(value)]),
  );

/** The state that a comm was opened with, bytes and references in the fixture's form. */
function stateOf({ data, options }: Sent): State {
  const state = { ...(data.state as State) };
  for (const [index, path] of (data.buffer_paths as string[][]).entries()) {
    const bytes = (options.buffers ?? [])[index] as Uint8Array;
    state[path[0]] = { base64: Buffer.from(bytes).toString("base64") };
  }
  for (const name of ["layout", "style"]) {
    if (name in state) {
      assert.match(String(state[name]), /^IPY_MODEL_[0-9a-f]{32}$/);
      state[name] = "IPY_MODEL";
    }
  }
  return state;
}

describe("widgets: the states that reach the front end", () => {
  const box = (name: string) => name === "HBox" || name === "VBox";
  const classes = widgets as unknown as Record<
    string,
    new (...options: unknown[]) => widgets.Widget
  >;

  for (const { widget: name, options, state, layout, style } of fixture.models) {
    it(`are those of ipywidgets: ${name} with ${JSON.stringify(options)}`, () => {
      const host = recordingHost();
      try {
        const made = new classes[name](...(box(name) ? [[]] : []), optionsOf(options));
        const opened = host.comms.sent.filter(({ type }) => type === "open");
        const mine = opened.find(({ id }) => id === made.id)!;
        assert.deepEqual(stateOf(mine), state);
        assert.deepEqual(mine.options.metadata, { version: fixture.protocol });
        const part = (which: string) => {
          const id = String((mine.data.state as State)[which]).slice("IPY_MODEL_".length);
          return opened.find((one) => one.id === id)!;
        };
        assert.deepEqual(stateOf(part("layout")), layout);
        if (style) assert.deepEqual(stateOf(part("style")), style);
        assert.equal(opened.length, style ? 3 : 2);
        // What a state refers to is known to the front end before.
        assert.equal(opened.at(-1), mine);
      } finally {
        widgets.closeAll();
        host.remove();
      }
    });
  }
});
