import assert from "node:assert/strict";
import {
  cooccurrences,
  NegativeSampler,
  subsamplingKeep,
  WordVectors,
} from "../../../../library/src/text/index.ts";
import { gloveStep, negativeSamplingStep } from "../../../../library/src/text/vectors/steps.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

type Similar = [words: string[], scores: number[]];
const said = fixture<{
  sgns: {
    centers: number[][];
    targets: number[][];
    steps: [center: number, chosen: number[]][];
    rate: number;
    after: [number[][], number[][]];
  };
  glove: {
    words: number[][];
    contexts: number[][];
    entries: [row: number, column: number, value: number][];
    losses: number[];
    after: [number[][], number[][]];
  };
  sentences: number[][];
  counted: number[][];
  counts: number[];
  keep: number[];
  drawn: number[];
  names: string[];
  vectors: number[][];
  similarities: number[][];
  one: Similar;
  mean: Similar;
  analogy: Similar;
}>("answers.json", import.meta.url);

const numpy = (
  subject: string,
  what: string,
  tolerance: number,
  compare: () => void,
): Comparison => ({
  subject,
  what,
  oracle: "numpy 2.4.6, by the papers' formulas",
  tolerance,
  compare,
});
const rows = (list: readonly number[][]): Float64Array => Float64Array.from(list.flat());
const vectors = new WordVectors(said.names, said.vectors.flat(), 5);

function sameWords(
  found: readonly { word: string; similarity: number }[],
  [words, scores]: Similar,
): void {
  assert.deepEqual(
    found.map(({ word }) => word),
    words,
  );
  close(
    found.map(({ similarity }) => similarity),
    scores,
    1e-6,
  );
}

/** Every comparison of word vectors. */
export const comparisons: readonly Comparison[] = [
  numpy("Word2Vec", "steps of its training", 1e-12, () => {
    const { steps, rate, after } = said.sgns;
    const [centers, targets] = [rows(said.sgns.centers), rows(said.sgns.targets)];
    const change = new Float64Array(4);
    for (const [center, chosen] of steps)
      negativeSamplingStep(centers, targets, 4, center, chosen, chosen.length, rate, change);
    close([centers, targets], after, 1e-12);
  }),
  numpy("Glove", "steps of its training", 1e-12, () => {
    const { entries, losses, after } = said.glove;
    const state = {
      size: 4,
      words: rows(said.glove.words),
      contexts: rows(said.glove.contexts),
      wordSquares: new Float64Array(25).fill(1),
      contextSquares: new Float64Array(25).fill(1),
    };
    const options = { rate: 0.05, xMax: 100, alpha: 0.75 };
    const got = entries.map(([row, column, value]) =>
      gloveStep(state, row, column, value, options),
    );
    close([got, state.words, state.contexts], [losses, ...after], 1e-12);
  }),
  numpy("cooccurrences", "window 3, by distance", 1e-12, () => {
    const found = cooccurrences(said.sentences, { window: 3 });
    const dense = said.counted.map((row) => row.map(() => 0));
    found.values.forEach((value, i) => (dense[found.rows[i]][found.columns[i]] = value));
    close(dense, said.counted, 1e-12);
  }),
  numpy("subsamplingKeep", "counts", 1e-12, () =>
    close(subsamplingKeep(said.counts), said.keep, 1e-12),
  ),
  numpy("NegativeSampler", "probabilities", 1e-12, () =>
    close(new NegativeSampler(said.counts).probabilities, said.drawn, 1e-12),
  ),
  numpy("WordVectors", "similarities", 1e-12, () => {
    const found = said.names.map((a) => said.names.map((b) => vectors.similarity(a, b)));
    close(found, said.similarities, 1e-12);
  }),
  numpy("WordVectors", "nearest to one", 1e-6, () =>
    sameWords(vectors.mostSimilar("w3", { topN: 4 }), said.one),
  ),
  numpy("WordVectors", "nearest to three", 1e-6, () =>
    sameWords(vectors.mostSimilar(["w1", "w2", "w5"], { topN: 4 }), said.mean),
  ),
  numpy("WordVectors", "analogy", 1e-6, () =>
    sameWords(vectors.analogy("w0", "w1", "w2", 4), said.analogy),
  ),
];
