import { globMatcher } from "./glob.ts";

/** One executed cell: session, execution count, source and, once known, its result as plain text. */
interface Entry {
  readonly line: number;
  readonly input: string;
  output: string | null;
}

/** `[session, line, input]`, or with outputs `[session, line, [input, output]]`. */
export type HistoryTuple = [number, number, string | [string, string | null]];

/** The content of a `history_request`. Fields that do not belong to the access type are ignored. */
export interface HistoryRequest {
  readonly hist_access_type?: unknown;
  readonly output?: unknown;
  readonly n?: unknown;
  readonly session?: unknown;
  readonly start?: unknown;
  readonly stop?: unknown;
  readonly pattern?: unknown;
  readonly unique?: unknown;
}

const currentSession = 1;

/** What was executed since the kernel started; nothing is kept on disk. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string): void {
    this.#entries.push({ line, input, output: null });
  }

  /** Records the result of the cell that was added last under `line`. */
  setOutput(line: number, output: string): void {
    const entry = this.#entries.findLast((candidate) => candidate.line === line);
    if (entry) entry.output = output;
  }

  /** Answers a `history_request`; what it cannot understand selects nothing. */
  find(request: HistoryRequest): HistoryTuple[] {
    const withOutput = request.output === true;
    return this.#select(request).map(({ line, input, output }) => [
      currentSession,
      line,
      withOutput ? [input, output] : input,
    ]);
  }

  #select(request: HistoryRequest): readonly Entry[] {
    const n = typeof request.n === "number" && request.n > 0 ? request.n : undefined;
    const last = (entries: readonly Entry[]) => (n === undefined ? entries : entries.slice(-n));
    switch (request.hist_access_type) {
      case "tail":
        return last(this.#entries);
      case "range":
        return this.#range(request);
      case "search": {
        const matches = globMatcher(typeof request.pattern === "string" ? request.pattern : "*");
        const found = this.#entries.filter(({ input }) => matches(input));
        return last(request.unique === true ? latestOfEach(found) : found);
      }
      default:
        return [];
    }
  }

  /** Session 0 is the current one and −1 the one before; only the current one is remembered. */
  #range({ session = 0, start, stop }: HistoryRequest): readonly Entry[] {
    if (session !== 0 && session !== currentSession) return [];
    const from = typeof start === "number" ? start : 0;
    const to = typeof stop === "number" ? stop : Infinity;
    return this.#entries.filter(({ line }) => line >= from && line < to);
  }
}

function latestOfEach(entries: readonly Entry[]): Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    latest.delete(entry.input);
    latest.set(entry.input, entry);
  }
  return [...latest.values()];
}
