import { checkOptions, checkText } from "../checks/index.ts";
import { segmenterOf } from "./words.ts";

export interface SentenceOptions {
  /** Whose rules. Default `"en"`. */
  readonly locale?: string;
  /** Words with a dot that end no sentence. Default: titles and short forms of English. */
  readonly abbreviations?: readonly string[];
}

const english = [
  ..."Mr Mrs Ms Dr Prof St Sr Jr Rev Gen Col Lt Sgt Capt Hon vs etc cf al approx Fig Eq No Vol".split(
    " ",
  ),
  ..."pp ed eds Inc Ltd Co Corp Jan Feb Mar Apr Aug Sept Oct Nov Dec e.g i.e U.S U.K a.m p.m".split(
    " ",
  ),
];

/**
 * The sentences of a text, without the white space around them.
 *
 * Source: Unicode Standard Annex 29, by `Intl.Segmenter`; a sentence that seems to end in an
 * abbreviation, or in the initial of a name, goes on. So "… at 5 p.m. Then …" stays one sentence:
 * without a trained model nobody can tell.
 *
 * @example
 * sentenceTokenize("Dr. Smith came. She sat down!"); // ["Dr. Smith came.", "She sat down!"]
 */
export function sentenceTokenize(text: string, options: SentenceOptions = {}): string[] {
  checkText("sentenceTokenize", text);
  checkOptions("sentenceTokenize", options, ["locale", "abbreviations"]);
  const short = new Set((options.abbreviations ?? english).map((word) => word.replace(/\.$/u, "")));
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of segmenterOf(options.locale ?? "en", "sentence").segment(text)) {
    open += segment;
    const last = /(\S+)\.\s*$/u.exec(open)?.[1].replace(/^[("'“‘[]+/u, "");
    const goesOn = last !== undefined && (short.has(last) || /^\p{Lu}$/u.test(last));
    if (goesOn && !/\n\s*\n$/u.test(open)) continue;
    sentences.push(open);
    open = "";
  }
  sentences.push(open);
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}
