import { type Aligned, prepend, rewrite, sliceAligned } from "../aligned.ts";
import { escapePattern } from "../patterns.ts";
import { patternOf } from "./normalizers.ts";
import { type PreTokenizerPart, type SplitBehavior, unknownPart } from "./types.ts";

export type Cut = (pieces: readonly Aligned[]) => readonly Aligned[];

/** How a text is cut, and whether the model sees its bytes in place of its characters. */
export interface PreTokenizer {
  readonly cut: Cut;
  readonly bytes: boolean;
}

const gpt2 =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;
const words =
  /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+|[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\p{White_Space}]+/gu;
const punctuation = /[\p{P}\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/gu;

/** The start, the end and whether it is a match, of all parts of a text. */
function parts(text: string, pattern: RegExp, invert: boolean): [number, number, boolean][] {
  const found: [number, number, boolean][] = [];
  let done = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match === "") continue;
    if (index > done) found.push([done, index, invert]);
    done = index + match.length;
    found.push([index, done, !invert]);
  }
  if (done < text.length) found.push([done, text.length, invert]);
  return found;
}

const joins: Record<
  Exclude<SplitBehavior, "Removed">,
  (match: boolean, before: boolean) => boolean
> = {
  Isolated: () => false,
  Contiguous: (match, before) => match === before,
  MergedWithPrevious: (match, before) => match && !before,
  MergedWithNext: (match, before) => !match && before,
};

/** Cuts at matches: what becomes of a match is the behaviour. */
function split(pattern: RegExp, behavior: SplitBehavior, invert = false): Cut {
  if (behavior !== "Removed" && !Object.hasOwn(joins, behavior))
    throw unknownPart("split behavior", behavior, ["Removed", ...Object.keys(joins)]);
  return (pieces) => {
    const made: Aligned[] = [];
    for (const piece of pieces) {
      const runs: [number, number, boolean][] = [];
      for (const [start, end, isMatch] of parts(piece.text, pattern, invert)) {
        if (behavior === "Removed") {
          if (!isMatch) runs.push([start, end, false]);
          continue;
        }
        const last = runs.at(-1);
        if (last !== undefined && joins[behavior](isMatch, last[2])) {
          last[1] = end;
          last[2] = isMatch;
        } else runs.push([start, end, isMatch]);
      }
      for (const [start, end] of runs) made.push(sliceAligned(piece, start, end));
    }
    return made;
  };
}

const isolated = (pattern: RegExp): Cut => split(pattern, "Isolated");

function metaspace(part: Extract<PreTokenizerPart, { type: "Metaspace" }>): Cut {
  const { replacement, prepend_scheme: scheme = "always", split: cuts = true } = part;
  const next = split(new RegExp(escapePattern(replacement), "gu"), "MergedWithNext");
  return (pieces) => {
    const marked = pieces.map((piece) => {
      const made = rewrite(piece, / /gu, () => replacement);
      const adds = scheme === "always" || (scheme === "first" && piece.at === 0);
      return adds && !made.text.startsWith(replacement) ? prepend(made, replacement) : made;
    });
    return cuts ? next(marked) : marked;
  };
}

/** What a pre-tokenizer does. @throws RangeError for a type that is not known */
export function preTokenizerOf(part: PreTokenizerPart | null | undefined): PreTokenizer {
  if (part === null || part === undefined) return { cut: (pieces) => pieces, bytes: false };
  switch (part.type) {
    case "ByteLevel": {
      const cut =
        (part.use_regex ?? true) ? isolated(gpt2) : (pieces: readonly Aligned[]) => pieces;
      const spaced: Cut = (pieces) =>
        cut(pieces.map((piece) => (piece.text.startsWith(" ") ? piece : prepend(piece, " "))));
      return { cut: part.add_prefix_space ? spaced : cut, bytes: true };
    }
    case "Sequence": {
      const steps = part.pretokenizers.map(preTokenizerOf);
      const early = steps.findIndex(({ bytes }) => bytes);
      if (early >= 0 && early < steps.length - 1)
        throw new RangeError("A pre-tokenizer of type ByteLevel has to be the last of a Sequence.");
      return {
        cut: (pieces) => steps.reduce((before, { cut }) => cut(before), pieces),
        bytes: early >= 0,
      };
    }
    default:
      return { cut: cutOf(part), bytes: false };
  }
}

function cutOf(part: Exclude<PreTokenizerPart, { type: "ByteLevel" | "Sequence" }>): Cut {
  switch (part.type) {
    case "Whitespace":
      return split(words, "Removed", true);
    case "WhitespaceSplit":
      return split(/\p{White_Space}+/gu, "Removed");
    case "BertPreTokenizer": {
      const spaces = split(/\p{White_Space}/gu, "Removed");
      return (pieces) => isolated(punctuation)(spaces(pieces));
    }
    case "Metaspace":
      return metaspace(part);
    case "Punctuation":
      return split(punctuation, part.behavior);
    case "Digits":
      return split(/\p{N}/gu, part.individual_digits ? "Isolated" : "Contiguous");
    case "CharDelimiterSplit":
      return split(new RegExp(escapePattern(part.delimiter), "gu"), "Removed");
    case "Split":
      return split(patternOf(part.pattern), part.behavior, part.invert);
    default:
      throw unknownPart("pre-tokenizer", (part as { type: unknown }).type, [
        "ByteLevel, Whitespace, WhitespaceSplit, BertPreTokenizer, Metaspace, Punctuation, Digits, CharDelimiterSplit, Split, Sequence",
      ]);
  }
}
