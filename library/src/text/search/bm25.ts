import { checkCount, checkOptions, checkSequence, unknownName } from "../checks/index.ts";
import type { Found } from "./metrics.ts";

export interface Bm25Options {
  /** How soon more of the same word counts no more. Default 1.5. */
  readonly k1?: number;
  /** How much long documents are held back, from 0 to 1. Default 0.75. */
  readonly b?: number;
  /** The weight of a word: Lucene's, never negative, or Robertson's with a floor. Default `"lucene"`. */
  readonly idf?: "lucene" | "okapi";
  /** The floor of `okapi`, in parts of the mean weight. Default 0.25. */
  readonly epsilon?: number;
}

/**
 * Ranks documents by the words of a query: a word counts more the rarer it is, and the more often a
 * short document has it. With `idf: "okapi"` the answers are those of rank_bm25's `BM25Okapi`.
 *
 * Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009);
 * Lucene's weights: C. Kamphuis et al. (2020).
 *
 * @example
 * const bm25 = new Bm25([["red", "wine"], ["red", "rose"], ["white", "wine", "glass"]]);
 * bm25.search(["rose", "wine"]).map(({ index }) => index); // [1, 0, 2]
 */
export class Bm25 {
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: number[];
  readonly #mean: number;
  readonly #idf: ReadonlyMap<string, number>;
  readonly #k1: number;
  readonly #b: number;

  /** @throws RangeError for no documents, an unknown weight */
  constructor(documents: readonly (readonly string[])[], options: Bm25Options = {}) {
    checkSequence("Bm25", documents);
    checkOptions("Bm25", options, ["k1", "b", "idf", "epsilon"]);
    if (documents.length === 0) throw new RangeError("Bm25 needs one document or more.");
    const { k1 = 1.5, b = 0.75, idf = "lucene", epsilon = 0.25 } = options;
    if (idf !== "lucene" && idf !== "okapi") throw unknownName("idf", idf, ["lucene", "okapi"]);
    this.#k1 = k1;
    this.#b = b;
    this.#lengths = documents.map((tokens, i) => {
      checkSequence(`Bm25: document ${i}`, tokens);
      for (const token of tokens) {
        const places = this.#postings.get(token) ?? new Map<number, number>();
        this.#postings.set(token, places.set(i, (places.get(i) ?? 0) + 1));
      }
      return tokens.length;
    });
    this.#mean = this.#lengths.reduce((a, n) => a + n, 0) / this.#lengths.length;
    this.#idf = this.#weights(idf, epsilon);
  }

  #weights(kind: "lucene" | "okapi", epsilon: number): Map<string, number> {
    const all = this.#lengths.length;
    const more = Number(kind === "lucene");
    const raw = new Map<string, number>();
    for (const [token, { size }] of this.#postings)
      raw.set(token, Math.log(more + (all - size + 0.5) / (size + 0.5)));
    if (kind === "lucene") return raw;
    const floor = (epsilon * raw.values().reduce((a, weight) => a + weight, 0)) / raw.size;
    return new Map([...raw].map(([token, weight]) => [token, weight < 0 ? floor : weight]));
  }

  /** How well each document fits the query. */
  scores(query: readonly string[]): Float64Array {
    checkSequence("scores", query);
    const made = new Float64Array(this.#lengths.length);
    for (const token of query) {
      const weight = this.#idf.get(token) ?? 0;
      for (const [i, count] of this.#postings.get(token) ?? []) {
        const length = 1 - this.#b + (this.#b * this.#lengths[i]) / this.#mean;
        made[i] += (weight * count * (this.#k1 + 1)) / (count + this.#k1 * length);
      }
    }
    return made;
  }

  /** The `k` documents that fit best and have a word of the query, the best first. */
  search(query: readonly string[], k = 10): Found[] {
    checkCount("search", "k", k);
    const scores = this.scores(query);
    const found = new Set(query.flatMap((token) => [...(this.#postings.get(token)?.keys() ?? [])]));
    return [...found]
      .sort((a, b) => scores[b] - scores[a] || a - b)
      .slice(0, k)
      .map((index) => ({ index, score: scores[index] }));
  }
}
