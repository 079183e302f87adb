/**
 * A cell's code inside the text of its module, and the way from a place in one to the same place in
 * the other.
 *
 * @module
 */

/** Text that the module has and the cell has not. */
export interface Insertion {
  /** Offset in the code. */
  readonly at: number;
  readonly text: string;
}

/** The text of a module: something before the code, the code with insertions, something after it. */
export class ModuleText {
  readonly code: string;
  readonly text: string;
  readonly #begin: number;
  /** In the order of the code. */
  readonly #insertions: readonly Insertion[];

  constructor(before: string, code: string, after: string, insertions: readonly Insertion[] = []) {
    this.code = code;
    this.#begin = before.length;
    this.#insertions = insertions.toSorted((a, b) => a.at - b.at);
    let text = before;
    let from = 0;
    for (const { at, text: inserted } of this.#insertions) {
      text += code.slice(from, at) + inserted;
      from = at;
    }
    this.text = text + code.slice(from) + after;
  }

  /** Where a place of the code is in the text: before what is inserted there. */
  toText(offset: number): number {
    let place = this.#begin + offset;
    for (const { at, text } of this.#insertions) if (at < offset) place += text.length;
    return place;
  }

  /** Where a place of the text is in the code; negative or behind its end where it is outside of it. */
  toCode(place: number): number {
    let offset = place - this.#begin;
    for (const { at, text } of this.#insertions)
      if (offset > at) offset = Math.max(at, offset - text.length);
    return offset;
  }
}
