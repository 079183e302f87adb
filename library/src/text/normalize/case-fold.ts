import { checkText } from "../checks/index.ts";

/** Folded letters that capitals written small would miss: these stay, or have a fold of their own. */
const exceptions = (letter: string): string | undefined => {
  if (letter === "ı") return letter;
  const code = letter.codePointAt(0)!;
  // Cherokee folds to its capitals, the older of its two alphabets.
  if (code >= 0x13a0 && code <= 0x13f5) return letter;
  if (code >= 0x13f8 && code <= 0x13fd) return String.fromCodePoint(code - 8);
  if (code >= 0xab70 && code <= 0xabbf) return String.fromCodePoint(code - 0xab70 + 0x13a0);
  return undefined;
};

const fold = (letter: string): string =>
  exceptions(letter) ??
  Array.from(
    letter.toLowerCase().toUpperCase(),
    (capital) => exceptions(capital) ?? capital.toLowerCase(),
  ).join("");

/**
 * A text for comparisons in which case does not count: stronger than `toLowerCase`, as ß becomes ss
 * and ς becomes σ. Python's `str.casefold`.
 *
 * Source: Unicode's full case folding (CaseFolding.txt, C and F).
 *
 * @example
 * caseFold("Straße"); // "strasse"
 * caseFold("ΟΔΟΣ") === caseFold("οδος"); // true
 */
export function caseFold(text: string): string {
  checkText("caseFold", text);
  return text.replace(/[A-Z]+|[^\0-\x7f]/gu, (part) =>
    part.charCodeAt(0) < 128 ? part.toLowerCase() : fold(part),
  );
}
