import assert from "node:assert/strict";
import { NgramModel, type NgramModelOptions } from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

const { sentences, held, answers } = fixture<{
  sentences: string[][];
  held: string[][];
  answers: Record<
    string,
    {
      size: number;
      probes: [string[], number][];
      perplexity: number | null;
      perplexitySeen: number;
    }
  >;
}>("answers.json", import.meta.url);

const options: Record<string, NgramModelOptions> = {
  "none 2": { order: 2, smoothing: "none" },
  "addK 1": { order: 1, smoothing: "addK", k: 0.5 },
  "addK 3": { order: 3, smoothing: "addK", k: 0.1, minFrequency: 2 },
  "kneserNey 2": { order: 2 },
  "kneserNey 3": { order: 3, discount: 0.75, minFrequency: 2 },
};

/** Every comparison of language models. */
export const comparisons: readonly Comparison[] = Object.entries(answers).flatMap(([key, said]) => {
  const model = new NgramModel(options[key]).fit(sentences);
  const compare = (what: string, check: () => void): Comparison => ({
    subject: "NgramModel",
    what: `${key}, ${what}`,
    oracle: "nltk 3.10.4",
    tolerance: 1e-12,
    compare: check,
  });
  // At the start of a sentence NLTK's Kneser–Ney of order 3 does not add up to 1; ours differs there.
  const isAlike = (gram: readonly string[]): boolean =>
    key !== "kneserNey 3" || gram.slice(0, 2).join(" ") !== "<s> <s>";
  const probes = said.probes.filter(([gram]) => isAlike(gram));
  return [
    compare("vocabulary", () => assert.equal(model.vocabulary.length, said.size)),
    compare("probabilities", () =>
      close(
        probes.map(([gram]) => model.score(gram.at(-1)!, gram.slice(0, -1))),
        probes.map(([, probability]) => probability),
        1e-12,
      ),
    ),
    ...(key === "kneserNey 3"
      ? []
      : [
          compare("perplexity", () => {
            close(model.perplexity(sentences.slice(0, 2)), said.perplexitySeen, 1e-12);
            if (said.perplexity !== null) close(model.perplexity(held), said.perplexity, 1e-12);
          }),
        ]),
  ];
});
