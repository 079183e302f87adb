import { Random, type Seed } from "../../random/index.ts";
import {
  checkCount,
  checkOptions,
  checkPositive,
  checkSequence,
  unknownName,
} from "../checks/index.ts";
import { perplexity } from "../measures/index.ts";
import { FollowerCounts } from "./counts.ts";

/** Plain parts (a Markov chain), k added to every count, or interpolated Kneser–Ney. */
export type Smoothing = "none" | "addK" | "kneserNey";

export interface NgramModelOptions {
  /** So many tokens in a row are counted; a token depends on `order - 1` before it. Default 3. */
  readonly order?: number;
  /** Default `"kneserNey"`. */
  readonly smoothing?: Smoothing;
  /** What `addK` adds. Default 1. */
  readonly k?: number;
  /** What `kneserNey` takes off every count, from 0 to 1. Default 0.1. */
  readonly discount?: number;
  /** Tokens that occur less often count as `unk`. Default 1. */
  readonly minFrequency?: number;
  /** Default `"<UNK>"`. */
  readonly unk?: string;
  /** Stands `order - 1` times before a sentence. Default `"<s>"`. */
  readonly start?: string;
  /** Stands after a sentence. Default `"</s>"`. */
  readonly end?: string;
}

export interface NgramTextOptions {
  /** What the tokens are drawn from. Default 0. */
  readonly seed?: Seed | Random;
  /** So many tokens at most. Default 50. */
  readonly maxTokens?: number;
  /** The beginning; it is not in the result. Default none. */
  readonly context?: readonly string[];
}

const smoothings: readonly Smoothing[] = ["none", "addK", "kneserNey"];

/**
 * A language model that counts: how likely a token is after the tokens before it. Probabilities are
 * those of NLTK's `MLE`, `Lidstone` and `KneserNeyInterpolated` on its padded sentences.
 *
 * Differs from NLTK: at the start of a sentence, with `kneserNey` and an order of 3 or more, NLTK counts
 * the start itself as a token that may follow, and its probabilities add up to more than 1; ours to 1.
 *
 * Source: R. Kneser, H. Ney (1995); S. F. Chen, J. Goodman, "An Empirical Study of Smoothing Techniques
 * for Language Modeling" (1999).
 *
 * @example
 * const model = new NgramModel({ order: 2, smoothing: "addK" });
 * model.fit([["a", "b"], ["a", "c"]]);
 * model.score("b", ["a"]); // 0.25
 * new NgramModel({ order: 2, smoothing: "none" }).fit([["x", "y", "z"]]).generate(); // ["x", "y", "z"]
 */
export class NgramModel {
  readonly order: number;
  readonly smoothing: Smoothing;
  readonly #k: number;
  readonly #discount: number;
  readonly #minFrequency: number;
  readonly #unk: string;
  readonly #start: string;
  readonly #end: string;
  #tokens: ReadonlySet<string> = new Set();
  #counts = new FollowerCounts(1);
  /** After which contexts of one token more a token stands, each counted once. */
  #kinds = new FollowerCounts(1);

  /** @throws RangeError for an order, smoothing, k or discount that is none */
  constructor(options: NgramModelOptions = {}) {
    const known = ["order", "smoothing", "k", "discount", "minFrequency", "unk", "start", "end"];
    checkOptions("NgramModel", options, known);
    const { order = 3, smoothing = "kneserNey", k = 1, discount = 0.1, minFrequency = 1 } = options;
    checkCount("NgramModel", "order", order);
    checkCount("NgramModel", "minFrequency", minFrequency);
    if (!smoothings.includes(smoothing)) throw unknownName("smoothing", smoothing, smoothings);
    checkPositive("NgramModel", "k", k);
    if (!(discount >= 0 && discount <= 1))
      throw new RangeError(`NgramModel: discount is a number from 0 to 1, not ${discount}.`);
    if (order === 1 && smoothing === "kneserNey")
      throw new RangeError('NgramModel: smoothing "kneserNey" needs an order of 2 or more.');
    this.order = order;
    this.smoothing = smoothing;
    this.#k = k;
    this.#discount = discount;
    this.#minFrequency = minFrequency;
    this.#unk = options.unk ?? "<UNK>";
    this.#start = options.start ?? "<s>";
    this.#end = options.end ?? "</s>";
  }

  /**
   * Counts sentences that were cut into tokens; what was counted before is forgotten.
   *
   * @throws RangeError for no sentence
   */
  fit(sentences: readonly (readonly string[])[]): this {
    checkSequence("fit", sentences);
    if (sentences.length === 0) throw new RangeError("fit needs one sentence or more.");
    const padded = sentences.map((tokens) => this.#pad(tokens));
    const times = new Map<string, number>();
    for (const token of padded.flat()) times.set(token, (times.get(token) ?? 0) + 1);
    const kept = [...times].filter(([, count]) => count >= this.#minFrequency);
    this.#tokens = new Set([...kept.map(([token]) => token), this.#unk]);
    const counts = new FollowerCounts(this.order);
    for (const sentence of padded) {
      const tokens = sentence.map((token) => this.#known(token));
      for (let i = 0; i < tokens.length; i += 1)
        for (let size = 0; size < Math.min(this.order, i + 1); size += 1)
          counts.add(tokens.slice(i - size, i), tokens[i]);
    }
    const kinds = new FollowerCounts(this.order);
    for (let size = 1; size < this.order; size += 1)
      for (const [key, followers] of counts.level(size)) {
        const shorter = key.split("\0").slice(1);
        for (const token of followers.counts.keys()) kinds.add(shorter, token);
      }
    this.#counts = counts;
    this.#kinds = kinds;
    return this;
  }

  /** All tokens that the model knows, with those of sentences' ends and the unknown one. */
  get vocabulary(): string[] {
    return [...this.#tokens];
  }

  /**
   * The probability of a token after others, of which the last `order - 1` count.
   *
   * @throws Error before `fit`
   */
  score(token: string, context: readonly string[] = []): number {
    checkSequence("score", context);
    return this.#score(this.#known(token), this.#context(context));
  }

  /** The perplexity of sentences, their starts and ends included. */
  perplexity(sentences: readonly (readonly string[])[]): number {
    const logs = sentences.flatMap((sentence) => {
      const tokens = [
        ...new Array<string>(this.order - 1).fill(this.#start),
        ...sentence,
        this.#end,
      ];
      return tokens
        .map((token, i) => [token, tokens.slice(Math.max(0, i - this.order + 1), i)] as const)
        .slice(this.order - 1)
        .map(([token, context]) => Math.log(this.score(token, context)));
    });
    return perplexity(logs);
  }

  /** Every token that may come next with its probability, the most likely first; none at a dead end. */
  next(context: readonly string[] = []): [token: string, probability: number][] {
    const read = this.#context(context);
    const tokens =
      this.smoothing === "none" ? (this.#counts.get(read)?.counts.keys() ?? []) : this.#tokens;
    return [...tokens]
      .filter((token) => token !== this.#start)
      .map((token): [string, number] => [token, this.#score(token, read)])
      .filter(([, probability]) => probability > 0)
      .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  }

  /**
   * A new sentence, drawn token by token. Without smoothing this is a Markov chain: every run of
   * `order` tokens stood in the texts.
   */
  generate(options: NgramTextOptions = {}): string[] {
    checkOptions("generate", options, ["seed", "maxTokens", "context"]);
    const { seed = 0, maxTokens = 50, context = [] } = options;
    checkCount("generate", "maxTokens", maxTokens);
    const random = seed instanceof Random ? seed : new Random(seed, "ngrams");
    const tokens = [...new Array<string>(this.order - 1).fill(this.#start), ...context];
    const made: string[] = [];
    while (made.length < maxTokens) {
      const choices = this.next(tokens);
      let left = random.uniform() * choices.reduce((sum, [, probability]) => sum + probability, 0);
      const [token] =
        choices.find(([, probability]) => (left -= probability) < 0) ?? choices.at(-1) ?? [];
      if (token === undefined || token === this.#end) break;
      tokens.push(token);
      made.push(token);
    }
    return made;
  }

  #pad(tokens: readonly string[]): string[] {
    checkSequence("fit", tokens);
    const pad = (sign: string): string[] => new Array<string>(this.order - 1).fill(sign);
    return [...pad(this.#start), ...tokens, ...pad(this.#end)];
  }

  #known(token: string): string {
    return this.#tokens.has(token) ? token : this.#unk;
  }

  #context(context: readonly string[]): string[] {
    if (this.#tokens.size === 0)
      throw new Error("The model has counted nothing yet; call fit first.");
    const last = this.order === 1 ? [] : context.slice(-(this.order - 1));
    return last.map((token) => this.#known(token));
  }

  #score(token: string, context: readonly string[]): number {
    if (this.smoothing === "kneserNey") return this.#kneserNey(token, context);
    const found = this.#counts.get(context);
    const [count, total] = [found?.counts.get(token) ?? 0, found?.total ?? 0];
    if (this.smoothing === "none") return total === 0 ? 0 : count / total;
    return (count + this.#k) / (total + this.#k * this.#tokens.size);
  }

  #kneserNey(token: string, context: readonly string[]): number {
    const isWhole = context.length === this.order - 1;
    const found = (isWhole ? this.#counts : this.#kinds).get(context);
    if (context.length === 0) return (found?.counts.get(token) ?? 0) / (found?.total ?? 1);
    const shorter = this.#kneserNey(token, context.slice(1));
    if (found === undefined) return shorter;
    const own = Math.max((found.counts.get(token) ?? 0) - this.#discount, 0) / found.total;
    return own + ((this.#discount * found.counts.size) / found.total) * shorter;
  }
}
