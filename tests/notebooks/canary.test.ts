import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { variants, type Variant } from "../../scripts/lessons/notebook/types.ts";
import { runLesson, type LessonRun } from "../../scripts/lessons/run/run-lesson.ts";
import type { WrittenLesson } from "../../scripts/lessons/source/load.ts";
import { canaryCurriculum, canaryFolder, canaryLesson, changedCanary } from "./canary.ts";

/** Executes for real: the kernel must be installed. */
describe("the runner on a lesson that must fail", () => {
  let results: string;
  const lessonsBefore = process.env.DAYLAB_LESSONS;
  before(() => {
    results = mkdtempSync(path.join(tmpdir(), "canary-"));
    process.env.DAYLAB_LESSONS = canaryFolder;
  });
  after(() => {
    rmSync(results, { recursive: true });
    if (lessonsBefore === undefined) delete process.env.DAYLAB_LESSONS;
    else process.env.DAYLAB_LESSONS = lessonsBefore;
  });

  const run = (lesson: WrittenLesson, variant: Variant = "solution"): Promise<LessonRun> =>
    runLesson(lesson, variant, canaryCurriculum, { resultsFolder: results });

  for (const variant of variants) {
    it(`passes the ${variant} variant of the lesson without a defect`, async () => {
      const { problems, outcomes } = await run(await canaryLesson(), variant);
      assert.deepEqual(problems, []);
      const statuses = { starter: ["pending"], wrong: [], solution: ["met"] };
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        statuses[variant],
      );
    });
  }

  const cell = '// %% tags=["outcome"]';
  const insert = (code: string): [string, string] => [cell, `// %%\n${code}\n\n${cell}`];
  const defects: [string, [string, string], RegExp][] = [
    [
      "throws",
      insert('throw new RangeError("thrown on purpose");'),
      /^cell 11 \(day-001-cell-11\): RangeError: thrown on purpose$/,
    ],
    ["has a type error", insert('const wrong: number = "text";'), /^cell 11 .*2322|not assignable/],
    [
      "rejects a promise that nobody awaits",
      insert('void Promise.reject(new Error("nobody waits"));\nawait new Promise(setImmediate);'),
      /cell 11 .*nobody waits/,
    ],
    [
      "misses its outcome",
      ["passed(), { equals: 2, pendingUntilChecked: true }", "passed() - 1, { equals: 2 }"],
      /^cell 11 .*Outcome missed: checks-passed is 1; expected exactly 2/,
    ],
    ["ends the process", insert("process.exit(0);"), /^cell 11 /],
  ];
  for (const [what, [from, to], message] of defects) {
    it(`fails one that ${what}`, async () => {
      const { problems, notebook } = await run(await changedCanary([from, to]));
      assert.match(problems[0] ?? "no problem", message);
      const executed = notebook.cells.filter(
        (each) => each.cell_type === "code" && each.execution_count !== null,
      );
      assert.ok(executed.length >= 8, "what was executed before the failure is kept");
    });
  }

  it("names every defect that does not stop the run", async () => {
    const quiet: [string, string][] = [
      ["{ equals: 2, pendingUntilChecked: true }", "{ atLeast: 0 }"],
      ['await check("list", list);', "list;"],
      ["=> value * 2", "=> value * 3"],
      ['throw new Error("on purpose");', '"no error";'],
    ];
    const { problems, file } = await run(await changedCanary(...quiet));
    assert.equal(path.dirname(file), results);
    assert.deepEqual(problems, [
      "cell 4 (day-001-cell-04): is tagged raises-exception but raised none",
      'exercise "double": FAIL instead of PASS: double(21) · Expected: 42 · Received: 63',
      'exercise "list": no check record',
      'outcome "checks-passed" is held to atLeast 0; curriculum.json says equals 2',
    ]);
  });
});
