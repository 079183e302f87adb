import type { CellWatcher, WatchedCell } from "./cell-watcher.ts";

/** Tells the user something once, under the first cell that the user runs. */
export class BadNews implements CellWatcher {
  #text: string | undefined;
  readonly #print: (cell: number, text: string) => void;

  constructor(text: string | undefined, print: (cell: number, text: string) => void) {
    this.#text = text;
    this.#print = print;
  }

  began({ id, silent }: WatchedCell): void {
    if (this.#text === undefined || silent) return;
    this.#print(id, `${this.#text}\n`);
    this.#text = undefined;
  }

  ended(): void {}
}
