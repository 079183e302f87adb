import { Random, type Seed } from "../../random/index.ts";
import { numberWithin, wholeNumber } from "../options.ts";
import { anything, degrees, openings, topics, verdicts } from "./opinions.ts";

/** Short texts with what they say and what about. */
export interface Reviews {
  /** In small letters, words and marks separated by spaces. */
  readonly texts: readonly string[];
  /** `[count]`: index of the sentiment in `classes`. */
  readonly labels: Uint8Array;
  readonly classes: readonly ["negative", "positive"];
  /** `[count]`: index of the topic in `topicClasses`. */
  readonly topics: Uint8Array;
  readonly topicClasses: readonly string[];
}

export interface ReviewsOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Share of statements that say it by its opposite, "not bad", 0 to 1 (default 0.3). */
  readonly negation?: number;
  /** Share of reviews that grant the opposite first, "…, but …", 0 to 1 (default 0.3). */
  readonly contrast?: number;
}

/**
 * Reviews from a grammar, for sentiment and topic: statements of an aspect, some by negation, some
 * with a concession whose second half counts. Counting words finds most, not all: a model that sees
 * their order can be right always. Sentiments are balanced.
 *
 * Review `i` depends on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { texts, labels, classes } = reviews({ count: 100, seed: 1 });
 * texts.length; // 100
 * classes[labels[0]]; // "negative"
 */
export function reviews(options: ReviewsOptions): Reviews {
  const count = wholeNumber("count", options.count, 1, 10_000_000);
  const negation = numberWithin("negation", options.negation ?? 0.3, 0, 1);
  const contrast = numberWithin("contrast", options.contrast ?? 0.3, 0, 1);
  const root = new Random(options.seed, "reviews");
  const texts: string[] = [];
  const labels = new Uint8Array(count);
  const about = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const random = root.fork(i);
    labels[i] = root.fork(`order ${Math.floor(i / 2)}`).permutation(2)[i % 2];
    about[i] = random.integer(0, topics.length);
    texts.push(review(random, about[i], labels[i] === 1, { negation, contrast }));
  }
  return {
    ...{ texts, labels, classes: ["negative", "positive"], topics: about },
    topicClasses: topics.map(({ topic }) => topic),
  };
}

interface Shares {
  readonly negation: number;
  readonly contrast: number;
}

function review(random: Random, topic: number, positive: boolean, shares: Shares): string {
  // No aspect twice: a review does not contradict itself.
  const aspects = random.shuffle(new Set([...topics[topic].aspects, ...anything.aspects]));
  const say = (polarity: boolean): string =>
    `the ${aspects.pop()} ${judgement(random, topic, polarity, shares.negation)}`;
  const opening = random.choice(openings);
  let text = say(positive);
  if (random.uniform() < shares.contrast)
    text = random.choice([
      (): string => `${say(!positive)} , but ${text}`,
      (): string => `although ${say(!positive)} , ${text}`,
      (): string => `${text} , even if ${say(!positive)}`,
    ])();
  else if (random.uniform() < 0.4) text = `${text} and ${say(positive)}`;
  const verdict = random.uniform() < 0.25 ? ` . ${random.choice(verdicts[key(positive)])}` : "";
  return `${opening}${text}${verdict} .`;
}

/** What an aspect is like, or, by negation, what it is not like. */
function judgement(random: Random, topic: number, positive: boolean, negation: number): string {
  const { good, bad } = topics[topic];
  const words = { good: [...good, ...anything.good], bad: [...bad, ...anything.bad] };
  if (random.uniform() < negation) {
    const no = random.choice(["is not", "was not", "was never", "is hardly"]);
    return `${no} ${random.choice(words[key(!positive)])}`;
  }
  const is = random.choice(["is", "was"]);
  return `${is} ${random.choice(degrees)}${random.choice(words[key(positive)])}`;
}

const key = (positive: boolean): "good" | "bad" => (positive ? "good" : "bad");
