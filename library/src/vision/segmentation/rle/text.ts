import { checkRle } from "./rle.ts";
import type { Rle } from "./rle.ts";

/**
 * The counts of runs as the short text of COCO's files: from the fourth run on, the difference to
 * the run two before; each number in groups of five bits, the lowest first.
 *
 * @example
 * rleToString({ size: [2, 2], counts: [2, 2] }); // "22"
 */
export function rleToString(rle: Rle): string {
  const { counts } = checkRle(rle);
  let text = "";
  for (const [i, count] of counts.entries()) {
    let value = i > 2 ? count - counts[i - 2] : count;
    for (let more = true; more;) {
      const bits = value & 31;
      value >>= 5;
      // The sign is the fifth bit of the last group, so a group may end a number only if it fits.
      more = (bits & 16) === 0 ? value !== 0 : value !== -1;
      text += String.fromCharCode(48 + (more ? bits | 32 : bits));
    }
  }
  return text;
}

/**
 * Runs from the short text of COCO's files.
 *
 * @throws RangeError when the text does not fill the size.
 * @example
 * rleFromString("22", [2, 2]); // { size: [2, 2], counts: [2, 2] }
 */
export function rleFromString(text: string, size: readonly [height: number, width: number]): Rle {
  const counts: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of text) {
    const group = letter.charCodeAt(0) - 48;
    value |= (group & 31) << shift;
    shift += 5;
    if ((group & 32) !== 0) continue;
    if ((group & 16) !== 0 && shift < 32) value |= -1 << shift;
    counts.push(counts.length > 2 ? value + counts[counts.length - 2] : value);
    [value, shift] = [0, 0];
  }
  return checkRle({ size, counts });
}
