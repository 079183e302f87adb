import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sourceWithBars, withBars } from "../../../scripts/lessons/calibrate/write-bars.ts";
import { readCurriculum } from "../../../scripts/lessons/curriculum/curriculum.ts";

describe("writing bars", () => {
  it("changes the number in the lesson's own call, and nothing else", () => {
    const source = [
      'outcome("mAP@0.5", score, { atLeast: 0.9 });',
      'outcome("rows", n, { equals: 344, pendingUntilChecked: true });',
      'outcome("rows2", n, { atLeast: 1e-3 });',
    ].join("\n");
    const bars = [
      { metric: "mAP@0.5", atLeast: 0.92 },
      { metric: "rows2", atLeast: 0.5 },
    ];
    const expected = source.replace("0.9 }", "0.92 }").replace("1e-3", "0.5");
    assert.equal(sourceWithBars(source, bars), expected);
  });

  it("writes small numbers as people do", () => {
    const source = 'outcome("gap", gap, { atMost: 1e-4 });';
    const written = (atMost: number) => sourceWithBars(source, [{ metric: "gap", atMost }]);
    assert.match(written(1e-6), /atMost: 1e-6 \}/);
    assert.match(written(0.0015), /atMost: 0\.0015 \}/);
  });

  it("says where a call has no number to change", () => {
    const bars = [{ metric: "rows", atLeast: 2 }];
    const source = 'outcome("rows", n, { atLeast: bar }); outcome("other", n, { atLeast: 3 });';
    assert.throws(() => sourceWithBars(source, bars), /no outcome\("rows", …, \{ atLeast: number/);
  });

  it("keeps the rest of the curriculum", () => {
    const before = readCurriculum();
    const calibrated = { seeds: 5, worst: 0.969, best: 0.98 };
    const outcomes = [{ metric: "test-accuracy", atLeast: 0.95, calibrated }];
    const after = withBars(before, "day-091", outcomes, 30.2);
    for (const [index, lesson] of after.lessons.entries()) {
      if (lesson.id === "day-091")
        assert.deepEqual(lesson, { ...before.lessons[index], outcomes, seconds: 31 });
      else assert.equal(lesson, before.lessons[index]);
    }
  });
});
