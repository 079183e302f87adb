import { LineIndex, type PositionMap } from "./positions.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Edit extends Range {
  readonly text: string;
}

/** A stretch of the result. `linear` where its characters match the source's one by one. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly linear: boolean;
}

/** The text with everything but its line ends turned into spaces. */
export const blank = (text: string): string => text.replace(/[^\n\r\u2028\u2029]/g, " ");

/** Collects changes of a text and remembers where every character of the result came from. */
export class Edits {
  readonly source: string;
  readonly #edits: Edit[] = [];
  readonly #moves: Range[] = [];
  readonly #head: (Piece | Range)[] = [];
  readonly #tail: string[] = [];

  constructor(source: string) {
    this.source = source;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Blanks a range, keeping its lines. */
  erase(start: number, end: number): void {
    this.replace(start, end, blank(this.source.slice(start, end)));
  }

  /** Puts text before everything else; errors in it point at `origin`. */
  prepend(text: string, origin = 0): void {
    this.#head.push({ text, start: origin, linear: false });
  }

  /** Puts text after everything else. */
  append(text: string): void {
    this.#tail.push(text);
  }

  /** Moves a range, with the edits inside it, before everything that was not moved. */
  moveToHead(start: number, end: number): void {
    this.#moves.push({ start, end });
    this.#head.push({ start, end });
  }

  finish(): { code: string; toSource: PositionMap } {
    const pieces: Piece[] = [];
    for (const part of this.#head) {
      if ("text" in part) pieces.push(part);
      else pieces.push(...this.#render(part, this.#editsWithin(part)));
    }
    const moved = new Set(this.#moves.flatMap((move) => this.#editsWithin(move)));
    const holes = this.#moves.map((move) => ({ ...move, text: "" }));
    const rest = this.#edits.filter((edit) => !moved.has(edit));
    const end = this.source.length;
    pieces.push(...this.#render({ start: 0, end }, [...rest, ...holes]));
    pieces.push(...this.#tail.map((text) => ({ text, start: end, linear: false })));
    const code = pieces.map((piece) => piece.text).join("");
    return { code, toSource: positionMap(code, this.source, pieces) };
  }

  /** An insertion at the end of a range belongs to what follows the range. */
  #editsWithin(range: Range): Edit[] {
    return this.#edits.filter(
      (edit) => edit.start >= range.start && edit.end <= range.end && edit.start < range.end,
    );
  }

  #render(range: Range, edits: readonly Edit[]): Piece[] {
    const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const pieces: Piece[] = [];
    let at = range.start;
    for (const { start, end, text } of sorted) {
      pieces.push({ text: this.source.slice(at, start), start: at, linear: true });
      pieces.push({ text, start, linear: text.length === end - start });
      at = end;
    }
    pieces.push({ text: this.source.slice(at, range.end), start: at, linear: true });
    return pieces.filter((piece) => piece.text !== "");
  }
}

/** Indexes the texts on the first call: most cells never fail, so most are never asked. */
function positionMap(code: string, source: string, pieces: readonly Piece[]): PositionMap {
  let indexes: { code: LineIndex; source: LineIndex } | undefined;
  return (line, column) => {
    indexes ??= { code: new LineIndex(code), source: new LineIndex(source) };
    let rest = indexes.code.offset(line, column);
    for (const piece of pieces) {
      if (rest < piece.text.length) {
        return indexes.source.position(piece.start + (piece.linear ? rest : 0));
      }
      rest -= piece.text.length;
    }
    return indexes.source.position(source.length);
  };
}
