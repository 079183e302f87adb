import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { LessonSession } from "../../../library/src/check/session.ts";
import { defineChecks, exercise, lesson, todo } from "../../../library/src/check/index.ts";
import {
  checkMimeType,
  outcomeMimeType,
  type CheckRecord,
  type OutcomeRecord,
} from "../../../library/src/check/records.ts";
import { recordingHost } from "../recording-host.ts";
import checks from "./fixtures/day-900-sample/checks.ts";

const double = (x: number): number => x * 2;

describe("check: a lesson", () => {
  let host: ReturnType<typeof recordingHost>;
  let session: LessonSession;
  beforeEach(() => {
    host = recordingHost();
    const solution = (id: string): string => `<the solution of ${id}>`;
    session = new LessonSession({ id: "day-900", checks, solution });
  });
  afterEach(() => host.remove());

  const last = (): CheckRecord => host.published.at(-1)?.bundle[checkMimeType] as CheckRecord;
  const text = (): string => String(host.published.at(-1)?.bundle["text/plain"]);

  it("a right answer passes with a full record, HTML and text", () => {
    assert.equal(session.check("double", double), undefined);
    const { attempt, time, message, ...rest } = last();
    assert.deepEqual(rest, {
      version: 1,
      event: "check",
      lesson: "day-900",
      exercise: "double",
      title: "Twice <as> much",
      outcome: "PASS",
      hintsUsed: 0,
      hintsTotal: 3,
      solutionSeen: false,
      score: 1,
    });
    assert.match(attempt, /^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000);
    assert.notEqual(message, "");
    assert.deepEqual(Object.keys(host.published[0].bundle).sort(), [
      checkMimeType,
      "text/html",
      "text/plain",
    ]);
    assert.match(text(), /✓ Passed: Twice <as> much/);
    assert.equal(session.passed(), 1);
  });

  it("a wrong answer fails and says what was expected and received", () => {
    void session.check("double", (x: number) => x + 2);
    assert.equal(last().outcome, "FAIL");
    assert.equal(last().message, "double(3)\nExpected: 6\nReceived: 5");
    assert.equal(last().score, 0);
    assert.equal(session.passed(), 0);
  });

  it("code that throws is an exception, whatever it throws", () => {
    for (const [thrown, message] of [
      [new RangeError("too far"), /RangeError: too far/],
      ["a text", /'a text'/],
      [undefined, /undefined/],
    ] as const) {
      void session.check("double", () => {
        throw thrown as Error;
      });
      assert.equal(last().outcome, "EXCEPTION");
      assert.match(last().message, message);
    }
  });

  it("an answer that is not written is unattempted, in every form", async () => {
    const answers: [string, unknown][] = [
      ["double", todo()],
      ["double", (): number => todo()],
      ["double", (x: number): number => todo<number>() + x],
      ["means", [1, todo()]],
      ["means", Promise.resolve([todo()])],
      ["means", Promise.resolve().then(() => todo<number[]>().map(double))],
    ];
    for (const [id, answer] of answers) {
      await session.check(id, answer);
      assert.equal(last().outcome, "UNATTEMPTED", last().message);
    }
    assert.equal(host.published.length, answers.length);
  });

  it("an asynchronous answer or checker is awaited", async () => {
    const pending = session.check("means", Promise.resolve([1, 2, 3]));
    assert.equal(host.published.length, 0);
    assert.equal(await pending, undefined);
    assert.equal(last().outcome, "PASS");
    await session.check("means", [1, 2]);
    assert.equal(last().outcome, "FAIL");
    await session.check("means", Promise.reject(new Error("no network")));
    assert.equal(last().outcome, "EXCEPTION");
    assert.match(last().message, /no network/);
  });

  it("hints come one at a time, are counted and lower the score of a later pass", () => {
    session.hint("double");
    assert.match(text(), /\? Hint: 1 of 3: .*\nTwice is a product\.\nA pass now scores 0\.9/);
    session.hint("double");
    assert.match(text(), /2 of 3/);
    session.hint("double");
    session.hint("double");
    assert.match(text(), /last hint; `solution\("double"\)`.*\n1\. Twice.*\n2\. .*\n3\. /);
    assert.equal(last().hintsUsed, 3);
    assert.equal(last().event, "hint");
    assert.equal(last().outcome, "UNATTEMPTED");
    void session.check("double", double);
    assert.equal(last().score, 0.7);
    session.solution("double");
    assert.match(text(), /<the solution of double>/);
    assert.match(text(), /your score stays 0\.7/);
    assert.equal(last().outcome, "PASS");
  });

  it("a solution seen before the pass costs most of the score", () => {
    session.solution("double");
    assert.equal(last().solutionSeen, true);
    assert.equal(last().event, "solution");
    assert.equal(last().message, "<the solution of double>");
    void session.check("double", double);
    assert.equal(last().score, 0.25);
  });

  it("an unknown exercise names the nearest and publishes nothing", () => {
    for (const use of [
      () => session.check("duoble", 1),
      () => session.hint("duoble"),
      () => session.solution("duoble"),
    ])
      assert.throws(use, /day-900 has no exercise "duoble"\. Did you mean "double"\?.*means/);
    assert.throws(() => session.check("toString", 1), /no exercise "toString"/);
    assert.equal(host.published.length, 0);
  });

  it("what people wrote is escaped in the card", () => {
    void session.check("double", () => "<img src=x onerror=alert(1)>");
    const html = String(host.published[0].bundle["text/html"]);
    assert.ok(html.includes("Twice &lt;as&gt; much"));
    assert.ok(html.includes("&lt;img src=x"));
    assert.equal(html.includes("<img"), false);
    assert.ok(html.includes("✗") && html.includes("Not yet"), "state in a symbol and a word");
    assert.ok(html.includes("--jp-"), "follows the theme");
  });

  const outcomeRecord = (): OutcomeRecord =>
    host.published.at(-1)?.bundle[outcomeMimeType] as OutcomeRecord;

  it("an outcome that is met is published, with its bounds", () => {
    session.outcome("accuracy", 0.95, { atLeast: 0.93 });
    const { lesson: id, metric, value, bounds, status } = outcomeRecord();
    assert.deepEqual(
      { id, metric, value, bounds, status },
      { id: "day-900", metric: "accuracy", value: 0.95, bounds: { atLeast: 0.93 }, status: "met" },
    );
    assert.match(text(), /✓ Reached: accuracy/);
  });

  it("an outcome that is missed is only reported in a calibration", () => {
    process.env.DAYLAB_MISSED = "report";
    try {
      session.outcome("accuracy", 0.81, { atLeast: 0.93 });
    } finally {
      delete process.env.DAYLAB_MISSED;
    }
    assert.equal(outcomeRecord().status, "missed");
  });

  it("an outcome that is missed is published and throws", () => {
    assert.throws(
      () => session.outcome("accuracy", 0.81, { atLeast: 0.93 }),
      /accuracy is 0\.81; expected at least 0\.93/,
    );
    assert.equal(outcomeRecord().status, "missed");
    assert.throws(() => session.outcome("loss", 2, { atMost: 1 }), /at most 1/);
    assert.throws(() => session.outcome("rows", 343, { equals: 344 }), /exactly 344/);
    assert.throws(() => session.outcome("iou", NaN, { atLeast: 0 }), /NaN/);
    assert.match(JSON.stringify(outcomeRecord()), /"value":"NaN"/);
  });

  it("an outcome may wait until every exercise is passed", async () => {
    session.outcome("passed", session.passed(), { equals: 2, pendingUntilChecked: true });
    assert.equal(outcomeRecord().status, "pending");
    void session.check("double", double);
    await session.check("means", [1, 2, 3]);
    session.outcome("passed", session.passed(), { equals: 2, pendingUntilChecked: true });
    assert.equal(outcomeRecord().status, "met");
    assert.throws(() => session.outcome("x", 1, { equals: 2, pendingUntilChecked: true }));
  });

  it("an outcome without bounds, or with bounds on a text, is refused", () => {
    assert.throws(() => session.outcome("accuracy", 1, {}), /needs \{ atLeast \}/);
    assert.throws(() => session.outcome("name", "x", { atLeast: 1 }), /needs a number, not 'x'/);
  });

  it("opening a lesson again keeps what was passed", async () => {
    const configured = process.env.DAYLAB_LESSONS;
    process.env.DAYLAB_LESSONS = join(import.meta.dirname, "fixtures");
    try {
      const first = await lesson("day-900");
      await first.check("double", double);
      first.solution("means");
      assert.match(text(), /means = \[1, 2\];/);
      const second = await lesson("day-900");
      assert.equal(second.passed(), 1);
    } finally {
      if (configured === undefined) delete process.env.DAYLAB_LESSONS;
      else process.env.DAYLAB_LESSONS = configured;
    }
  });

  it("a plain Node process, found by the package name, prints the text form", () => {
    const code = `
      import { lesson, todo } from "daylab/check";
      const { check } = await lesson("day-900");
      await check("double", todo());
      await check("double", (x) => 2 * x);`;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: import.meta.dirname,
      env: { ...process.env, DAYLAB_LESSONS: join(import.meta.dirname, "fixtures") },
      encoding: "utf8",
    });
    assert.match(output, /^○ Not attempted: Twice.*✓ Passed: Twice/s);
  });
});

describe("check: defineChecks", () => {
  const good = { title: "t", hints: ["a", "b"], check: () => {} };
  it("takes complete exercises and refuses others with the reason", () => {
    defineChecks({ good: exercise(good) });
    assert.throws(() => defineChecks({ "a b": good }), /letters, digits/);
    assert.throws(() => defineChecks({ x: { ...good, title: "" } }), /needs a title/);
    assert.throws(() => defineChecks({ x: { ...good, hints: ["one"] } }), /two hints/);
    assert.throws(() => defineChecks({ x: { ...good, check: 1 as never } }), /check\(answer/);
    assert.throws(() => defineChecks({ x: undefined as never }), /needs a title/);
  });
});
