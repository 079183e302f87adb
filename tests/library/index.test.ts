import assert from "node:assert/strict";
import * as daylab from "daylab";

describe("the library as a whole", () => {
  it("has every part under its name", () => {
    assert.deepEqual(Object.keys(daylab).sort(), [
      "check",
      "datasets",
      "frame",
      "learn",
      "nn",
      "plot",
      "random",
      "text",
      "vision",
      "widgets",
    ]);
    assert.equal(new daylab.random.Random(1).bits(), new daylab.nn.Random(1).bits());
  });
});
