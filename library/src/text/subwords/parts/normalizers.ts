import { type Aligned, prepend, rewrite, sliceAligned } from "../aligned.ts";
import { escapePattern, foreignPattern } from "../patterns.ts";
import { type NormalizerPart, type PatternPart, unknownPart } from "./types.ts";

export type Rewrite = (text: Aligned) => Aligned;

/** A letter with what may melt into it: marks, halfwidth sound marks, Hangul vowels and finals. */
const cluster = /[^][\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]*/gu;
const isAscii = /^[\0-\x7f]*$/u;

function unicodeForm(form: string): Rewrite {
  return (text) => {
    if (isAscii.test(text.text)) return text;
    const made = rewrite(text, cluster, (part) => part.normalize(form));
    const wanted = text.text.normalize(form);
    // Never seen to differ, but Unicode grows: then the text is right and its places are coarse.
    return made.text === wanted ? made : rewrite(text, /[^]+/gu, () => wanted);
  };
}

const drop =
  (pattern: RegExp): Rewrite =>
  (text) =>
    rewrite(text, pattern, () => "");

const lowercase: Rewrite = (text) =>
  isAscii.test(text.text) && text.starts === undefined
    ? { text: text.text.toLowerCase(), at: text.at }
    : rewrite(text, /[^\P{ASCII}a-z]|\P{ASCII}/gu, (letter) => letter.toLowerCase());

/** A pattern as written in a tokenizer.json. */
export const patternOf = (pattern: PatternPart): RegExp =>
  "String" in pattern
    ? new RegExp(escapePattern(pattern.String), "gu")
    : foreignPattern(pattern.Regex);

const chinese =
  /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b920}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu;

function bert(part: Extract<NormalizerPart, { type: "BertNormalizer" }>): Rewrite {
  const steps: Rewrite[] = [];
  if (part.clean_text) {
    steps.push(drop(/(?![\t\n\r])[\p{C}\ufffd]/gu));
    steps.push((text) => rewrite(text, /\p{White_Space}/gu, () => " "));
  }
  if (part.handle_chinese_chars)
    steps.push((text) => rewrite(text, chinese, (letter) => ` ${letter} `));
  if (part.strip_accents ?? part.lowercase) steps.push(unicodeForm("NFD"), drop(/\p{Mn}/gu));
  if (part.lowercase) steps.push(lowercase);
  return inOrder(steps);
}

const inOrder =
  (steps: readonly Rewrite[]): Rewrite =>
  (text) =>
    steps.reduce((before, step) => step(before), text);

function strip(left: boolean, right: boolean): Rewrite {
  return (text) => {
    const start = left ? text.text.search(/\P{White_Space}|$/u) : 0;
    const end = right
      ? text.text.length - /\p{White_Space}*$/u.exec(text.text)![0].length
      : text.text.length;
    return start === 0 && end === text.text.length
      ? text
      : sliceAligned(text, start, Math.max(start, end));
  };
}

const nmt: Rewrite = (text) =>
  rewrite(
    drop(/(?![\0\t\n\f\r])[\p{Cc}](?<![\x80-\x8e\x90-\x9e])/gu)(text),
    /[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]/gu,
    () => " ",
  );

/** What a normalizer does. @throws RangeError for a type that is not known */
export function normalizerOf(part: NormalizerPart | null | undefined): Rewrite {
  if (part === null || part === undefined) return (text) => text;
  switch (part.type) {
    case "NFC":
    case "NFD":
    case "NFKC":
    case "NFKD":
      return unicodeForm(part.type);
    case "Lowercase":
      return lowercase;
    case "StripAccents":
      return drop(/\p{M}/gu);
    case "Nmt":
      return nmt;
    case "Strip":
      return strip(part.strip_left, part.strip_right);
    case "Prepend":
      return (text) => prepend(text, part.prepend);
    case "Replace": {
      const pattern = patternOf(part.pattern);
      return (text) => rewrite(text, pattern, () => part.content);
    }
    case "BertNormalizer":
      return bert(part);
    case "Sequence":
      return inOrder(part.normalizers.map(normalizerOf));
    default:
      throw unknownPart("normalizer", (part as { type: unknown }).type, [
        "NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Strip, Prepend, Replace, Nmt, BertNormalizer, Sequence",
      ]);
  }
}
