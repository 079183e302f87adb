import type { Debugger, Runtime } from "node:inspector";
import type { Positions } from "./positions.ts";
import type { TargetSession } from "./session.ts";
import { isTopLevel, type Frame } from "./stack.ts";

export type ExceptionFilter = "none" | "uncaught" | "all";

/** An exception that a front end is told of. */
export interface Thrown {
  readonly text: string;
  readonly isUncaught: boolean;
}

/** Decides which exceptions stop the notebook. */
export class Exceptions {
  readonly #session: TargetSession;
  readonly #positions: Positions;
  #filter: ExceptionFilter = "none";

  constructor(session: TargetSession, positions: Positions) {
    this.#session = session;
    this.#positions = positions;
  }

  async watch(filter: ExceptionFilter): Promise<void> {
    this.#filter = filter;
    // After an await V8 takes all that a cell throws for caught, since the kernel waits for its end.
    const state = filter === "none" ? "none" : "all";
    await this.#session.post("Debugger.setPauseOnExceptions", { state });
  }

  /**
   * What was thrown, if it stops the notebook.
   *
   * @param frames The user's calls among those of V8's.
   */
  async look(
    { reason, data = {}, callFrames }: Debugger.PausedEventDataType,
    frames: readonly Frame[],
  ): Promise<Thrown | undefined> {
    if (frames.length === 0) return undefined;
    const { description, uncaught, ...rest } = data as Runtime.RemoteObject & {
      uncaught?: boolean;
    };
    const [text = ""] = (description ?? JSON.stringify(rest.value) ?? "").split("\n    at ");
    const isUncaught =
      uncaught === true ||
      (reason === "promiseRejection" && (await this.#endsTheCell(callFrames, frames)));
    // What Node throws and catches for itself is not the user's.
    const isWanted = this.#filter === "all" && frames[0]?.call === callFrames[0];
    return isUncaught || isWanted ? { text, isUncaught } : undefined;
  }

  /** Whether the calls lead, with no promise between, to a cell that goes on after an `await`. */
  async #endsTheCell(calls: readonly Debugger.CallFrame[], frames: readonly Frame[]) {
    const last = frames.at(-1);
    if (!last || last.script.kind !== "cell" || !isTopLevel(last.call)) return false;
    if (frames.length !== calls.length) return false;
    for (const { call, script } of frames.slice(0, -1)) {
      if (await this.#positions.isAsync(script, call.functionLocation)) return false;
    }
    return true;
  }
}
