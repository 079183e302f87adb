import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../../../datasets/src/index.ts";

const read = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures", "tunes.json"), "utf8"),
) as { sharps: number; bars: number; notes: [number, number, number][] }[];

const { tunes, sequences, shape, labels } = generate.tunes({ count: 30, seed: 5 });
const sharps = {
  C: 0,
  G: 1,
  D: 2,
  A: 3,
  F: -1,
  Bb: -2,
  Am: 0,
  Em: 1,
  Dm: -1,
  Gm: -2,
  Bm: 2,
  Cm: -3,
};
const barLength = { "4/4": 8, "3/4": 6, "6/8": 6 };

describe("datasets: tunes", () => {
  it("sound as music21 reads their ABC: pitches with accidentals, starts, lengths, keys, bars", () => {
    tunes.forEach(({ notes, key }, i) => {
      assert.deepEqual(
        notes.map(({ pitch, start, length }) => [pitch, start, length]),
        read[i].notes,
        `tune ${i}`,
      );
      assert.equal(sharps[key as "C"], read[i].sharps);
      assert.equal(read[i].bars, 16);
    });
    assert.ok(new Set(tunes.map(({ key }) => key)).size >= 10);
    assert.ok(
      tunes.some(({ abc }) => abc.includes("=")) && tunes.some(({ abc }) => abc.includes("^")),
    );
  });

  it("fill sixteen bars, the first two phrases alike, and end on the tonic", () => {
    for (const { notes, meter, chords } of tunes) {
      const bar = barLength[meter];
      assert.equal(chords.length, 16);
      const end = notes.at(-1);
      assert.deepEqual([end?.start, end?.length], [15 * bar, bar]);
      assert.equal(chords[15], chords[0]);
      const phrase = (at: number) =>
        notes
          .filter(({ start }) => start >= at * bar && start < (at + 4) * bar)
          .map(({ pitch, start, length }) => [pitch, start - at * bar, length]);
      assert.deepEqual(phrase(0), phrase(4));
      assert.notDeepEqual(phrase(0), phrase(8));
    }
  });

  it("as sequences hold the same notes", () => {
    assert.deepEqual(shape, [30, 128]);
    tunes.forEach(({ notes, mode }, i) => {
      const row = sequences.subarray(i * 128, (i + 1) * 128);
      const starts = [...row.keys()].filter((at) => row[at] > 1);
      assert.deepEqual(
        starts.map((at) => [row[at], at]),
        notes.map(({ pitch, start }) => [pitch, start]),
      );
      const held = row.filter((value) => value > 0).length;
      assert.equal(
        held,
        notes.reduce((sum, { length }) => sum + length, 0),
      );
      assert.equal(labels[i], Number(mode === "minor"));
    });
  });

  it("keep to the meters asked for; a bad option is named", () => {
    const waltzes = generate.tunes({ count: 5, seed: 1, meters: ["3/4"] }).tunes;
    assert.ok(waltzes.every(({ meter }) => meter === "3/4"));
    assert.throws(() => generate.tunes({ count: 1, seed: 1, meters: ["5/4" as "4/4"] }), /"5\/4"/);
    assert.throws(() => generate.tunes({ count: 1, seed: 1, meters: [] }), /at least one/);
    assert.throws(() => generate.tunes({ count: -1, seed: 1 }), /count .* not -1/);
  });
});
