/** A cell made ready for `Runtime.evaluate` in replMode. */
export interface PreparedCell {
  /** JavaScript, ending in its `//# sourceURL`. Imports are calls of the module loader. */
  readonly code: string;
  /** False where the last statement has no value to show, or ends in a semicolon. */
  readonly showsResult: boolean;
  /** Maps a 1-based line and column of `code` to the cell's own. */
  readonly toOriginal: (line: number, column: number) => { line: number; column: number };
}

export interface PrepareOptions {
  /** The `//# sourceURL` of the evaluated script, unique per cell. */
  readonly url: string;
  /**
   * Name of the global that the rewritten code calls for imports: `await <loader>.import(…)`; shell commands become
   * `await <loader>.shell(…)`.
   */
  readonly loader: string;
  /** Name of the global that what a cell awaits passes through; default: `await` is left alone. */
  readonly awaits?: string;
  /** Whether a name exists outside the cell; tells `!name` from the command. Default: none does. */
  readonly isKnown?: (name: string) => boolean;
}
