import { checkText } from "../checks/index.ts";

/**
 * The characters of a text: code points, so that an emoji of one code point is one character.
 *
 * @example
 * characterTokenize("né😀"); // ["n", "é", "😀"]
 */
export function characterTokenize(text: string): string[] {
  checkText("characterTokenize", text);
  return [...text];
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The characters that a reader sees: a letter with its accents, an emoji with its parts.
 *
 * Source: Unicode Standard Annex 29, by `Intl.Segmenter`.
 *
 * @example
 * graphemeTokenize("e\u0301👩‍👧"); // ["e\u0301", "👩‍👧"]
 */
export function graphemeTokenize(text: string): string[] {
  checkText("graphemeTokenize", text);
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * The bytes of a text in UTF-8, from 0 to 255. Half of a pair of surrogates becomes U+FFFD.
 *
 * @example
 * utf8Tokenize("é!"); // [195, 169, 33]
 */
export function utf8Tokenize(text: string): Uint8Array {
  checkText("utf8Tokenize", text);
  return new TextEncoder().encode(text);
}

/**
 * The text of bytes in UTF-8; what is not UTF-8 becomes U+FFFD.
 *
 * @example
 * utf8Decode([195, 169, 33]); // "é!"
 */
export function utf8Decode(bytes: ArrayLike<number>): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
