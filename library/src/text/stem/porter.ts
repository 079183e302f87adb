import { checkText } from "../checks/index.ts";

/** One letter a sound: c for a consonant, v for a vowel. */
const sounds = (word: string): string =>
  word
    .replace(/[^aeiouy]|y/gu, (letter) => (letter === "y" ? "y" : "c"))
    .replace(/[aeiou]/gu, "v")
    .replace(/^y/u, "c")
    .replace(/(?<=v)y/gu, "c")
    .replaceAll("y", "v");

/** How many times a vowel is followed by a consonant: the measure m of the paper. */
const measure = (word: string): number => sounds(word).match(/v+c+/gu)?.length ?? 0;
const hasVowel = (word: string): boolean => sounds(word).includes("v");
const endsDouble = (word: string): boolean =>
  /([^aeiou])\1$/u.test(word) && sounds(word).endsWith("c");
const endsShort = (word: string): boolean => sounds(word).endsWith("cvc") && !/[wxy]$/u.test(word);

type Rule = readonly [suffix: string, by: string, condition?: (stem: string) => boolean];

/** Applies the longest suffix that fits, where its stem allows it. */
function step(word: string, rules: readonly Rule[], allows: (stem: string) => boolean): string {
  let found: Rule | undefined;
  for (const rule of rules)
    if (word.endsWith(rule[0]) && rule[0].length > (found?.[0].length ?? 0)) found = rule;
  if (found === undefined) return word;
  const [suffix, by, condition] = found;
  const stem = word.slice(0, word.length - suffix.length);
  return allows(stem) && (condition?.(stem) ?? true) ? stem + by : word;
}

const step2: readonly Rule[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
  ["logi", "log"],
];
const step3: readonly Rule[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const step4: readonly Rule[] = [
  ..."al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize"
    .split(" ")
    .map((suffix): Rule => [suffix, ""]),
  ["ion", "", (stem) => /[st]$/u.test(stem)],
];

function past(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = /^(.*)(?:ed|ing)$/u.exec(word)?.[1];
  if (stem === undefined || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (endsDouble(stem) && !/[lsz]$/u.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function plural(word: string): string {
  if (/(?:ss|i)es$/u.test(word)) return word.slice(0, -2);
  return /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

/**
 * The stem of an English word by Porter's rules: not a word of the language, but the same for its
 * forms. Capitals are written small. Porter's own later corrections to his paper are in.
 *
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), and his program of
 * 2000.
 *
 * @example
 * ["connected", "connecting", "connections"].map(porterStem); // ["connect", "connect", "connect"]
 * porterStem("ponies"); // "poni"
 */
export function porterStem(word: string): string {
  checkText("porterStem", word);
  let made = word.toLowerCase();
  if (made.length < 3) return made;
  made = past(plural(made));
  if (made.endsWith("y") && hasVowel(made.slice(0, -1))) made = `${made.slice(0, -1)}i`;
  made = step(made, step2, (stem) => measure(stem) > 0);
  made = step(made, step3, (stem) => measure(stem) > 0);
  made = step(made, step4, (stem) => measure(stem) > 1);
  if (made.endsWith("e")) {
    const stem = made.slice(0, -1);
    const m = measure(stem);
    if (m > 1 || (m === 1 && !endsShort(stem))) made = stem;
  }
  return made.endsWith("ll") && measure(made) > 1 ? made.slice(0, -1) : made;
}
