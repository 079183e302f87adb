import { Random, type Seed } from "../../random/index.ts";
import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";
import { logitsOf, type NextLogits } from "./logits.ts";
import { checkWarp, penalise, type WarpOptions, warped, warpNames } from "./warp.ts";

export interface SearchOptions extends Pick<
  WarpOptions,
  "repetitionPenalty" | "noRepeatNgramSize"
> {
  /** So many new tokens at most. Default 50. */
  readonly maxNewTokens?: number;
  /** The token that ends the text, or several; it is in the result. Default none. */
  readonly endToken?: number | readonly number[];
  /** Called with every new token, as to print a text while it grows. */
  readonly onToken?: (token: number) => void;
}

export interface SampleOptions extends SearchOptions, WarpOptions {
  /** What tokens are drawn with. Default 0. */
  readonly seed?: Seed | Random;
}

const common = ["maxNewTokens", "endToken", "onToken"];

/** @internal The tokens that end a text. */
export const endsOf = (end: SearchOptions["endToken"]): ReadonlySet<number> =>
  new Set(end === undefined ? [] : typeof end === "number" ? [end] : end);

async function grow(
  who: string,
  next: NextLogits,
  prompt: readonly number[],
  options: SearchOptions,
  known: readonly string[],
  choose: (logits: Float64Array, tokens: readonly number[]) => number,
): Promise<number[]> {
  checkOptions(who, options, [...common, ...known]);
  checkSequence(who, prompt);
  checkWarp(who, options);
  const { maxNewTokens = 50, onToken } = options;
  checkCount(who, "maxNewTokens", maxNewTokens, 0);
  const ends = endsOf(options.endToken);
  const tokens = Array.from(prompt);
  for (let i = 0; i < maxNewTokens; i += 1) {
    const [logits] = await logitsOf(next, [tokens]);
    const token = choose(logits, tokens);
    if (token < 0) break;
    tokens.push(token);
    onToken?.(token);
    if (ends.has(token)) break;
  }
  return tokens;
}

/**
 * The text that grows by the likeliest token again and again; of equals the one with the lowest
 * number. It ends early where no token is allowed any more.
 *
 * @param next the model
 * @param prompt the tokens at the start
 * @returns the prompt and the new tokens
 *
 * @example
 * const next = (tokens) => [0, 1, 2].map((id) => Number(id === (tokens.at(-1) + 1) % 3));
 * await greedySearch(next, [0], { maxNewTokens: 4 }); // [0, 1, 2, 0, 1]
 */
export function greedySearch(
  next: NextLogits,
  prompt: readonly number[],
  options: SearchOptions = {},
): Promise<number[]> {
  const known = ["repetitionPenalty", "noRepeatNgramSize"];
  return grow("greedySearch", next, prompt, options, known, (logits, tokens) => {
    penalise(logits, tokens, options);
    const most = logits.reduce((a, b) => Math.max(a, b));
    return most === -Infinity ? -1 : logits.indexOf(most);
  });
}

/**
 * A text drawn token by token from {@link nextProbabilities}. The same seed gives the same text.
 *
 * @param next the model
 * @param prompt the tokens at the start
 * @returns the prompt and the new tokens
 *
 * @example
 * const coin = () => [0, 0];
 * const thrown = await sampleTokens(coin, [], { maxNewTokens: 100, seed: 1 });
 * thrown.length; // 100
 */
export function sampleTokens(
  next: NextLogits,
  prompt: readonly number[],
  options: SampleOptions = {},
): Promise<number[]> {
  const { seed = 0 } = options;
  const random = seed instanceof Random ? seed : new Random(seed, "tokens");
  const known = ["seed", ...warpNames];
  return grow("sampleTokens", next, prompt, options, known, (logits, tokens) => {
    const probabilities = warped(logits, tokens, options);
    let left = random.uniform();
    const found = probabilities.findIndex((probability) => (left -= probability) < 0);
    return found >= 0 ? found : probabilities.findLastIndex((probability) => probability > 0);
  });
}
