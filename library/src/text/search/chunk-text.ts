import { checkCount, checkOptions, checkText } from "../checks/index.ts";

export interface ChunkOptions {
  /** The greatest size of a chunk. Default 1000. */
  readonly size?: number;
  /** So much of a chunk may stand again at the start of the next, in whole pieces. Default 0. */
  readonly overlap?: number;
  /** The size of a text. Default: its UTF-16 units; a tokenizer's count makes chunks for a model. */
  readonly length?: (text: string) => number;
}

/** A part of a text: `text.slice(start, end)`. */
export interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where texts are cut, best first: paragraphs, lines, sentences, words, characters. */
const cuts = [/\n\s*\n/gu, /\n/gu, /[.!?…]["'”’)\]]*\s+/gu, /\s+/gu, /[^]/gu];

/**
 * Parts of a text that are no larger than `size`, for a search or a model with a bounded window. Cuts
 * are made between paragraphs where possible, else between lines, sentences, words, characters; white
 * space at the ends of a chunk belongs to no chunk.
 *
 * @throws RangeError where `overlap` is not smaller than `size`
 *
 * @example
 * chunkText("One two. Three four. Five.", { size: 12 }).map(({ text }) => text); // ["One two.", "Three four.", "Five."]
 * chunkText("a b c d", { size: 3, overlap: 1 }).map(({ text }) => text); // ["a b", "b c", "c d"]
 */
export function chunkText(text: string, options: ChunkOptions = {}): Chunk[] {
  checkText("chunkText", text);
  checkOptions("chunkText", options, ["size", "overlap", "length"]);
  const { size = 1000, overlap = 0, length = (part: string) => part.length } = options;
  checkCount("chunkText", "size", size);
  checkCount("chunkText", "overlap", overlap, 0);
  if (overlap >= size)
    throw new RangeError(`chunkText: overlap ${overlap} is not smaller than size ${size}.`);
  const fits = (start: number, end: number): boolean =>
    length(text.slice(start, end).trim()) <= size;
  const pieces = split(text, 0, text.length, 0, fits);
  const chunks: Chunk[] = [];
  for (let first = 0; first < pieces.length;) {
    let last = first;
    while (last + 1 < pieces.length && fits(pieces[first][0], pieces[last + 1][1])) last += 1;
    const chunk = trimmed(text, pieces[first][0], pieces[last][1]);
    if (chunk !== undefined) chunks.push(chunk);
    let next = last + 1;
    const again = (from: number): number =>
      length(text.slice(pieces[from][0], pieces[last][1]).trim());
    while (next < pieces.length && next - 1 > first && again(next - 1) <= overlap) {
      if (!fits(pieces[next - 1][0], pieces[last + 1][1])) break;
      next -= 1;
    }
    first = next;
  }
  return chunks;
}

/** Cuts at the best places; a piece that does not fit is cut at the next best. */
function split(
  text: string,
  start: number,
  end: number,
  level: number,
  fits: (start: number, end: number) => boolean,
): [number, number][] {
  if (level === cuts.length || fits(start, end)) return [[start, end]];
  const made: [number, number][] = [];
  let from = start;
  const add = (to: number): void => {
    if (to > from) made.push(...split(text, from, to, level + 1, fits));
    from = to;
  };
  for (const { 0: match, index } of text.slice(start, end).matchAll(cuts[level]))
    add(start + index + match.length);
  add(end);
  return made;
}

function trimmed(text: string, start: number, end: number): Chunk | undefined {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const inner = part.trim();
  return inner === "" ? undefined : { text: inner, start: from, end: from + inner.length };
}
