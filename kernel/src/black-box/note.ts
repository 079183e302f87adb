/** What a kernel notes of itself. */
export interface Note {
  readonly pid: number;
  /** Processes that the system had killed for lack of memory when the kernel began. */
  readonly killed: number | undefined;
  /** Limit of the JavaScript heap in bytes, once it is known. */
  readonly heapLimit?: number | undefined;
  /** The cell that runs. */
  readonly running?: NotedCell | undefined;
  /** The execution count of the cell that ended last. */
  readonly ended?: number | undefined;
  readonly memory?: NotedMemory | undefined;
}

export interface NotedCell {
  readonly count: number;
  /** Its first line. */
  readonly line: string;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
}

/** Memory while a cell ran, in bytes. */
export interface NotedMemory {
  /** When this was seen, in milliseconds since 1970. */
  readonly seen: number;
  readonly resident: number;
  readonly available: number;
}

const longestLine = 80;

/** The first line of a cell that says something, cut where it is long. */
export function firstLine(code: string): string {
  const line = /^\s*(.*)/.exec(code)?.[1]?.trimEnd() ?? "";
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
