import { checkText } from "../checks/index.ts";

/**
 * Letters without their accents: é becomes e. Letters that are letters of their own, as ø or ß, stay.
 * The result is in the form NFC.
 *
 * @example
 * stripAccents("Crème Brûlée"); // "Creme Brulee"
 */
export function stripAccents(text: string): string {
  checkText("stripAccents", text);
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

/**
 * One space wherever there was white space of any kind and length, and none at the ends.
 *
 * @example
 * collapseWhitespace(" one\t two\u00a0\n three "); // "one two three"
 */
export function collapseWhitespace(text: string): string {
  checkText("collapseWhitespace", text);
  return text.replace(/[\p{White_Space}\uFEFF]+/gu, " ").replace(/^ | $/gu, "");
}

/**
 * Without characters that are not seen: control characters other than tab and line ends, and
 * characters of format, as zero-width spaces and direction marks. The joiner of emoji and of some
 * scripts (U+200D, U+200C) stays.
 *
 * @example
 * stripControl("a\u0000b\u200bc\n"); // "abc\n"
 */
export function stripControl(text: string): string {
  checkText("stripControl", text);
  return text.replace(/(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu, "");
}
