import assert from "node:assert/strict";
import {
  csv,
  english,
  exercisesCsv,
  learnersCsv,
  teacherReport,
} from "../../../../extension/src/core/index.ts";
import { attempt, document, smallCurriculum } from "../fake.ts";

const fail = { outcome: "FAIL", score: 0 } as const;

describe("the teacher's report", () => {
  const shared = attempt({ id: "same", seq: 1 });
  const documents = [
    {
      ...document("b", [
        shared,
        attempt({ exercise: "two", ...fail }),
        attempt({ exercise: "two", ...fail }),
      ]),
      name: "Bea",
    },
    document("a", [attempt({ lesson: "day-002", time: "2026-11-20T08:00:00Z", ...fail })]),
    // The same writer once more, from another folder.
    document("b", [shared, attempt({ exercise: "two", solutionSeen: true, score: 0.25 })]),
  ];
  const report = teacherReport(smallCurriculum, documents);

  it("has one row a learner: who is where", () => {
    assert.deepEqual(
      report.learners.map(({ name, writer, totals, score, solutions, at }) => [
        ...[name, writer, totals.exercisesPassed, score, solutions, at?.lesson, at?.why],
      ]),
      [
        ["Bea", "b", 2, 0.625, 1, "day-001", "resume"],
        ["a", "a", 0, 0, 0, "day-002", "resume"],
      ],
    );
    assert.equal(report.learners[1].latestTime, "2026-11-20T08:00:00Z");
  });

  it("names first what fails most", () => {
    assert.deepEqual(
      report.exercises.map((each) => [
        each.lesson,
        each.exercise,
        each.tried,
        each.passed,
        each.failures,
      ]),
      [
        ["day-001", "two", 1, 1, 2],
        ["day-002", "one", 1, 0, 1],
        ["day-001", "one", 1, 1, 0],
      ],
    );
  });

  it("goes into CSV", () => {
    const lines = learnersCsv(report, english).split("\r\n");
    assert.equal(lines[0].split(",").length, 10);
    assert.equal(lines[1].startsWith("Bea,b,0,1,2,0.63,1,0,day-001,"), true, lines[1]);
    assert.equal(lines.length, 4);
    assert.match(exercisesCsv(report, english), /\r\nday-001,two,One,1,1,2,1,2\r\n/);
  });

  it("of nobody is empty", () => {
    assert.deepEqual(teacherReport(smallCurriculum, []), { learners: [], exercises: [] });
  });
});

describe("csv", () => {
  it("quotes as RFC 4180 says", () => {
    assert.equal(
      csv([["a,b", 'say "hi"', "two\nlines", "", undefined, 1.5, -2]]),
      '"a,b","say ""hi""","two\nlines",,,1.5,-2\r\n',
    );
  });

  it("lets no text be run as a formula", () => {
    for (const text of [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      " =1",
      "|cmd",
      "%0a=1",
      '=HYPERLINK("x")',
      "＝1+1",
    ]) {
      const [cell] = csv([[text]]).split("\r\n");
      assert.match(cell, /^"?'/, JSON.stringify(text));
      assert.ok(cell.replaceAll('""', '"').includes(text.trim()));
    }
    assert.equal(csv([["Ada = Grace"]]), "Ada = Grace\r\n");
  });
});
