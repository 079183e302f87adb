/**
 * Every byte as one visible character, so that a model of characters is one of bytes.
 *
 * Source: A. Radford et al., "Language Models are Unsupervised Multitask Learners" (2019), GPT-2.
 */
const isShown = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);

const characters: string[] = [];
for (let byte = 0, hidden = 0; byte < 256; byte += 1)
  characters.push(String.fromCharCode(isShown(byte) ? byte : 256 + hidden++));

/** The byte of each character's code; -1 for characters that stand for none. */
const byteOf = new Int16Array(1024).fill(-1);
characters.forEach((character, byte) => (byteOf[character.charCodeAt(0)] = byte));
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The 256 characters. */
export const byteAlphabet: readonly string[] = characters;

/** The bytes of a text as characters, and for each the place in the text of its code point. */
export function toByteCharacters(text: string): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let made = "";
  let at = 0;
  for (const character of text) {
    for (const byte of encoder.encode(character)) {
      made += characters[byte];
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { text: made, starts, ends };
}

/** The text of such tokens; a token with other characters stands for itself. */
export function fromByteCharacters(tokens: readonly string[]): string {
  const found: number[] = [];
  for (const token of tokens) {
    const start = found.length;
    for (let i = 0; i < token.length; i += 1) {
      const byte = byteOf[token.charCodeAt(i)] ?? -1;
      if (byte >= 0) {
        found.push(byte);
        continue;
      }
      found.length = start;
      found.push(...encoder.encode(token));
      break;
    }
  }
  return decoder.decode(Uint8Array.from(found));
}
