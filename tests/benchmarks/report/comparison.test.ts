import assert from "node:assert/strict";
import { comparison, type Measurement, type Run } from "../../../benchmarks/report/comparison.ts";

const time: Measurement = { key: "cell", title: "cell, ms", kind: "samples" };
const arrived: Measurement = { key: "out", title: "outputs", kind: "count" };

const run = (peer: string, round: number, cell: number[], out: [number, number]): Run => ({
  peer,
  round,
  samples: { cell },
  counts: { out },
});

/** The cells of a line of the table. */
function cellsOf(table: string, at: number): string[] {
  const line = table.split("\n")[at];
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

describe("benchmarks: comparison", () => {
  const runs = [
    run("ours", 0, [1, 2, 30], [500, 500]),
    run("theirs", 0, [4, 4, 4], [499, 500]),
    run("theirs", 1, [40, 40, 40], [498, 500]),
    run("ours", 1, [10, 20, 30], [500, 500]),
  ];

  it("shows the median of the rounds, their range, and the ratio to the baseline", () => {
    const table = comparison(runs, ["ours", "theirs"], "theirs", [time]);
    assert.deepEqual(cellsOf(table, 0), ["", "ours", "theirs", "ours ÷ theirs"]);
    assert.deepEqual(cellsOf(table, 2), [
      "cell, ms",
      "11.0 (2.00–20.0)",
      "22.0 (4.00–40.0)",
      "0.500",
    ]);
  });

  it("adds up what arrived in all rounds", () => {
    const table = comparison(runs, ["ours", "theirs"], "theirs", [arrived]);
    assert.deepEqual(cellsOf(table, 2), [
      "outputs",
      "1\u00a0000 of 1\u00a0000",
      "997 of 1\u00a0000",
      "",
    ]);
  });

  it("has a dash for what was not measured, and no range of a single round", () => {
    const one = [run("ours", 0, [2], [1, 1]), { ...run("theirs", 0, [], [1, 1]), counts: {} }];
    const table = comparison(one, ["ours", "theirs"], "theirs", [time, arrived]);
    assert.deepEqual(cellsOf(table, 2), ["cell, ms", "2.00", "–", "–"]);
    assert.deepEqual(cellsOf(table, 3), ["outputs", "1 of 1", "–", ""]);
  });
});
