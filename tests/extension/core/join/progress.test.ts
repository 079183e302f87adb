import assert from "node:assert/strict";
import {
  passScore,
  progressByLesson,
  type AttemptRecord,
  type ExerciseProgress,
  type ProgressRecord,
} from "../../../../extension/src/core/index.ts";
import { passScore as ofTheKernel } from "../../../../library/src/check/progress.ts";
import { attempt } from "../fake.ts";

const one = (...records: ProgressRecord[]): ExerciseProgress => {
  const found = progressByLesson(records).get("day-001")?.exercises.get("one");
  assert.ok(found);
  return found;
};
const fail = (fields: Partial<AttemptRecord> = {}): AttemptRecord =>
  attempt({ outcome: "FAIL", score: 0, ...fields });
const hint = (n: number, fields: Partial<AttemptRecord> = {}): AttemptRecord =>
  attempt({ event: "hint", outcome: "UNATTEMPTED", hintsUsed: n, score: 1 - n / 10, ...fields });

describe("progressByLesson", () => {
  it("counts attempts and failures, and stays passed after a later failure", () => {
    const found = one(fail(), attempt({ outcome: "UNATTEMPTED", score: 0 }), attempt(), fail());
    assert.deepEqual([found.attempts, found.failures, found.passed], [3, 2, true]);
    assert.equal(found.latest, "FAIL");
    assert.equal(found.score, 1);
  });

  it("gives the score of the first pass", () => {
    const helped = attempt({ seq: 5, hintsUsed: 2, score: 0.8 });
    assert.equal(one(helped, attempt({ seq: 6, score: 1 })).score, 0.8);
    assert.equal(
      one(attempt({ seq: 4, score: 1 }), helped).score,
      1,
      "help after the pass costs nothing",
    );
  });

  it("remembers help that a restarted kernel forgot", () => {
    assert.equal(one(hint(1), hint(2), hint(3), attempt()).score, 0.7);
    const solution = attempt({
      event: "solution",
      outcome: "FAIL",
      solutionSeen: true,
      score: 0.25,
    });
    assert.equal(one(solution, attempt()).score, 0.25);
    assert.equal(one(solution, attempt()).solutionSeen, true);
    assert.equal(one(attempt({ seq: 0 }), solution).score, 1);
  });

  it("goes by the order of causes when the clock was set back", () => {
    const before = hint(3, { seq: 1, time: "2026-11-21T10:00:00Z" });
    const after = attempt({ seq: 2, time: "2026-11-21T08:00:00Z" });
    assert.equal(one(after, before).score, 0.7);
    assert.equal(one(after, before).passedAt, "2026-11-21T08:00:00Z");
  });

  it("counts the current epoch alone, and time of all", () => {
    const records: ProgressRecord[] = [
      attempt({ seq: 1 }),
      { ...attempt({ seq: 2 }), kind: "visit", id: "v", seconds: 90 },
      { ...attempt({ seq: 3 }), kind: "reset", id: "r", epoch: 1 },
    ];
    const undone = progressByLesson(records).get("day-001")!;
    assert.deepEqual([undone.started, undone.exercises.size, undone.seconds], [false, 0, 90]);
    assert.equal(undone.epoch, 1);
    const again = progressByLesson([...records, fail({ epoch: 1, seq: 4 })]).get("day-001")!;
    assert.equal(again.exercises.get("one")?.passed, false);
    assert.equal(again.started, true);
  });

  it("scores as the kernel does", () => {
    for (const solutionSeen of [false, true]) {
      for (let hintsUsed = 0; hintsUsed < 9; hintsUsed++) {
        const state = { latest: "PASS", hintsUsed, solutionSeen, passedWith: undefined } as const;
        assert.equal(passScore(hintsUsed, solutionSeen), ofTheKernel(state));
      }
    }
  });
});
