/**
 * What the protocol thread and the main thread say to each other. Everything here crosses a
 * `MessagePort`, so it is plain data.
 *
 * @module
 */
import type { MessagePort } from "node:worker_threads";
import type { DisplayData } from "../display/types.ts";
import type { CellError } from "../errors/types.ts";

/** A cell to evaluate. `id` is unique for the life of the kernel; `executionCount` is not. */
export interface ExecuteCell {
  readonly kind: "execute";
  readonly id: number;
  readonly code: string;
  readonly executionCount: number;
  readonly silent: boolean;
  /** Whether the front end can be asked for input on the stdin channel. */
  readonly allowStdin: boolean;
  /** Expressions to evaluate after the cell, by name (`user_expressions` of the protocol). */
  readonly userExpressions: Readonly<Record<string, string>>;
}

/** Ends the cell if it still runs. Code that does not return to read this is terminated besides. */
export interface InterruptCell {
  readonly kind: "interrupt";
  readonly id: number;
}

/** Frees what is no longer needed, now that no cell runs. */
export interface CollectGarbage {
  readonly kind: "collect";
}

export interface Shutdown {
  readonly kind: "shutdown";
}

export type CommType = "comm_open" | "comm_msg" | "comm_close";

/** A comm message of a front end. `request` is unique among them for the life of the kernel. */
export interface CommRequest {
  readonly kind: "comm";
  readonly request: number;
  readonly type: CommType;
  readonly commId: string;
  /** Of a `comm_open` only. */
  readonly target?: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** Ends what handles comm messages. Code that does not return to read this is terminated besides. */
export interface InterruptComms {
  readonly kind: "interrupt_comms";
}

/** The answer to an `InspectName`: nothing where nothing is known. */
export interface Inspected {
  readonly kind: "inspected";
  readonly question: number;
  readonly known?: {
    readonly text: string;
    readonly markdown: string;
    readonly hasSource: boolean;
  };
}

export type ToMain =
  | ExecuteCell
  | InterruptCell
  | CommRequest
  | InterruptComms
  | Inspected
  | CollectGarbage
  | Shutdown;

/** Text for stdout or stderr of the cell `id`, which may have ended long ago. */
export interface StreamOutput {
  readonly kind: "stream";
  readonly id: number;
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

/** `display_data`, or `update_display_data` where `update` is set. */
export interface DisplayOutput {
  readonly kind: "display";
  readonly id: number;
  readonly output: DisplayData;
  readonly displayId?: string;
  readonly update?: boolean;
}

export interface ClearOutput {
  readonly kind: "clear";
  readonly id: number;
  readonly wait: boolean;
}

/** Something to read in the front end's pager. */
export interface PageOutput {
  readonly kind: "page";
  readonly id: number;
  readonly output: DisplayData;
}

/** Asks the type checker about the name at `offset`, in UTF-16 code units. */
export interface InspectName {
  readonly kind: "inspect";
  readonly question: number;
  readonly code: string;
  readonly offset: number;
}

/**
 * A question for the user. The answer comes on `port`; `signal`, a shared `Int32Array` of one
 * element, turns 1 with it, for a thread that waits instead of listening.
 */
export interface AskInput {
  readonly kind: "input";
  readonly id: number;
  readonly prompt: string;
  /** Whether the front end must not show what is typed. */
  readonly password: boolean;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** What the user typed, or why nothing will come. */
export type InputAnswer = { readonly value: string } | { readonly refused: string };

export type UserExpressionResult =
  ({ readonly status: "ok" } & DisplayData) | ({ readonly status: "error" } & CellError);

/**
 * The end of a cell. `result` is absent where the cell has no value to show. `evaluated` is false
 * where the code did not parse, so that it declared nothing.
 */
export interface CellDone {
  readonly kind: "done";
  readonly id: number;
  readonly evaluated: boolean;
  readonly result?: DisplayData;
  readonly error?: CellError;
  readonly userExpressions: Readonly<Record<string, UserExpressionResult>>;
}

/** A comm message for the front ends, sent by the cell `id` or while the comm message `request` was handled. */
export interface CommOutput {
  readonly kind: "comm";
  readonly type: CommType;
  readonly id?: number;
  readonly request?: number;
  readonly commId: string;
  /** Of a `comm_open` only. */
  readonly target?: string;
  /** As JSON, so that what the cell changes later is not sent. */
  readonly data: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly buffers: readonly Uint8Array[];
}

/** A comm message was handled, and what its handlers sent is on its way. */
export interface CommDone {
  readonly kind: "comm_done";
  readonly request: number;
}

/** Comms that front ends open for `name` are accepted. */
export interface CommTarget {
  readonly kind: "comm_target";
  readonly name: string;
  readonly accepted: boolean;
}

export type FromComms = CommOutput | CommDone | CommTarget;

/** Where the main thread's heap ends, in bytes, and how far beyond it may grow for a moment. */
export interface HeapLimit {
  readonly limit: number;
  readonly reserve: number;
}

export interface HeapFound extends HeapLimit {
  readonly kind: "heap";
}

/** The main thread has loaded and can take cells. */
export interface Ready {
  readonly kind: "ready";
}

/** The main thread waits at the `Barrier` until this was handled. */
export interface Settle {
  readonly kind: "settle";
  readonly turn: number;
  /** The process is about to end: what it still prints goes to its own stderr. */
  readonly leaving?: boolean;
}

export type FromMain =
  | StreamOutput
  | DisplayOutput
  | ClearOutput
  | PageOutput
  | InspectName
  | AskInput
  | CellDone
  | FromComms
  | HeapFound
  | Ready
  | Settle;

/** Messages that say something of a cell or of the main thread itself. */
export type Report = Exclude<FromMain, Settle>;
