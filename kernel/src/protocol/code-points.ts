/**
 * Offsets: the protocol counts code points, JavaScript UTF-16 code units; they differ after an
 * astral character such as 𝒳 or 😀. Offsets outside the text are clamped to it.
 *
 * @module
 */

/** From an offset in code points to one in UTF-16 code units. */
export function toCodeUnits(text: string, codePoints: number): number {
  let units = 0;
  for (const character of text) {
    if (codePoints-- <= 0) break;
    units += character.length;
  }
  return units;
}

/** From an offset in UTF-16 code units to one in code points. */
export function toCodePoints(text: string, codeUnits: number): number {
  let points = 0;
  let units = 0;
  for (const character of text) {
    units += character.length;
    if (units > codeUnits) break;
    points++;
  }
  return points;
}
