import { nextProbabilities, type WarpOptions } from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

const cases = fixture<
  { logits: number[]; tokens: number[]; options: WarpOptions; probabilities: number[] }[]
>("answers.json", import.meta.url);

/** Every comparison of generation. */
export const comparisons: readonly Comparison[] = cases.map(
  ({ logits, tokens, options, probabilities }) => ({
    subject: "nextProbabilities",
    what: `${JSON.stringify(options)} after ${tokens.length} tokens`,
    oracle: "numpy 2.4.6, by transformers' rules",
    tolerance: 1e-12,
    compare: () => close(nextProbabilities(logits, tokens, options), probabilities, 1e-12),
  }),
);
