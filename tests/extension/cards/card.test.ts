import assert from "node:assert/strict";
import { checkCard, outcomeCard } from "../../../extension/src/cards/card.ts";
import { english } from "../../../extension/src/core/index.ts";
import type { CheckRecord, OutcomeRecord } from "../../../extension/src/core/index.ts";

const check: CheckRecord = {
  ...{ version: 1, event: "check", lesson: "day-001", exercise: "mean", title: "The mean" },
  ...{ outcome: "FAIL", message: "Got 3, not 4.", attempt: "a", hintsUsed: 1, hintsTotal: 3 },
  ...{ time: "2026-11-21T09:30:00.000+05:30", solutionSeen: false, score: 0 },
};
const outcome: OutcomeRecord = {
  ...{ version: 1, lesson: "day-001", metric: "accuracy", value: 0.91, bounds: { atLeast: 0.9 } },
  ...{ status: "met", message: "0.91 is at least 0.9.", attempt: "b", time: check.time },
};

describe("cards", () => {
  it("say the state in a word, by a symbol, and in a tone", () => {
    const looks = (["PASS", "FAIL", "EXCEPTION", "UNATTEMPTED"] as const).map((each) => {
      const { symbol, word, tone } = checkCard({ ...check, outcome: each }, english);
      return `${symbol} ${word} ${tone}`;
    });
    assert.deepEqual(looks, [
      ...["✓ Passed good", "✗ Not yet bad", "⚠ Error error", "○ Not attempted open"],
    ]);
    const outcomes = (["met", "missed", "pending"] as const).map(
      (status) => outcomeCard({ ...outcome, status }, english).word,
    );
    assert.deepEqual(outcomes, ["Reached", "Missed", "Pending"]);
  });

  it("say how many hints are left", () => {
    const notes = (hintsUsed: number) => checkCard({ ...check, hintsUsed }, english).notes;
    assert.deepEqual(notes(1), ['2 hints are left; `hint("mean")` shows the next.']);
    assert.deepEqual(notes(2), ['1 hint is left; `hint("mean")` shows it.']);
    assert.deepEqual(notes(3), ['No hint is left; `solution("mean")` shows an answer.']);
  });

  it("offer a hint and the solution until the exercise is passed", () => {
    const offered = (change: Partial<CheckRecord>) =>
      checkCard({ ...check, ...change }, english).help?.map((each) => Object.values(each).join());
    const solution = "day-001,mean,solution,Solution…";
    assert.deepEqual(offered({}), ["day-001,mean,hint,Hint", solution]);
    assert.deepEqual(offered({ outcome: "EXCEPTION" }), ["day-001,mean,hint,Hint", solution]);
    assert.deepEqual(offered({ hintsUsed: 3 }), [solution]);
    assert.equal(offered({ outcome: "PASS" }), undefined);
    assert.equal(offered({ event: "hint" }), undefined);
  });

  it("say the score of a pass and what lowered it", () => {
    const notes = (change: Partial<CheckRecord>) =>
      checkCard({ ...check, outcome: "PASS", score: 1, ...change }, english).notes;
    assert.deepEqual(notes({ hintsUsed: 0 }), ["Score 1 of 1."]);
    assert.deepEqual(notes({ score: 0.9 }), ["Score 0.9 of 1 with 1 hint."]);
    assert.deepEqual(notes({ score: 0.8, hintsUsed: 2 }), ["Score 0.8 of 1 with 2 hints."]);
    assert.deepEqual(notes({ score: 0.25, solutionSeen: true }), [
      "Score 0.25 of 1: the solution was shown.",
    ]);
  });

  it("show a solution as a listing and what a pass is worth now", () => {
    const record = { ...check, event: "solution", message: "const a = 1;", score: 0.25 } as const;
    const card = checkCard(record, english);
    assert.equal(card.code, "const a = 1;");
    assert.deepEqual(card.notes, ["A pass now scores 0.25 of 1."]);
    const passed = checkCard({ ...record, outcome: "PASS", score: 1 }, english);
    assert.deepEqual(passed.notes, ["Already passed: your score stays 1 of 1."]);
  });
});
