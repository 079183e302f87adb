import assert from "node:assert/strict";
import * as ours from "../../../../extension/src/core/index.ts";
import * as theirs from "../../../../library/src/check/records.ts";
import { check } from "../fake.ts";

/** Compiles only while both sides say the same. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const same: [
  Same<ours.CheckRecord, theirs.CheckRecord>,
  Same<ours.OutcomeRecord, theirs.OutcomeRecord>,
  Same<Required<ours.OutcomeBounds>, Required<theirs.OutcomeBounds>>,
] = [true, true, true];

const reached: ours.OutcomeRecord = {
  version: 1,
  lesson: "day-009",
  metric: "rows",
  value: 344,
  bounds: { equals: 344 },
  status: "met",
  message: "rows is 344; expected exactly 344.",
  attempt: "b",
  time: "2026-11-21T09:30:00.000+05:30",
};

const without = (record: object, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

describe("published records", () => {
  it("are those of the library", () => {
    assert.deepEqual(same, [true, true, true]);
    assert.equal(ours.checkMimeType, theirs.checkMimeType);
    assert.equal(ours.outcomeMimeType, theirs.outcomeMimeType);
  });

  it("are taken when they are whole", () => {
    assert.ok(ours.asCheckRecord(check("one")));
    assert.ok(ours.asOutcomeRecord(reached));
  });

  it("are refused when any field is missing or odd", () => {
    for (const name of Object.keys(check("one"))) {
      const rest = without(check("one"), name);
      assert.equal(ours.asCheckRecord(rest), undefined, name);
      assert.equal(ours.asCheckRecord({ ...rest, [name]: null }), undefined, name);
    }
    for (const name of Object.keys(reached)) {
      const rest = without(reached, name);
      assert.equal(ours.asOutcomeRecord(rest), undefined, name);
    }
    for (const odd of [undefined, null, 1, "text", [], {}, check("one", { score: 2 })]) {
      assert.equal(ours.asCheckRecord(odd), undefined);
    }
  });
});
