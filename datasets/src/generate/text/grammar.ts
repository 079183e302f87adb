import type { Random } from "../../random/index.ts";

/** Words by their grammatical number: singular, plural. */
type Forms = readonly [singular: string, plural: string];

const nouns: readonly Forms[] = [
  ["cat", "cats"],
  ["dog", "dogs"],
  ["child", "children"],
  ["sailor", "sailors"],
  ["teacher", "teachers"],
  ["bird", "birds"],
  ["farmer", "farmers"],
  ["goose", "geese"],
];
const determiners: readonly (readonly string[])[] = [
  ["the", "a", "every", "this"],
  ["the", "some", "all", "these"],
];
const adjectives = ["old", "small", "clever", "hungry", "quiet"];
const intransitive: readonly Forms[] = [
  ["sleeps", "sleep"],
  ["sings", "sing"],
  ["runs", "run"],
  ["waits", "wait"],
];
const transitive: readonly Forms[] = [
  ["sees", "see"],
  ["chases", "chase"],
  ["likes", "like"],
  ["hears", "hear"],
  ["follows", "follow"],
];
const saying: readonly Forms[] = [
  ["thinks", "think"],
  ["says", "say"],
  ["knows", "know"],
];
const adverbs = ["often", "here", "today", "alone"];

/** Every word there is, after the marks for filling, start and end. */
export const vocabulary: readonly string[] = [
  ...["<pad>", "<start>", "<end>", ".", "that"],
  ...[
    ...new Set([
      ...[nouns, determiners, intransitive, transitive, saying].flat(2),
      ...adjectives,
      ...adverbs,
    ]),
  ].sort(),
];

/** One sentence and how likely the grammar was to say it. */
export interface Sentence {
  readonly words: readonly string[];
  readonly logProbability: number;
  /** 0 for a singular subject of the main clause, 1 for a plural one. */
  readonly number: 0 | 1;
  /** Position of the main verb among the words. */
  readonly verbAt: number;
}

/**
 * A sentence of a context-free grammar in which verbs agree with their subjects, also across relative
 * clauses. No two derivations give the same words, so the probability of the choices is that of the
 * sentence.
 */
export function sentence(random: Random): Sentence {
  const words: string[] = [];
  let logProbability = 0;
  const pick = <T>(items: readonly T[]): T => {
    logProbability -= Math.log(items.length);
    return random.choice(items);
  };
  const happens = (probability: number): boolean => {
    const yes = random.uniform() < probability;
    logProbability += Math.log(yes ? probability : 1 - probability);
    return yes;
  };
  const nounPhrase = (depth: number): 0 | 1 => {
    const number = happens(0.5) ? 1 : 0;
    words.push(pick(determiners[number]));
    if (happens(0.3)) words.push(pick(adjectives));
    words.push(pick(nouns)[number]);
    // Deeper clauses grow rarer, and stop.
    const clause = depth < 3 ? 0.36 / (depth + 1) : 0;
    if (clause > 0 && happens(clause)) {
      words.push("that");
      if (happens(0.5)) {
        const inner = nounPhrase(depth + 1);
        words.push(pick(transitive)[inner]);
      } else verbPhrase(number, depth + 1);
    }
    return number;
  };
  const verbPhrase = (number: 0 | 1, depth: number): void => {
    if (depth < 2 && happens(0.15)) {
      words.push(pick(saying)[number], "that");
      verbPhrase(nounPhrase(depth + 1), depth + 1);
    } else if (happens(0.5)) {
      words.push(pick(transitive)[number]);
      nounPhrase(depth + 1);
    } else {
      words.push(pick(intransitive)[number]);
      if (happens(0.3)) words.push(pick(adverbs));
    }
  };
  const number = nounPhrase(0);
  const verbAt = words.length;
  verbPhrase(number, 0);
  words.push(".");
  return { words, logProbability, number, verbAt };
}
