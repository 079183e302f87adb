import assert from "node:assert/strict";
import {
  inWords,
  isLocalDate,
  readBundle,
  readDocument,
  writeBundle,
  writeDocument,
} from "../../../../extension/src/core/index.ts";
import { attempt, document } from "../fake.ts";
import { Seeded } from "../random.ts";
import { randomList } from "../join/random-records.ts";

const problems = (value: unknown): string[] => {
  const result = readDocument(typeof value === "string" ? value : JSON.stringify(value), "me");
  return result.state === "corrupt" ? result.problems.map(inWords) : [];
};
const withRecord = (fields: object): object =>
  document("me", [{ ...attempt(), id: "x", ...fields }]);

describe("a progress document", () => {
  it("is read as it was written: 500 random ones", () => {
    const random = new Seeded(5);
    for (let i = 0; i < 500; i++) {
      const records = randomList(random);
      const text = writeDocument({ ...document("me", records), name: "Ada" });
      const result = readDocument(text, "?");
      assert.equal(result.state, "ok", problems(text).join("; "));
      assert.equal(writeDocument(result.document), text);
      assert.equal(result.document.name, "Ada");
      assert.equal(result.document.records.length, records.length);
    }
  });

  it("is written a record a line, in an order that does not depend on the list's", () => {
    const records = [
      attempt({ seq: 2, id: "b" }),
      attempt({ seq: 1, id: "z" }),
      attempt({ seq: 2, id: "a" }),
    ];
    const text = writeDocument(document("me", records));
    assert.equal(text, writeDocument(document("me", records.toReversed())));
    assert.deepEqual(text.match(/"id":"."/g), ['"id":"z"', '"id":"a"', '"id":"b"']);
    assert.equal(text.split("\n").length, 6);
  });

  it("says exactly what is wrong", () => {
    assert.deepEqual(problems([]), ["is [], not an object"]);
    assert.deepEqual(problems({ schema: "1" }), ['schema is "1", not a whole number']);
    assert.deepEqual(problems({ schema: 0 }), ["schema is 0, which this version cannot read"]);
    assert.deepEqual(problems({ schema: 1, writer: "", records: {} }), [
      'writer is "", not a text that is not empty',
      "records is {}, not a list",
    ]);
    assert.deepEqual(problems(withRecord({ kind: "atempt" })), [
      'records[0].kind is "atempt", not one of attempt, outcome, visit, reset, journal, goal',
    ]);
    assert.deepEqual(
      problems(withRecord({ epoch: -1, outcome: "pass", time: "2026-02-30T00:00:00Z" })),
      [
        'records[0].time is "2026-02-30T00:00:00Z", not a local time with offset, such as 2026-11-21T09:30:00.000+05:30',
        "records[0].epoch is -1, not a whole number from 0",
        'records[0].outcome is "pass", not one of PASS, FAIL, EXCEPTION, UNATTEMPTED',
      ],
    );
    assert.match(problems("{")[0], /^is no JSON: /);
    const part = { kind: "day", title: "", blocks: [] };
    assert.deepEqual(
      problems(withRecord({ kind: "journal", entry: "e", position: 1, clock: {}, part })),
      ["records[0].part has neither a span nor dates"],
    );
  });

  it("gives back what is good in it when a record is broken, the end is cut off, or git left marks", () => {
    const records = [
      attempt({ id: "a", seq: 1 }),
      attempt({ id: "b", seq: 2 }),
      attempt({ id: "c", seq: 3 }),
    ];
    const text = writeDocument(document("me", records));
    const ids = (broken: string): string[] => {
      const result = readDocument(broken, "me");
      assert.equal(result.state, "corrupt");
      assert.equal(result.document.writer, "me");
      return result.document.records.map((each) => each.id);
    };
    assert.deepEqual(ids(text.replace('"epoch":0', '"epoch":"x"')), ["b", "c"]);
    assert.deepEqual(ids(text.slice(0, text.length - 20)), ["a", "b"]);
    assert.deepEqual(ids(text.replace('{"kind"', '<<<<<<< HEAD\n{"kind"')), ["a", "b", "c"]);
    assert.deepEqual(ids("\u0000".repeat(99)), []);
    assert.deepEqual(ids(""), []);
  });

  it("never throws, and never gives a record that is none: 2000 mutilated files", () => {
    const random = new Seeded(6);
    for (let i = 0; i < 2000; i++) {
      const text = writeDocument(document("me", randomList(random)));
      const [at, length] = [random.below(text.length), random.below(20)];
      const broken =
        text.slice(0, at) +
        random.pick(["", '"', "}", "]", "null", "é", "\n"]) +
        text.slice(at + length);
      const { document: read } = readDocument(broken, "me");
      assert.equal(readDocument(writeDocument(read), "me").state, "ok");
    }
  });

  it("of a newer schema is shown as far as it is understood, and says so", () => {
    const newer = {
      schema: 2,
      writer: "me",
      records: [attempt({ id: "a" }), { kind: "badge", id: "b" }],
    };
    const result = readDocument(JSON.stringify(newer), "?");
    assert.ok(result.state === "newer");
    assert.equal(result.schema, 2);
    assert.deepEqual(
      result.document.records.map((each) => each.id),
      ["a"],
    );
  });

  it("of an older schema is migrated step by step", () => {
    const migrations = {
      1: (old: object) => ({ ...old, schema: 2, writer: "second" }),
      2: (old: object) => ({ ...old, schema: 3, name: "Third" }),
    };
    const text = writeDocument(document("first", [attempt({ id: "a" })]));
    const result = readDocument(text, "?", { schema: 3, migrations });
    assert.ok(result.state === "ok");
    assert.deepEqual(
      [result.migratedFrom, result.document.writer, result.document.name],
      [1, "second", "Third"],
    );
    const without = readDocument(text, "?", { schema: 3, migrations: { 1: migrations[1] } });
    assert.equal(without.state, "corrupt");
    const throwing = readDocument(text, "?", {
      schema: 2,
      migrations: {
        1: () => {
          throw new Error("no");
        },
      },
    });
    assert.ok(throwing.state === "corrupt");
    assert.match(inWords(throwing.problems[0]), /cannot be brought from schema 1 to 2: Error: no/);
    assert.equal(throwing.document.records.length, 1);
  });
});

describe("a bundle of documents", () => {
  it("brings everything back", () => {
    const documents = [
      document("me", [attempt()]),
      { ...document("you", [attempt()]), name: "You" },
    ];
    const read = readBundle(writeBundle(documents));
    assert.ok(read.state === "ok");
    assert.deepEqual(
      read.documents.map((each) => each.document),
      documents,
    );
  });

  it("may be a single writer's file", () => {
    const read = readBundle(writeDocument(document("me", [attempt()])));
    assert.ok(read.state === "ok");
    assert.equal(read.documents[0].document.writer, "me");
  });

  it("says what is wrong", () => {
    for (const [text, wrong] of [
      ["{", /is no JSON/],
      ["{}", /is no export of progress/],
      ["null", /is no export of progress/],
      ['{"format":"daylab-progress"}', /documents is undefined, not a list/],
    ] as const) {
      const read = readBundle(text);
      assert.ok(read.state === "corrupt");
      assert.match(inWords(read.problems[0]), wrong);
    }
  });
});

describe("isLocalDate", () => {
  it("knows the days that Date knows, over four centuries", () => {
    for (const year of [1600, 1900, 1999, 2000, 2024, 2026, 2100]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const two = (n: number): string => String(n).padStart(2, "0");
          const text = `${String(year)}-${two(month)}-${two(day)}`;
          const date = new Date(`${text}T00:00:00Z`);
          const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          assert.equal(isLocalDate(text), real, text);
        }
      }
    }
    assert.equal(isLocalDate("2026-1-1"), false);
    assert.equal(isLocalDate(undefined), false);
  });
});
