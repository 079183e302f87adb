import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";
import { logitsOf, type NextLogits } from "./logits.ts";
import { endsOf, type SearchOptions } from "./sample.ts";
import { checkWarp, penalise } from "./warp.ts";

export interface BeamOptions extends Omit<SearchOptions, "onToken"> {
  /** So many texts grow side by side. Default 4. */
  readonly beams?: number;
  /** Above 0 long texts gain, below 0 short ones: the sum of logarithms is divided by length^penalty. Default 1. */
  readonly lengthPenalty?: number;
}

export interface BeamResult {
  /** The prompt and the new tokens. */
  readonly tokens: number[];
  /** The sum of the logarithms of the new tokens' probabilities, by their number to the power of the penalty. */
  readonly score: number;
}

interface Beam {
  readonly tokens: readonly number[];
  readonly sum: number;
}

/** The logarithms of probabilities. */
function logSoftmax(logits: Float64Array): Float64Array {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = Math.log(logits.reduce((a, value) => a + Math.exp(value - most), 0));
  return logits.map((value) => value - most - sum);
}

/**
 * The likeliest texts that are found when the `beams` best beginnings grow at each step; the best
 * first. With as many beams as there are beginnings it finds the best of all.
 *
 * Source: B. T. Lowerre (1976); the length penalty is that of Hugging Face's transformers, where only
 * new tokens count.
 *
 * @param next the model
 * @param prompt the tokens at the start
 * @returns as many texts as beams, or fewer where there are not so many
 *
 * @example
 * const next = (tokens) => (tokens.length === 0 ? [0.6, 0.4] : tokens[0] === 0 ? [0.5, 0.5] : [0.9, 0.1]).map(Math.log);
 * const [best] = await beamSearch(next, [], { beams: 2, maxNewTokens: 2 });
 * best.tokens; // [1, 0]
 */
export async function beamSearch(
  next: NextLogits,
  prompt: readonly number[],
  options: BeamOptions = {},
): Promise<BeamResult[]> {
  const known = ["maxNewTokens", "endToken", "beams", "lengthPenalty"];
  checkOptions("beamSearch", options, [...known, "repetitionPenalty", "noRepeatNgramSize"]);
  checkSequence("beamSearch", prompt);
  checkWarp("beamSearch", options);
  const { beams = 4, lengthPenalty = 1, maxNewTokens = 50 } = options;
  checkCount("beamSearch", "beams", beams);
  checkCount("beamSearch", "maxNewTokens", maxNewTokens, 0);
  if (!Number.isFinite(lengthPenalty))
    throw new RangeError(`beamSearch: lengthPenalty is a number, not ${lengthPenalty}.`);
  const ends = endsOf(options.endToken);
  const scoreOf = ({ sum, tokens }: Beam, length = tokens.length - prompt.length): number =>
    sum / Math.max(1, length) ** lengthPenalty;
  let open: Beam[] = [{ tokens: Array.from(prompt), sum: 0 }];
  let done: Beam[] = [];
  const better = (a: Beam, b: Beam): number => scoreOf(b) - scoreOf(a);
  for (let step = 1; step <= maxNewTokens && open.length > 0; step += 1) {
    const rows = await logitsOf(
      next,
      open.map(({ tokens }) => tokens),
    );
    const grown: Beam[] = open.flatMap(({ tokens, sum }, i) => {
      penalise(rows[i], tokens, options);
      return Array.from(logSoftmax(rows[i]), (log, token) => ({
        tokens: [...tokens, token],
        sum: sum + log,
      })).filter((beam) => beam.sum > -Infinity);
    });
    const stuck = open.filter((_, i) => !rows[i].some((value) => value > -Infinity));
    // A sort keeps the order of equals, so the same logits give the same texts.
    grown.sort((a, b) => b.sum - a.sum);
    const isDone = ({ tokens }: Beam): boolean => ends.has(tokens.at(-1)!);
    // Ended texts do not take the places of those that can grow, so twice as many are looked at.
    done = [...done, ...stuck, ...grown.slice(0, 2 * beams).filter(isDone)]
      .sort(better)
      .slice(0, beams);
    open = grown.filter((beam) => !isDone(beam)).slice(0, beams);
    if (done.length < beams || open.length === 0) continue;
    // A sum only falls; what the best could still become is bounded by its greatest or least length.
    const reach = lengthPenalty > 0 ? maxNewTokens : step + 1;
    if (scoreOf(open[0], reach) <= scoreOf(done[beams - 1])) open = [];
  }
  return [...done, ...open]
    .sort(better)
    .slice(0, beams)
    .map((beam) => ({ tokens: [...beam.tokens], score: scoreOf(beam) }));
}
