import { closeSync, openSync, writeSync } from "node:fs";

/** A small generator of numbers (Marsaglia's xorshift), so that every run writes the same file. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const cities = ["Rome", "Oslo", "São Paulo", '"Bern, CH"', '"The ""Hague"""', "Zürich", "Lima", ""];

/** Writes trips as CSV until the file has so many bytes; returns the number of rows. */
export function writeTrips(path: string, bytes: number): number {
  const next = numbers(20_240_229);
  const file = openSync(path, "w");
  let written = writeSync(file, "id,city,member,price,days,note\n");
  let rows = 0;
  try {
    while (written < bytes) {
      const lines: string[] = [];
      for (let i = 0; i < 50_000; i += 1) {
        const city = cities[Math.floor(next() * cities.length)];
        const price = next() < 0.05 ? "" : (next() * 1000).toFixed(2);
        const days = Math.floor(next() * 400);
        const note = next() < 0.01 ? '"two\nlines"' : `note ${Math.floor(next() * 1e6)}`;
        lines.push(`${rows},${city},${next() < 0.5 ? "True" : "False"},${price},${days},${note}\n`);
        rows += 1;
      }
      written += writeSync(file, lines.join(""));
    }
  } finally {
    closeSync(file);
  }
  return rows;
}
