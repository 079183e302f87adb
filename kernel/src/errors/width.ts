const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that one character takes in a monospaced font; a tab is shown as one blank. */
const charWidth = (char: string): number => (zero.test(char) ? 0 : wide.test(char) ? 2 : 1);

/** Columns that a text takes in a monospaced font. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/**
 * Offset of the character that stands `width` columns into the text, or the text's length.
 *
 * @param tabStop Columns between the places that a tab goes on to. Default: a tab is one blank.
 */
export function atWidth(text: string, width: number, tabStop = 1): number {
  let at = 0;
  let passed = 0;
  for (const char of text) {
    if (passed >= width) return at;
    passed += char === "\t" ? tabStop - (passed % tabStop) : charWidth(char);
    at += char.length;
  }
  return at;
}
