import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  curriculumView,
  filterLessons,
  inWords,
  parseCurriculum,
  progressByLesson,
  type Curriculum,
  type CurriculumFilter,
  type CurriculumView,
  type LessonStatus,
  type ProgressRecord,
} from "../../../../extension/src/core/index.ts";
import { attempt, lesson, smallCurriculum } from "../fake.ts";

const view = (
  records: ProgressRecord[],
  curriculum: Curriculum = smallCurriculum,
): CurriculumView => curriculumView(curriculum, progressByLesson(records));
const status = (records: ProgressRecord[]): LessonStatus =>
  view(records).lessons.get("day-001")!.status;
const reached = (fields: object = {}): ProgressRecord => ({
  ...{ kind: "outcome", id: `o-${String(Math.random())}`, seq: 1, time: "2026-11-21T09:30:00Z" },
  ...{
    lesson: "day-001",
    epoch: 0,
    metric: "rows",
    value: 344,
    bounds: {},
    status: "met" as const,
  },
  ...fields,
});
const failed = { outcome: "FAIL", score: 0 } as const;
const all = (day: string): ProgressRecord[] => [
  attempt({ lesson: day }),
  attempt({ lesson: day, exercise: "two", title: "Two" }),
  reached({ lesson: day }),
];

describe("a lesson's status", () => {
  it("goes from not started to done", () => {
    assert.equal(status([]), "not-started");
    const visit = { ...attempt(), kind: "visit", id: "v", seconds: 5 } as const;
    assert.equal(status([visit]), "in-progress");
    assert.equal(status([attempt(failed)]), "failed-checks");
    assert.equal(status([attempt(failed), attempt()]), "in-progress");
    assert.equal(
      status([attempt(), attempt({ exercise: "two" })]),
      "in-progress",
      "no outcome yet",
    );
    assert.equal(status(all("day-001")), "done");
  });

  it("is judged by the curriculum's bar, not by what a record claims", () => {
    const passes = all("day-001").slice(0, 2);
    assert.equal(status([...passes, reached({ value: 343 })]), "in-progress");
    assert.equal(status([...passes, reached({ value: "NaN" })]), "in-progress");
    assert.equal(status([...passes, reached({ status: "pending" })]), "in-progress");
    assert.equal(status([...passes, reached({ metric: "columns" })]), "in-progress");
    assert.equal(status([...passes, reached({ value: 1 }), reached()]), "done");
  });

  it("has no value of an outcome that waits for the exercises", () => {
    const value = (records: ProgressRecord[]) =>
      view(records).lessons.get("day-001")!.outcomes[0].value;
    assert.equal(value([reached({ status: "pending", value: "NaN" })]), undefined);
    assert.equal(value([reached({ status: "missed", value: 343 })]), 343);
  });

  it("is not done by an exercise of another name", () => {
    assert.equal(status([attempt(), attempt({ exercise: "three" }), reached()]), "in-progress");
  });

  it("is undone by a reset", () => {
    const reset = { ...attempt(), kind: "reset", id: "r", epoch: 1 } as const;
    assert.equal(status([...all("day-001"), reset]), "not-started");
  });

  it("needs as many exercises as the curriculum promises, where their ids are not known", () => {
    const one = view([attempt({ lesson: "day-002" }), reached({ lesson: "day-002" })]);
    assert.equal(one.lessons.get("day-002")!.status, "in-progress");
    assert.deepEqual(
      one.lessons.get("day-002")!.exercises.map((each) => [each.id, each.title, each.status]),
      [
        ["one", "One", "passed"],
        [undefined, "Two", "untried"],
      ],
    );
    assert.equal(view(all("day-002")).lessons.get("day-002")!.status, "done");
    const other = view([attempt({ lesson: "day-002", exercise: "x", title: "Renamed" })]);
    assert.deepEqual(
      other.lessons.get("day-002")!.exercises.map((each) => each.title),
      ["Renamed", "Two"],
    );
  });
});

describe("the curriculum's view", () => {
  it("knows which prerequisites are met", () => {
    const before = view([]).lessons.get("day-002")!;
    assert.deepEqual(before.prerequisites, [{ id: "day-001", title: "Lesson 1", met: false }]);
    assert.equal(before.prerequisitesMet, false);
    assert.equal(view(all("day-001")).lessons.get("day-002")!.prerequisitesMet, true);
    assert.equal(view([]).lessons.get("day-001")!.prerequisitesMet, true);
  });

  it("sums up by track and over all", () => {
    const visit = {
      ...attempt({ lesson: "day-003" }),
      kind: "visit",
      id: "v",
      seconds: 90,
    } as const;
    const { totals, tracks } = view([...all("day-001"), visit]);
    assert.deepEqual(totals, {
      ...{ lessons: 3, lessonsDone: 1, lessonsStarted: 2, exercises: 6, exercisesPassed: 2 },
      seconds: 90,
    });
    assert.deepEqual(
      tracks.map((each) => [each.lessons.length, each.totals.lessonsDone, each.totals.seconds]),
      [
        [2, 1, 0],
        [1, 0, 90],
      ],
    );
  });

  it("continues where the learner left off", () => {
    const next = (records: ProgressRecord[]): unknown => view(records).next;
    assert.deepEqual(next([]), { lesson: "day-001", why: "start" });
    assert.deepEqual(next([attempt({ lesson: "day-003" }), attempt({ lesson: "day-002" })]), {
      ...{ lesson: "day-002", why: "resume" },
    });
    assert.deepEqual(next(all("day-001")), { lesson: "day-002", why: "next" });
    assert.deepEqual(next(all("day-003")), { lesson: "day-001", why: "next" });
    const done = [...all("day-001"), ...all("day-002"), ...all("day-003")];
    assert.equal(next(done), undefined);
  });

  it("goes on past lessons that are not written, which keep nobody from what builds on them", () => {
    const lessons = smallCurriculum.lessons.map((each) =>
      each.id === "day-002" ? { ...each, outcomes: undefined } : each,
    );
    const progress = progressByLesson(all("day-001"));
    const { next, lessons: shown } = curriculumView({ ...smallCurriculum, lessons }, progress);
    assert.equal(shown.get("day-002")!.written, false);
    assert.deepEqual(next, { lesson: "day-003", why: "next" });
  });

  it("filters by words, status and track", () => {
    const shown = view([...all("day-001"), attempt({ lesson: "day-002", ...failed })]);
    const keep = (filter: CurriculumFilter): string[] => [
      ...filterLessons(shown, smallCurriculum, filter),
    ];
    assert.deepEqual(keep({}), ["day-001", "day-002", "day-003"]);
    assert.deepEqual(keep({ search: "lesson 3" }), ["day-003"]);
    assert.deepEqual(keep({ search: "SECOND" }), ["day-003"], "the track's title");
    assert.deepEqual(keep({ search: "péngüins two" }).length, 3);
    assert.deepEqual(keep({ search: "penguins xyzzy" }), []);
    assert.deepEqual(keep({ statuses: ["done"] }), ["day-001"]);
    assert.deepEqual(keep({ statuses: ["failed-checks"] }), ["day-002"]);
    assert.deepEqual(keep({ statuses: ["in-progress"] }), ["day-002"]);
    assert.deepEqual(keep({ statuses: ["not-started", "done"] }), ["day-001", "day-003"]);
    assert.deepEqual(keep({ track: "02-second", search: "lesson" }), ["day-003"]);
  });

  it("is that of the project's own curriculum", () => {
    const file = new URL("../../../../notebooks/curriculum.json", import.meta.url);
    const parsed = parseCurriculum(readFileSync(file, "utf8"));
    assert.ok(parsed.ok);
    const { lessons, tracks } = curriculumView(parsed.curriculum, new Map());
    assert.equal(lessons.size, parsed.curriculum.lessons.length);
    assert.equal(
      tracks.reduce((sum, track) => sum + track.lessons.length, 0),
      lessons.size,
    );
    assert.equal(lessons.get("day-001")!.path, "01-setup-numerics/day-001-hello-notebook.ipynb");
    assert.equal(lessons.get("day-001")!.written, true);
  });
});

describe("parseCurriculum", () => {
  const problems = (value: unknown): string[] => {
    const parsed = parseCurriculum(typeof value === "string" ? value : JSON.stringify(value));
    return parsed.ok ? [] : parsed.problems.map(inWords);
  };

  it("says what is wrong and where", () => {
    assert.match(problems("{")[0], /^is no JSON/);
    assert.deepEqual(problems([]), ["is [], not an object"]);
    assert.deepEqual(problems({ version: 2 }), ["version is 2, not 1"]);
    assert.deepEqual(problems({ version: 1, tracks: 5, lessons: [3] }), [
      "tracks is 5, not a list",
      "lessons[0] is 3, not an object",
    ]);
    const bad = { ...lesson(1, "x", []), day: "1", title: 7, prerequisites: "day-000" };
    assert.deepEqual(problems({ version: 1, tracks: [], lessons: [bad] }), [
      "lessons[0].title is 7, not a text",
      'lessons[0].prerequisites is "day-000", not a list of texts',
      'lessons[0].day is "1", not a whole number',
    ]);
    assert.deepEqual(problems(smallCurriculum), []);
  });
});
