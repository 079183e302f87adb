import assert from "node:assert/strict";
import { outlineIndices, sampleIndices } from "../../../../library/src/plot/table/sample.ts";

describe("sampleIndices", () => {
  it("gives exactly as many as asked, in order, the same each time", () => {
    const sample = sampleIndices(100_000, 2000);
    assert.equal(sample.length, 2000);
    assert.ok(
      sample.every((value, i) => value < 100_000 && (i === 0 || value > (sample[i - 1] ?? 0))),
    );
    assert.deepEqual(sampleIndices(100_000, 2000), sample);
  });

  it("spreads over the whole and does not follow a period", () => {
    const sample = sampleIndices(100_000, 2000);
    for (let part = 0; part < 10; part++) {
      const inside = sample.filter((value) => Math.floor(value / 10_000) === part).length;
      assert.ok(inside > 140 && inside < 260, `tenth ${String(part)} has ${String(inside)} of 200`);
    }
    const even = sample.filter((value) => value % 50 < 25).length;
    assert.ok(even > 850 && even < 1150, `${String(even)} of 1000`);
  });

  it("keeps everything when there is little", () => {
    assert.deepEqual(sampleIndices(4, 10), [0, 1, 2, 3]);
    assert.deepEqual(sampleIndices(0, 10), []);
  });
});

describe("outlineIndices", () => {
  it("keeps both ends and every peak of a long line", () => {
    const values = Array.from({ length: 50_000 }, (_, i) =>
      i % 5000 === 1234 ? 9 : Math.sin(i / 700),
    );
    const kept = new Set(outlineIndices(values, 400));
    assert.ok(kept.size <= 400);
    assert.ok(kept.has(0) && kept.has(49_999));
    values.forEach((value, i) => {
      if (value === 9) assert.ok(kept.has(i), `the peak at ${String(i)}`);
    });
  });

  it("keeps everything of a short line", () => {
    assert.deepEqual(outlineIndices([3, 1, 2], 10), [0, 1, 2]);
  });
});
