/**
 * The language thread: types, completion and hover, computed in a worker of their own so that they
 * never stand in the way of user code.
 *
 * @module
 */
import { LanguageClient } from "./client.ts";
import type { Method } from "./messages.ts";
import type {
  CellDiagnostic,
  Committed,
  Completeness,
  CompletionResult,
  InspectionResult,
  LanguageRequests,
} from "./types.ts";

export interface LanguageOptions {
  /** The notebook's folder, absolute: where imports are resolved from. */
  readonly directory: string;
  /** A thread that owes an answer for longer than this many milliseconds is replaced. Default 60 000. */
  readonly timeout?: number;
}

/** The language requests, and the end of the thread that answers them. */
export interface LanguageThread extends LanguageRequests {
  /** Ends the thread. What still waits for an answer is rejected. */
  stop(): Promise<void>;
}

/**
 * Starts the language thread; it loads TypeScript at once, in parallel to whatever comes next.
 *
 * Requests are answered one after the other. A thread that dies or hangs is started again with the
 * committed cells; what it was working on is rejected. If the new one dies, too, before it has
 * answered anything, that and every later request is rejected.
 *
 * @example
 * const language = startLanguage({ directory: "/home/me/notebooks" });
 * await language.check("const n: number = 'one'"); // [{ code: 2322, line: 1, column: 7, … }]
 * await language.stop();
 */
export function startLanguage({ directory, timeout = 60_000 }: LanguageOptions): LanguageThread {
  const entry = new URL("./worker.ts", import.meta.url);
  const client = new LanguageClient(entry, { directory }, timeout);
  const ask = <T>(method: Method, ...args: readonly unknown[]): Promise<T> =>
    client.ask({ method, args }) as Promise<T>;
  return {
    check: (code) => ask<readonly CellDiagnostic[]>("check", code),
    commit: (code) => ask<Committed>("commit", code),
    complete: (code, offset) => ask<CompletionResult>("complete", code, offset),
    inspect: (code, offset, detail) => ask<InspectionResult>("inspect", code, offset, detail),
    isComplete: (code) => ask<Completeness>("isComplete", code),
    stop: () => client.stop(),
  };
}
