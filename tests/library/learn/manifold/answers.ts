import { readFileSync } from "node:fs";

interface Placed {
  readonly embedding: number[];
  readonly transform: number[];
}
interface Answers {
  readonly roll: number[][];
  readonly more: number[][];
  readonly isomap: Placed;
  readonly lle: Placed & { error: number };
  readonly digits: number[][];
  readonly tsne: { places: number[][]; trustworthiness: number; divergence: number };
}

const file = new URL("./fixtures/answers.json", import.meta.url);

/** What fixtures/answers.py wrote. */
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;
