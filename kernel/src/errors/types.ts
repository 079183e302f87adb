/** An error as the Jupyter protocol carries it. `traceback` lines may hold ANSI colours. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** Where the source of an evaluated cell can be found, for stack lines and code frames. */
export interface CellSource {
  /** Label the user knows the cell by, such as `Cell [3]`. */
  readonly label: string;
  readonly code: string;
  /** Maps a 1-based line and column of the evaluated JavaScript to the cell's own. */
  readonly toOriginal: (line: number, column: number) => { line: number; column: number };
}
