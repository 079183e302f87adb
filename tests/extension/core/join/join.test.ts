import assert from "node:assert/strict";
import {
  join,
  journalEntries,
  progressByLesson,
  type Records,
} from "../../../../extension/src/core/index.ts";
import { Seeded } from "../random.ts";
import { randomList, randomRecord } from "./random-records.ts";

const asObject = (records: Records): unknown => Object.fromEntries([...records].sort());

describe("join", () => {
  it("is commutative, associative and idempotent: 3000 triples of documents", () => {
    const random = new Seeded(1);
    for (let i = 0; i < 3000; i++) {
      const [a, b, c] = [randomList(random), randomList(random), randomList(random)];
      const all = asObject(join(a, b, c));
      assert.deepEqual(asObject(join(c, a, b)), all);
      assert.deepEqual(asObject(join(join(a, b).values(), c)), all);
      assert.deepEqual(asObject(join(a, join(b, c).values())), all);
      assert.deepEqual(asObject(join(a, b, c, a, join(a, b, c).values())), all);
    }
  });

  it("says the same of every lesson and entry in whatever order the records came: 1000 times", () => {
    const random = new Seeded(2);
    for (let i = 0; i < 1000; i++) {
      const lists = [randomList(random), randomList(random), randomList(random)];
      const first = join(...lists);
      const other = join(...random.shuffled(lists).map((list) => random.shuffled(list)));
      const said = (records: Records): unknown => [
        Object.fromEntries([...progressByLesson(records.values())].sort()),
        journalEntries(records.values()),
      ];
      assert.deepEqual(said(other), said(first));
    }
  });

  it("loses no id and invents none", () => {
    const random = new Seeded(3);
    for (let i = 0; i < 500; i++) {
      const lists = [randomList(random), randomList(random)];
      const ids = new Set(lists.flat().map((each) => each.id));
      assert.deepEqual(new Set(join(...lists).keys()), ids);
    }
  });

  it("keeps the state of a visit that has grown", () => {
    const visit = {
      ...randomRecord(new Seeded(4)),
      kind: "visit",
      id: "v",
      lesson: "day-001",
      epoch: 0,
    } as const;
    const [short, long] = [
      { ...visit, seconds: 60, seq: 9 },
      { ...visit, seconds: 90, seq: 1 },
    ];
    assert.equal(join([long], [short]).get("v"), long);
    assert.equal(join([short], [long]).get("v"), long);
  });
});
