import { readFileSync } from "node:fs";
import path from "node:path";
import dictionary from "dictionary-en-gb";
import nspell from "nspell";
import type { ProseLine } from "./prose.ts";

const wordsFile = path.join(import.meta.dirname, "words.txt");

type Speller = (word: string) => readonly string[] | undefined;

/**
 * British English and the project's own words (words.txt): gives what a word may have been meant to be,
 * or undefined where it is right.
 */
export function speller(own = readFileSync(wordsFile, "utf8")): Speller {
  const checker = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
  for (const word of own.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    checker.add(word);
  const known = new Map<string, boolean>();
  const right = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = checker.correct(word);
    known.set(word, now);
    return now;
  };
  return (word) => (right(word) ? undefined : checker.suggest(word).slice(0, 3));
}

/** A misspelt word, the line it stands in, and what it may have been meant to be. */
export interface Misspelling {
  readonly line: number;
  readonly word: string;
  readonly suggestions: readonly string[];
}

/** Words in small letters alone: `train_x`, `ReLU6`, abbreviations and people's names are not judged. */
const words = /(?<![\p{L}\d_.@/-])\p{Ll}+(?:'\p{Ll}+)?(?![\p{L}\d_@/]|-\d)/gu;

export function misspellings(lines: readonly ProseLine[], spell = speller()): Misspelling[] {
  return lines.flatMap(({ line, prose }) =>
    [...prose.replaceAll("’", "'").matchAll(words)].flatMap(([word]) => {
      const suggestions = spell(word.replace(/'s$/u, ""));
      return suggestions === undefined ? [] : [{ line, word, suggestions }];
    }),
  );
}
