/** A 1-based line and column; columns count UTF-16 units, as the engine and editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Maps one text's position to the position it came from. */
export type PositionMap = (line: number, column: number) => Position;

export const samePosition: PositionMap = (line, column) => ({ line, column });

/** Converts between offsets and positions of one text, by the line ends that the engine counts. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (const end of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
      this.#starts.push(end.index + end[0].length);
    }
  }

  offset(line: number, column: number): number {
    const start = this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1] ?? 0;
    return Math.min(start + Math.max(column, 1) - 1, this.#length);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
