/**
 * A text made from another, which knows where each of its units came from: unit i stems from
 * `starts[i]` to `ends[i]`. Without these lists it is the other text itself, from place `at` on.
 */
export interface Aligned {
  readonly text: string;
  readonly at: number;
  readonly starts?: Int32Array;
  readonly ends?: Int32Array;
}

export const startOf = ({ at, starts }: Aligned, unit: number): number =>
  starts ? starts[unit] : at + unit;
export const endOf = ({ at, ends }: Aligned, unit: number): number =>
  ends ? ends[unit] : at + unit + 1;

export function sliceAligned(from: Aligned, start: number, end: number): Aligned {
  const text = from.text.slice(start, end);
  if (from.starts === undefined) return { text, at: from.at + start };
  return {
    text,
    at: start < end ? from.starts[start] : from.at,
    starts: from.starts.subarray(start, end),
    ends: from.ends!.subarray(start, end),
  };
}

/** Collects parts of a new text with the places they stem from. */
class Rewriter {
  #text = "";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #from: Aligned;

  constructor(from: Aligned) {
    this.#from = from;
  }

  keep(start: number, end: number): void {
    this.#text += this.#from.text.slice(start, end);
    for (let unit = start; unit < end; unit += 1) {
      this.#starts.push(startOf(this.#from, unit));
      this.#ends.push(endOf(this.#from, unit));
    }
  }

  /** Every unit of `made` stems from all units from `start` to `end`. */
  put(made: string, start: number, end: number): void {
    this.#text += made;
    const isEmpty = start === end;
    const last = this.#from.text.length - 1;
    const at = isEmpty
      ? start > last
        ? last < 0
          ? this.#from.at
          : endOf(this.#from, last)
        : startOf(this.#from, start)
      : startOf(this.#from, start);
    const to = isEmpty ? at : endOf(this.#from, end - 1);
    for (let unit = 0; unit < made.length; unit += 1) {
      this.#starts.push(at);
      this.#ends.push(to);
    }
  }

  result(): Aligned {
    const starts = Int32Array.from(this.#starts);
    return { text: this.#text, at: this.#from.at, starts, ends: Int32Array.from(this.#ends) };
  }
}

/** Writes every match anew; matches that stay as they are cost nothing. */
export function rewrite(
  from: Aligned,
  pattern: RegExp,
  replace: (match: string) => string,
): Aligned {
  let made: Rewriter | undefined;
  let done = 0;
  for (const { 0: match, index } of from.text.matchAll(pattern)) {
    const by = replace(match);
    if (by === match) continue;
    made ??= new Rewriter(from);
    made.keep(done, index);
    made.put(by, index, index + match.length);
    done = index + match.length;
  }
  if (made === undefined) return from;
  made.keep(done, from.text.length);
  return made.result();
}

/** Puts a text before; it stems from the first character, as in Hugging Face's tokenizers. */
export function prepend(from: Aligned, text: string): Aligned {
  if (from.text === "") return from;
  const made = new Rewriter(from);
  made.put(text, 0, from.text.codePointAt(0)! > 0xffff ? 2 : 1);
  made.keep(0, from.text.length);
  return made.result();
}
