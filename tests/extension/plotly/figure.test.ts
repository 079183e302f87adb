import assert from "node:assert/strict";
import { readFigure } from "../../../extension/src/plotly/figure.ts";

describe("readFigure", () => {
  it("fills what a figure leaves out", () => {
    assert.deepEqual(readFigure({ data: [{ y: [1] }], frames: null }), {
      ...{ data: [{ y: [1] }], layout: {}, config: {}, frames: [] },
    });
    assert.deepEqual(readFigure({}).data, []);
  });

  it("says which part is wrong", () => {
    assert.throws(() => readFigure("text"), /is an object; this is "text"/);
    assert.throws(() => readFigure(undefined), /this is undefined/);
    assert.throws(() => readFigure([]), /this is \[\]/);
    assert.throws(() => readFigure({ data: [1] }), /data is no list of traces: \[1\]/);
    assert.throws(() => readFigure({ data: [], layout: [] }), /layout is no object: \[\]/);
    assert.throws(() => readFigure({ data: [], frames: {} }), /frames is no list of frames: \{\}/);
    assert.throws(() => readFigure({ data: "x".repeat(99) }), /x{59}…/);
  });
});
