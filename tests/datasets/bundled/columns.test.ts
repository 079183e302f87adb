import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { info, names, readColumns, type DatasetName, type TextDatasetName } from "@daylab/datasets";

interface Summary {
  readonly missing: number;
  readonly sum?: number;
  readonly distinct?: number;
  readonly letters?: number;
  /** The first and the last date. */
  readonly span?: readonly string[];
}

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures", "columns.json"), "utf8"),
) as Record<string, { rows: number; columns: Summary[] }>;

/** Tried value by value elsewhere. */
const elsewhere = ["digits", "iris", "penguins", "seattle-weather"];
/** Read as a frame: see the tests of the library. */
const asFrame = ["flights-3m"];

describe("datasets: every column is what pandas and scikit-learn read", () => {
  it("for every set", () => {
    assert.deepEqual(names(), [...Object.keys(expected), ...elsewhere].sort());
  });

  for (const [name, { rows, columns }] of Object.entries(expected).filter(
    ([set]) => !asFrame.includes(set),
  ))
    it(name, () => {
      const card = info(name as DatasetName);
      const read: Record<string, unknown[]> = readColumns(name as TextDatasetName);
      assert.equal(card.rows, rows);
      assert.equal(card.columns.length, columns.length);
      card.columns.forEach(({ name: column }, at) => compare(read[column], columns[at], column));
    });
});

function compare(values: unknown[], wanted: Summary, column: string): void {
  const present = values.filter((value) => value !== null);
  assert.equal(values.length - present.length, wanted.missing, column);
  if (wanted.span !== undefined) {
    const times = (present as Date[]).map((time) => time.valueOf());
    const ends = [Math.min, Math.max].map((end) => new Date(times.reduce((a, b) => end(a, b))));
    assert.deepEqual(
      { distinct: new Set(times).size, span: ends.map((end) => end.toISOString()) },
      { distinct: wanted.distinct, span: wanted.span },
      column,
    );
  } else if (wanted.sum === undefined) {
    const texts = present as string[];
    const letters = texts.reduce((total, text) => total + [...text].length, 0);
    assert.deepEqual(
      { distinct: new Set(texts).size, letters },
      { distinct: wanted.distinct, letters: wanted.letters },
      column,
    );
  } else {
    const sum = (present as number[]).reduce((total, value) => total + value, 0);
    const tolerance = 1e-9 * Math.max(1, Math.abs(wanted.sum));
    assert.ok(Math.abs(sum - wanted.sum) <= tolerance, `${column}: ${sum} is not ${wanted.sum}`);
  }
}
