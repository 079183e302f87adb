import assert from "node:assert/strict";
import { machineLine } from "../../../benchmarks/report/machine.ts";

describe("benchmarks: machine", () => {
  const machine = {
    date: "2026-01-02T03:04:05.000Z",
    cores: 2,
    memoryGiB: 24,
    platform: "linux x64",
    node: "v24.19.0",
    load: 0.2,
  };

  it("is one line", () => {
    assert.equal(
      machineLine(machine, 1.2),
      "2 cores, 24 GiB, linux x64, Node v24.19.0, 2026-01-02, load 0.2 before and 1.2 after.",
    );
  });

  it("warns where others used the machine, before or meanwhile", () => {
    assert.match(machineLine({ ...machine, load: 1.5 }, 1), /was busy/u);
    assert.match(machineLine(machine, 3), /was busy/u);
  });
});
