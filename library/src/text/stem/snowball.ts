import { checkText } from "../checks/index.ts";

const exceptions: Readonly<Record<string, string>> = {
  skis: "ski",
  skies: "sky",
  idly: "idl",
  gently: "gentl",
  ugly: "ugli",
  early: "earli",
  only: "onli",
  singly: "singl",
  sky: "sky",
  news: "news",
  howe: "howe",
  atlas: "atlas",
  cosmos: "cosmos",
  bias: "bias",
  andes: "andes",
};

/** Beginnings after which the first region starts, as the rule would cut them too early. */
const beginnings = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/u;

/** Where the regions R1 and R2 start: after a vowel and the consonant that follows it, once and twice. */
function regions(word: string): [number, number] {
  const after = (from: number): number => {
    const found = /[aeiouy][^aeiouy]/u.exec(word.slice(from));
    return found === null ? word.length : from + found.index + 2;
  };
  const r1 = beginnings.exec(word)?.[0].length ?? after(0);
  return [r1, after(r1)];
}

const endsShort = (word: string): boolean =>
  /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/u.test(word);

type Rule = readonly [suffix: string, by: string, condition?: RegExp];

/** The longest suffix that fits decides alone. */
function step(word: string, rules: readonly Rule[], start: (rule: Rule) => number): string {
  let found: Rule | undefined;
  for (const rule of rules)
    if (word.endsWith(rule[0]) && rule[0].length > (found?.[0].length ?? 0)) found = rule;
  if (found === undefined) return word;
  const stem = word.slice(0, word.length - found[0].length);
  return stem.length >= start(found) && (found[2]?.test(stem) ?? true) ? stem + found[1] : word;
}

const step2: readonly Rule[] = [
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["entli", "ent"],
  ["izer", "ize"],
  ["ization", "ize"],
  ["ational", "ate"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["alli", "al"],
  ["fulness", "ful"],
  ["ousli", "ous"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["iviti", "ive"],
  ["biliti", "ble"],
  ["bli", "ble"],
  ["ogist", "og"],
  ["ogi", "og", /l$/u],
  ["fulli", "ful"],
  ["lessli", "less"],
  ["li", "", /[cdeghkmnrt]$/u],
];
const step3: readonly Rule[] = [
  ["tional", "tion"],
  ["ational", "ate"],
  ["alize", "al"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
  ["ative", ""],
];
const step4: readonly Rule[] = [
  ..."al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize"
    .split(" ")
    .map((suffix): Rule => [suffix, ""]),
  ["ion", "", /[st]$/u],
];

function plural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/u.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/u.test(word)) return word;
  return /[aeiouy].+s$/u.test(word) ? word.slice(0, -1) : word;
}

/** The word and whether the exception ends the step. */
function past(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/u.exec(word);
  if (eed !== null && /^(?:proc|exc|succ)eed/u.test(word)) return word;
  if (eed !== null) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
  const found = /(?:ed|ing)(?:ly)?$/u.exec(word);
  if (found === null) return word;
  const stem = word.slice(0, found.index);
  if (found[0] === "ing") {
    if (/^[^aeiouy]y$/u.test(stem)) return `${stem[0]}ie`;
    if (/^(?:inn|out|cann|herr|earr|even)$/u.test(stem)) return word;
  }
  if (!/[aeiouy]/u.test(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/([bdfgmnprt])\1$/u.test(stem)) return /^[aeo]..$/u.test(stem) ? stem : stem.slice(0, -1);
  return endsShort(stem) && r1 >= stem.length ? `${stem}e` : stem;
}

/**
 * The stem of an English word by Porter's second set of rules, which is called Porter2 or Snowball
 * English, as of Snowball 3.1. Capitals are written small.
 *
 * Source: M. F. Porter, "The English (Porter2) stemming algorithm" (2001) with the changes that its
 * page lists up to Snowball 3.1.0.
 *
 * @example
 * ["generate", "general", "dying", "news"].map(snowballStem); // ["generat", "general", "die", "news"]
 */
export function snowballStem(word: string): string {
  checkText("snowballStem", word);
  let made = word.toLowerCase();
  if (Object.hasOwn(exceptions, made)) return exceptions[made];
  if (made.length < 3) return made;
  made = made
    .replace(/^'/u, "")
    .replace(/^y/u, "Y")
    .replace(/([aeiouy])y/gu, "$1Y");
  const [r1, r2] = regions(made);
  made = made.replace(/'(?:s'?)?$/u, "");
  made = past(plural(made), r1);
  if (/.[^aeiouy][yY]$/u.test(made)) made = `${made.slice(0, -1)}i`;
  made = step(made, step2, () => r1);
  made = step(made, step3, ([suffix]) => (suffix === "ative" ? r2 : r1));
  made = step(made, step4, () => r2);
  if (made.endsWith("e")) {
    const stem = made.slice(0, -1);
    if (stem.length >= r2 || (stem.length >= r1 && !endsShort(stem))) made = stem;
  } else if (made.endsWith("ll") && made.length - 1 >= r2) made = made.slice(0, -1);
  return made.toLowerCase();
}
