import { type Aligned, sliceAligned } from "./aligned.ts";
import { escapePattern } from "./patterns.ts";
import type { AddedToken } from "./parts/types.ts";

/** A part of a text: an added token, or text for the model. */
export interface TextPart {
  readonly text: Aligned;
  readonly id?: number;
}

const word = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;
const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && word.test(String.fromCodePoint(text.codePointAt(at)!));
const isWordBefore = (text: string, at: number): boolean => {
  const last = [...text.slice(Math.max(0, at - 2), at)].at(-1);
  return last !== undefined && word.test(last);
};

/** Finds added tokens: of several at one place the longest. */
export class AddedTokenFinder {
  readonly #byContent: ReadonlyMap<string, AddedToken>;
  readonly #pattern: RegExp | undefined;

  /** @param contentOf what is looked for; the token's content, normalised or not */
  constructor(tokens: readonly AddedToken[], contentOf: (token: AddedToken) => string) {
    const named = tokens
      .map((token) => [contentOf(token), token] as const)
      .filter(([content]) => content !== "");
    this.#byContent = new Map(named);
    const longest = [...this.#byContent.keys()].sort((a, b) => b.length - a.length);
    this.#pattern =
      longest.length > 0 ? new RegExp(longest.map(escapePattern).join("|"), "gu") : undefined;
  }

  split(whole: Aligned): TextPart[] {
    if (this.#pattern === undefined) return [{ text: whole }];
    const made: TextPart[] = [];
    const { text } = whole;
    let done = 0;
    for (const { 0: match, index } of text.matchAll(this.#pattern)) {
      const token = this.#byContent.get(match)!;
      let [start, end] = [index, index + match.length];
      if (token.single_word && (isWordBefore(text, start) || isWordAt(text, end))) continue;
      if (token.lstrip) {
        const space = /\p{White_Space}*$/u.exec(text.slice(done, start))![0].length;
        start -= space;
      }
      if (token.rstrip) end += /^\p{White_Space}*/u.exec(text.slice(end))![0].length;
      if (start > done) made.push({ text: sliceAligned(whole, done, start) });
      made.push({ text: sliceAligned(whole, start, end), id: token.id });
      done = end;
    }
    if (done < text.length || made.length === 0)
      made.push({ text: sliceAligned(whole, done, text.length) });
    return made;
  }
}
