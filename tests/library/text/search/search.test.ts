import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Random } from "../../../../library/src/random/index.ts";
import {
  Bm25,
  chunkText,
  ExactIndex,
  HnswIndex,
  type Metric,
  trainBpe,
} from "../../../../library/src/text/index.ts";
import { fixture } from "../comparison.ts";

const { texts } = fixture<{ texts: string[] }>(
  "../../subwords/fixtures/corpus.json",
  import.meta.url,
);

const vectorsOf = (random: Random, count: number, size: number): Float32Array[] =>
  Array.from({ length: count }, () => Float32Array.from({ length: size }, () => random.normal()));

describe("searches", () => {
  it("the graph finds at least 95 of 100 nearest vectors, more with more candidates", () => {
    const random = new Random("recall");
    const vectors = vectorsOf(random, 2000, 16);
    const queries = vectorsOf(random, 40, 16);
    for (const metric of ["cosine", "dot", "l2"] as Metric[]) {
      const exact = new ExactIndex(vectors, { metric });
      const graph = new HnswIndex(16, { metric, efConstruction: 100 });
      for (const vector of vectors) graph.add(vector);
      const recall = (ef: number): number => {
        let hits = 0;
        for (const query of queries) {
          const wanted = new Set(exact.search(query, 10).map(({ index }) => index));
          for (const { index } of graph.search(query, 10, { ef }))
            hits += Number(wanted.has(index));
        }
        return hits / (10 * queries.length);
      };
      const [few, many] = [recall(10), recall(200)];
      assert.ok(many >= 0.95 && many >= few, `${metric}: ${few} and ${many}`);
    }
  });

  it("the same seed makes the same graph, also of vectors that are all alike", () => {
    const results = [1, 1].map((seed) => {
      const random = new Random(5);
      const graph = new HnswIndex(4, { seed, metric: "l2", m: 4 });
      for (const vector of vectorsOf(random, 300, 4)) graph.add(vector);
      return graph.search([0, 0, 0, 0], 20, { ef: 20 });
    });
    assert.deepEqual(results[0], results[1]);
    const same = new HnswIndex(2, { metric: "l2", m: 3 });
    for (let i = 0; i < 200; i += 1) same.add([1, 1]);
    assert.equal(same.search([1, 1], 5).length, 5);
    assert.deepEqual(new HnswIndex(2).search([1, 1]), []);
  });

  it("equal vectors come in their order, and k may exceed them", () => {
    const index = new ExactIndex({ data: [1, 0, 1, 0, 0, 1], size: 2 });
    assert.deepEqual(
      index.search([1, 0], 9).map((found) => found.index),
      [0, 1, 2],
    );
    assert.equal(index.length, 3);
    assert.equal(index.search([0, 0], 1)[0].score, 0);
  });

  it("refuses vectors of other lengths, and what is no number", () => {
    assert.throws(() => new ExactIndex([[1, 2], [1]]), /vectors of 2 numbers; this one has 1/u);
    assert.throws(() => new ExactIndex([]), /one vector or more/u);
    assert.throws(() => new ExactIndex([[NaN]]), /finite numbers only; found NaN/u);
    assert.throws(
      () => new ExactIndex({ data: [1, 2, 3], size: 2 }),
      /3 numbers are no vectors of 2/u,
    );
    assert.throws(
      () => new ExactIndex([[1]], { metric: "cosin" as Metric }),
      /Did you mean "cosine"/u,
    );
    assert.throws(() => new ExactIndex([[1]]).search([1, 2]), /this one has 2/u);
    assert.throws(() => new HnswIndex(3).add([1]), /vectors of 3 numbers/u);
    assert.throws(() => new HnswIndex(3, { m: 1 }), /m is a whole number from 2/u);
    assert.throws(() => new Bm25([]), /one document or more/u);
    assert.throws(() => new Bm25([["a"]], { idf: "lucen" as "lucene" }), /Did you mean "lucene"/u);
    assert.throws(() => new Bm25(["text"] as unknown as string[][]), /document 0 needs an array/u);
  });

  it("a document without a word of the query is not found", () => {
    const bm25 = new Bm25([["a"], ["b"], []]);
    assert.deepEqual(
      bm25.search(["a", "z"]).map(({ index }) => index),
      [0],
    );
  });

  it("chunks are parts of the text, in order, of the size at most; nothing but white space is lost", () => {
    const random = new Random("chunks");
    const text = texts.join("\n\n");
    for (let i = 0; i < 60; i += 1) {
      const size = random.integer(5, 300);
      const overlap = random.integer(0, Math.min(size, 60));
      const chunks = chunkText(text, { size, overlap });
      let covered = 0;
      for (const chunk of chunks) {
        assert.equal(chunk.text, text.slice(chunk.start, chunk.end));
        assert.ok(chunk.text.length <= size && chunk.text.trim() === chunk.text);
        assert.ok(chunk.start <= covered || text.slice(covered, chunk.start).trim() === "");
        assert.ok(chunk.end > covered && covered - chunk.start <= overlap);
        covered = chunk.end;
      }
      assert.equal(text.slice(covered).trim(), "");
    }
  });

  it("chunks fit a model where its tokenizer counts", () => {
    const tokenizer = trainBpe(texts, { vocabSize: 400 });
    const length = (part: string): number => tokenizer.encode(part).length;
    const chunks = chunkText(texts.join(" "), { size: 40, length });
    assert.ok(chunks.length > 5);
    for (const { text } of chunks) assert.ok(length(text) <= 40);
    assert.throws(
      () => chunkText("a", { size: 2, overlap: 2 }),
      /overlap 2 is not smaller than size 2/u,
    );
    assert.deepEqual(chunkText(" \n "), []);
  });
});
