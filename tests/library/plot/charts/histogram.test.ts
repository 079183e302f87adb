import assert from "node:assert/strict";
import { histogram } from "../../../../library/src/plot/index.ts";
import { answers } from "../answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { values, byBins, equal } = answers.histograms;

function binsOf(
  options: Parameters<typeof histogram>[1],
): { start: number; end: number; count: number }[] {
  return histogram(values, options as object).spec.data.values as never;
}

describe("histogram", () => {
  it("counts as NumPy does for a given number of bins", () => {
    for (const { bins, counts, edges } of byBins) {
      const ours = binsOf({ bins });
      assert.deepEqual(
        ours.map(({ count }) => count),
        counts,
      );
      ours.forEach(({ start, end }, i) => {
        assert.ok(
          Math.abs(start - (edges[i] ?? NaN)) < 1e-9 &&
            Math.abs(end - (edges[i + 1] ?? NaN)) < 1e-9,
        );
      });
    }
  });

  it("does as NumPy when all values are equal", () => {
    const ours = histogram([3, 3, 3], { bins: 2 }).spec.data.values;
    assert.deepEqual(
      ours.map(({ count }) => count),
      equal.counts,
    );
    assert.deepEqual([...ours.map(({ start }) => start), ours.at(-1)?.["end"]], equal.edges);
  });

  it("without a number of bins has round edges that hold every value", () => {
    const ours = binsOf({});
    const width = (ours[0]?.end ?? NaN) - (ours[0]?.start ?? NaN);
    assert.ok([1, 2, 2.5, 5, 10].includes(width), String(width));
    assert.equal(
      ours.reduce((sum, { count }) => sum + count, 0),
      values.length,
    );
    assert.ok(ours.length >= 8 && ours.length <= 60, `${String(ours.length)} bins`);
  });

  it("takes a bin width, down to fractions", () => {
    const ours = histogram([0.1, 0.25, 0.3, 0.3], { binWidth: 0.1 }).spec.data.values;
    assert.deepEqual(
      ours.map(({ start, count }) => [start, count]),
      [
        [0.1, 1],
        [0.2, 1],
        [0.3, 2],
      ],
    );
  });

  it("makes valid specs, in front of each other and stacked, and holds bins only", () => {
    const rows = values.map((value, i) => ({ value, half: i % 2 ? "odd" : "even" }));
    for (const mode of ["overlay", "stack"] as const) {
      const chart = histogram(rows, { x: "value", color: "half", mode, binWidth: 10 });
      assertValidSpec(chart);
      assert.equal(
        chart.spec.data.values.reduce((sum, bin) => sum + Number(bin["count"]), 0),
        values.length,
      );
      assert.ok(chart.spec.data.values.length < 30);
    }
    assertValidSpec(histogram(values, { title: "Values" }));
  });

  it("refuses text, and numbers of bins that make no sense", () => {
    assert.throws(() => histogram([{ a: "x" }], { x: "a" }), /Column 'a' must hold numbers/);
    for (const bins of [0, 2.5, 5000])
      assert.throws(() => histogram(values, { bins }), /whole number from 1 to 1000/);
    assert.throws(() => histogram(values, { binWidth: -1 }), /positive number/);
    assert.throws(() => histogram(values, { binWidth: 1e-6 }), /at most 1000 bins/);
  });
});
