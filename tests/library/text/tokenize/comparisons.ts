import assert from "node:assert/strict";
import {
  regexpTokenize,
  tokenSpans,
  whitespaceTokenize,
  wordPunctTokenize,
} from "../../../../library/src/text/index.ts";
import { type Comparison, fixture } from "../comparison.ts";

const said = fixture<{
  texts: string[];
  patterns: Record<string, [pattern: string, gaps: boolean, discardEmpty: boolean]>;
  regexps: Record<string, string[][]>;
  wordPunct: string[][];
  whitespace: string[][];
  spans: [number, number][][];
}>("answers.json", import.meta.url);

const nltk = (
  subject: string,
  what: string,
  ours: (text: string) => unknown,
  wanted: unknown,
): Comparison => ({
  subject,
  what,
  oracle: "nltk 3.10.4",
  tolerance: 0,
  compare: () => assert.deepEqual(said.texts.map(ours), wanted),
});

/** Python's \w holds letters of every alphabet; JavaScript's does not. */
const unicode = (pattern: string): string =>
  pattern.replaceAll("\\w", "[\\p{L}\\p{N}_]").replaceAll("[\\d\\.]", "[\\d.]");

/** Every comparison of tokens. */
export const comparisons: readonly Comparison[] = [
  ...Object.entries(said.patterns).map(([name, [pattern, gaps, discardEmpty]]) =>
    nltk(
      "regexpTokenize",
      name,
      (text) => regexpTokenize(text, unicode(pattern), { gaps, discardEmpty }),
      said.regexps[name],
    ),
  ),
  nltk("wordPunctTokenize", "texts", wordPunctTokenize, said.wordPunct),
  nltk("whitespaceTokenize", "texts", whitespaceTokenize, said.whitespace),
  nltk(
    "tokenSpans",
    "texts",
    (text) => tokenSpans(text, wordPunctTokenize(text)).map(({ start, end }) => [start, end]),
    said.spans,
  ),
];
