/** A cell under way, as who watches it knows it. */
export interface WatchedCell {
  readonly id: number;
  /** Its execution count. */
  readonly count: number;
  readonly code: string;
  /** Nobody sees what it prints. */
  readonly silent: boolean;
}

/** Keeps an eye on what cells do to the process while they run. */
export interface CellWatcher {
  /** The main thread has the cell. */
  began(cell: WatchedCell): void;
  /** The cell was answered. */
  ended(id: number): void;
}
