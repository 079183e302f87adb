import assert from "node:assert/strict";
import { readArguments } from "../../benchmarks/settings.ts";

describe("benchmarks: arguments", () => {
  it("measures everything in five rounds unless told otherwise", () => {
    assert.deepEqual(readArguments([]), {
      rounds: 5,
      quick: false,
      chosen: ["kernel", "frame", "scan", "learn", "nn", "text"],
    });
    assert.deepEqual(readArguments(["frame", "--quick"]), {
      rounds: 1,
      quick: true,
      chosen: ["frame"],
    });
    assert.equal(readArguments(["--quick", "--rounds", "2"]).rounds, 2);
  });

  it("refuses what it does not know", () => {
    assert.throws(
      () => readArguments(["plots"]),
      /no benchmark "plots"; choose kernel, frame, scan, learn, nn or text/u,
    );
    assert.throws(() => readArguments(["--rounds", "0"]), /1 or more; got "0"/u);
    assert.throws(() => readArguments(["--rounds", "many"]), /1 or more; got "many"/u);
    assert.throws(() => readArguments(["--fast"]), /Unknown option/u);
  });
});
