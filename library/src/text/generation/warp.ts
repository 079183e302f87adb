import { checkCount, checkOptions, checkPositive } from "../checks/index.ts";

export interface WarpOptions {
  /** Below 1 likely tokens become likelier, above 1 all become alike. Default 1. */
  readonly temperature?: number;
  /** Only so many tokens may come, the likeliest. Default all. */
  readonly topK?: number;
  /** Only the likeliest tokens may come, as few as have this probability together. Default 1, all. */
  readonly topP?: number;
  /** Only tokens may come that have this part of the likeliest one's probability. Default 0, all. */
  readonly minP?: number;
  /** Above 1 tokens that were there become less likely. Default 1. */
  readonly repetitionPenalty?: number;
  /** No run of so many tokens comes twice. Default 0, any may. */
  readonly noRepeatNgramSize?: number;
}

/** @internal */
export const warpNames = [
  "temperature",
  "topK",
  "topP",
  "minP",
  "repetitionPenalty",
  "noRepeatNgramSize",
] as const;

/** @internal @throws RangeError for a number out of its range */
export function checkWarp(who: string, options: WarpOptions): void {
  const { temperature = 1, topK, topP = 1, minP = 0, repetitionPenalty = 1 } = options;
  checkPositive(who, "temperature", temperature);
  if (topK !== undefined) checkCount(who, "topK", topK);
  if (!(topP > 0 && topP <= 1))
    throw new RangeError(`${who}: topP is a number above 0 up to 1, not ${topP}.`);
  if (!(minP >= 0 && minP <= 1))
    throw new RangeError(`${who}: minP is a number from 0 to 1, not ${minP}.`);
  checkPositive(who, "repetitionPenalty", repetitionPenalty);
  checkCount(who, "noRepeatNgramSize", options.noRepeatNgramSize ?? 0, 0);
}

/** @internal Makes logits of tokens that were there smaller, in place. */
export function penalise(
  logits: Float64Array,
  tokens: readonly number[],
  options: WarpOptions,
): void {
  const { repetitionPenalty: penalty = 1, noRepeatNgramSize: size = 0 } = options;
  if (penalty !== 1)
    for (const token of new Set(tokens))
      logits[token] = logits[token] < 0 ? logits[token] * penalty : logits[token] / penalty;
  if (size === 0 || tokens.length + 1 < size) return;
  const last = tokens.slice(tokens.length - size + 1);
  for (let i = 0; i + size <= tokens.length; i += 1)
    if (last.every((token, j) => tokens[i + j] === token)) logits[tokens[i + size - 1]] = -Infinity;
}

/** @internal Probabilities of logits; all 0 where none is allowed. */
export function softmax(logits: Float64Array): Float64Array {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  if (most === -Infinity) return logits.map(() => 0);
  const parts = logits.map((value) => Math.exp(value - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

/**
 * The probabilities from which the next token is drawn: penalties for repetition first, then the
 * temperature, then `topK`, `topP` and `minP`, each on what the one before left. The order and the
 * rules are those of Hugging Face's transformers; of equal tokens at the border `topK` keeps all,
 * `topP` those with the higher numbers.
 *
 * Source: A. Holtzman et al., "The Curious Case of Neural Text Degeneration" (2020) for topP; N. S.
 * Keskar et al., CTRL (2019) for the penalty; N. N. Minh et al. (2024) for minP.
 *
 * @param tokens what was there, for the penalties. Default nothing
 * @returns numbers that add up to 1; all 0 where no token is allowed
 * @throws RangeError for a number out of its range
 *
 * @example
 * const logits = [2, 2, 0, 1].map((x) => x * Math.LN2);
 * nextProbabilities(logits, [], { topK: 2 }); // [0.5, 0.5, 0, 0]
 */
export function nextProbabilities(
  logits: ArrayLike<number>,
  tokens: readonly number[] = [],
  options: WarpOptions = {},
): Float64Array {
  checkOptions("nextProbabilities", options, warpNames);
  checkWarp("nextProbabilities", options);
  return warped(Float64Array.from(logits), tokens, options);
}

/** @internal The same, unchecked; it changes the logits. */
export function warped(
  logits: Float64Array,
  tokens: readonly number[],
  options: WarpOptions,
): Float64Array {
  const { temperature = 1, topK, topP = 1, minP = 0 } = options;
  penalise(logits, tokens, options);
  const scaled = logits.map((value) => value / temperature);
  if (topK !== undefined && topK < scaled.length) {
    const border = scaled.toSorted()[scaled.length - topK];
    scaled.forEach((value, i) => value < border && (scaled[i] = -Infinity));
  }
  if (topP < 1) {
    const probabilities = softmax(scaled);
    const order = Array.from(scaled.keys()).sort((a, b) => scaled[a] - scaled[b] || a - b);
    let sum = 0;
    for (const i of order.slice(0, -1)) {
      sum += probabilities[i];
      if (sum > 1 - topP) break;
      scaled[i] = -Infinity;
    }
  }
  if (minP > 0) {
    const probabilities = softmax(scaled);
    const border = minP * probabilities.reduce((a, b) => Math.max(a, b));
    probabilities.forEach((value, i) => value < border && (scaled[i] = -Infinity));
  }
  return softmax(scaled);
}
