import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type * as tslab from "tslab";
import * as ours from "../../../kernel/src/api/tslab.ts";
import { record, type Recorded } from "./recorder.ts";

// CommonJS gives a namespace a default that no module declares.
type Tslab = Omit<typeof tslab, "default">;

// Ours stands in for tslab wherever its types are expected, and exports no name less.
const sameShape: Tslab = ours;

/** What tslab's engine hands on for each display; its public module sends through this variable. */
interface TslabOutput {
  readonly data: Record<string, string>;
  readonly transient: { readonly display_id?: string };
}
const require = createRequire(import.meta.url);
const theirs = require("tslab") as Tslab;
const engine = require("tslab/dist/jupyter") as {
  lastWriteDisplayData: ((output: TslabOutput, update: boolean | undefined) => void) | null;
};

function recordTheirs(use: (api: Tslab) => void) {
  const sent: { data: Record<string, string>; id: string | undefined; update: boolean }[] = [];
  engine.lastWriteDisplayData = ({ data, transient }, update = false) => {
    sent.push({ data, id: transient.display_id, update });
  };
  use(theirs);
  engine.lastWriteDisplayData = null;
  return sent;
}

function recordOurs(use: (api: Tslab) => void): Extract<Recorded, { kind: "display" }>[] {
  const recorder = record();
  use(sameShape);
  recorder.restore();
  return recorder.outputs();
}

const bytes = new Uint8Array([0, 1, 254, 255]);

describe("tslab's API on this kernel", () => {
  it("exports the same names", () => {
    assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
    assert.deepEqual(Object.keys(ours.versions).sort(), Object.keys(theirs.versions).sort());
  });

  it("has every method of tslab's display", () => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(theirs.display));
    const expected = methods.filter((name) => name !== "constructor").sort();
    assert.deepEqual(Object.keys(ours.display).sort(), expected);
  });

  const calls: [string, (api: Tslab) => void][] = [
    ["javascript", ({ display }) => display.javascript("alert('hi')")],
    ["html", ({ display }) => display.html("<b>hi</b>")],
    ["markdown", ({ display }) => display.markdown("# hi")],
    ["latex", ({ display }) => display.latex("$x$")],
    ["svg", ({ display }) => display.svg("<svg></svg>")],
    ["png", ({ display }) => display.png(bytes)],
    ["jpeg", ({ display }) => display.jpeg(bytes)],
    ["gif", ({ display }) => display.gif(Buffer.from(bytes))],
    ["pdf", ({ display }) => display.pdf(bytes)],
    ["text", ({ display }) => display.text("hi")],
    ["raw text", ({ display }) => void display.raw("text/csv", "a,b")],
    ["raw bytes", ({ display }) => void display.raw("audio/wav", bytes)],
    ["part of a buffer", ({ display }) => display.png(bytes.subarray(1, 3))],
  ];
  for (const [name, call] of calls) {
    it(`sends for ${name} the MIME type and content that tslab sends`, () => {
      const [expected] = recordTheirs(call);
      const [actual] = recordOurs(call);
      assert.ok(expected && actual);
      for (const [type, content] of Object.entries(expected.data)) {
        assert.equal(actual.output.data[type], content);
      }
      assert.equal(actual.options.update, expected.update);
    });
  }

  it("sends nothing beside that but forms for front ends that do not know the type", () => {
    for (const [, call] of calls) {
      const known = Object.keys(recordTheirs(call)[0]?.data ?? {});
      const added = Object.keys(recordOurs(call)[0]?.output.data ?? {}).filter(
        (type) => !known.includes(type),
      );
      assert.ok(added.every((type) => type === "text/plain" || type === "text/html"));
    }
  });

  it("newDisplay makes one output and overwrites it, as tslab's does", () => {
    const use = ({ newDisplay }: Tslab) => {
      const [a, b] = [newDisplay(), newDisplay()];
      a.text("a1");
      b.html("b1");
      a.text("a2");
      a.html("a3");
    };
    const theirOutputs = recordTheirs(use);
    const ourOutputs = recordOurs(use);
    const updates = [false, false, true, true];
    assert.deepEqual(
      theirOutputs.map(({ update }) => update),
      updates,
    );
    assert.deepEqual(
      ourOutputs.map(({ options }) => options.update),
      updates,
    );
    const which = (ids: (string | undefined)[]) => ids.map((id) => ids.indexOf(id));
    assert.deepEqual(
      which(ourOutputs.map(({ options }) => options.displayId)),
      which(theirOutputs.map(({ id }) => id)),
    );
  });

  it("reports the versions that run", () => {
    assert.equal(ours.versions.node, process.version);
    assert.equal(ours.versions.tslab, theirs.versions.tslab);
    const typescript = require("typescript/package.json") as { version: string };
    assert.equal(ours.versions.typescript, typescript.version);
  });
});
