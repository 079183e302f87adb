import assert from "node:assert/strict";
import { junit } from "../../../scripts/lessons/report/files.ts";
import { statusPage } from "../../../scripts/lessons/report/status-page.ts";
import { failureText, summaryTable } from "../../../scripts/lessons/report/text.ts";
import type { LessonRun } from "../../../scripts/lessons/run/run-lesson.ts";

const code = {
  cell_type: "code",
  execution_count: 1,
  id: "day-001-cell-02",
  metadata: {},
  source: ["const a = 1;\n", "throw a;"],
  outputs: [{ output_type: "error", ename: "Error", evalue: "a < b", traceback: ["one", "two"] }],
} as const;
const passed: LessonRun = {
  id: "day-001",
  variant: "solution",
  problems: [],
  seconds: 2.34,
  megabytes: 412,
  outcomes: [{ metric: "accuracy", value: 0.958333, bounds: { atLeast: 0.9 }, status: "met" }],
  size: { text: 1234, images: 0 },
  file: "x.ipynb",
  notebook: { cells: [] } as unknown as LessonRun["notebook"],
  failure: null,
  overtime: false,
};
const failed: LessonRun = {
  ...passed,
  variant: "wrong",
  problems: ["cell 1 (day-001-cell-02): Error: a < b \u001B[31m&"],
  outcomes: [],
  notebook: { cells: [code] } as unknown as LessonRun["notebook"],
  failure: { kind: "error", message: "Error: a < b", cell: 0 },
};

describe("reporting runs", () => {
  it("sums up in a table", () => {
    assert.equal(
      summaryTable([passed, failed]),
      [
        "lesson   variant   result  seconds  MB   kB + images  outcome",
        "day-001  solution  passed  2.3      412  2 + 0        accuracy 0.9583",
        "day-001  wrong     FAILED  2.3      412  2 + 0",
      ].join("\n"),
    );
  });

  it("shows in a page what each variant did, its outcome beside the bar, and what went wrong", () => {
    const page = statusPage([passed, { ...failed, cached: false }]);
    assert.match(page, /1 of 2 runs failed/);
    assert.match(page, /accuracy 0\.9583 \(≥ 0\.9\)/);
    assert.match(page, /✓ passed, 2\.3 s/);
    assert.match(page, /✗ failed, 2\.3 s/);
    assert.match(page, /<td>not run<\/td>/);
    assert.match(page, /<td class="number">412<\/td>/);
    assert.match(page, /Error: a &lt; b/);
    assert.match(statusPage([passed]), /All 1 runs of 1 lessons passed/);
  });

  it("shows the cell that stopped the run, and its error", () => {
    assert.equal(
      failureText(failed),
      [
        "day-001 wrong",
        "  ✗ cell 1 (day-001-cell-02): Error: a < b \u001B[31m&",
        "",
        "  cell 1 (day-001-cell-02):",
        "  │ const a = 1;",
        "  │ throw a;",
        "",
        "  one",
        "  two",
      ].join("\n"),
    );
  });

  it("writes JUnit XML without what XML does not allow", () => {
    const xml = junit([passed, failed]);
    assert.match(xml, /<testsuite name="lessons" tests="2" failures="1" skipped="0">/);
    assert.match(xml, /<testcase classname="day-001" name="solution" time="2.340"\/>/);
    assert.match(xml, /<failure message="cell 1 \(day-001-cell-02\): Error: a &lt; b \[31m&amp;">/);
    assert.ok(!xml.includes("\u001B"));
  });
});
