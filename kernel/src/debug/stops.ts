import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Debugger } from "node:inspector";
import type { Breakpoints } from "./breakpoints.ts";
import type { Exceptions, Thrown } from "./exceptions.ts";
import type { Positions } from "./positions.ts";
import type { Scripts } from "./scripts.ts";
import { type TargetSession } from "./session.ts";
import { userFrames, type Frame } from "./stack.ts";

export type Step = "stepOver" | "stepInto" | "stepOut";

/** A thread that stands still, as the front end knows it. */
export interface Stop {
  readonly frames: readonly Frame[];
  /** Ids of frames begin here; they are never used twice. */
  readonly firstFrame: number;
  readonly exception?: Thrown;
}

interface Parts {
  readonly session: TargetSession;
  readonly scripts: Scripts;
  readonly positions: Positions;
  readonly breakpoints: Breakpoints;
  readonly exceptions: Exceptions;
  readonly stopped: (body: DebugProtocol.StoppedEvent["body"]) => void;
  readonly continued: () => void;
}

type Paused = Debugger.PausedEventDataType;

/** V8 has one thread to show; JupyterLab takes it for granted that this is its number. */
export const threadId = 1;

/**
 * Decides where V8's stops are the user's: those in code of Node or the kernel are stepped out of,
 * and those at the start of a script only serve to place its breakpoints.
 */
export class Stops {
  readonly #parts: Parts;
  #current: Stop | undefined;
  /** True while V8 stands still, for whatever reason. */
  #isPaused = false;
  /** What the user asked for last: where it leads into hidden code, it goes on. */
  #asked: Step | "pause" | undefined;
  #frames = 0;
  #resumed: (() => void)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.session.on<Paused>("Debugger.paused", (paused) => void this.#paused(paused));
    parts.session.on("Debugger.resumed", () => this.#wentOn());
  }

  get current(): Stop | undefined {
    return this.#current;
  }

  /** Goes on from where the thread stands. */
  async goOn(step: Step | undefined): Promise<void> {
    this.#asked = step;
    await this.#parts.session.post(`Debugger.${step ?? "resume"}`);
  }

  /** Whatever V8 stops at next is what the user asked for. */
  expectPause(): void {
    this.#asked = "pause";
  }

  get pauseIsPending(): boolean {
    return this.#asked === "pause";
  }

  /** Ends what has stopped; undefined where nothing has. Resolves once V8 goes on. */
  terminate(): Promise<void> | undefined {
    if (!this.#isPaused) return undefined;
    this.#asked = undefined;
    const resumed = new Promise<void>((resolve) => this.#resumed.push(resolve));
    void this.#parts.session.post("Debugger.resume", { terminateOnResume: true }).catch(() => {});
    return resumed;
  }

  /** Says that the thread goes on, where the front end thinks that it stands. */
  release(): void {
    this.#asked = undefined;
    this.#wentOn();
  }

  #wentOn(): void {
    this.#isPaused = false;
    for (const resolve of this.#resumed.splice(0)) resolve();
    if (!this.#current) return;
    this.#current = undefined;
    this.#parts.continued();
    void this.#parts.session.ask("release").catch(() => {});
  }

  async #paused(paused: Paused): Promise<void> {
    this.#isPaused = true;
    try {
      await this.#decide(paused);
    } catch {
      // Standing still for a reason that nobody is told of would be worse than not stopping.
      if (this.#isPaused && !this.#current) await this.goOn(undefined).catch(() => {});
    }
  }

  async #decide(paused: Paused): Promise<void> {
    const { breakpoints, scripts, positions } = this.#parts;
    const { callFrames, hitBreakpoints = [], reason } = paused;
    const frames = userFrames(callFrames, scripts);
    const [top] = frames;
    const isInUserCode = top !== undefined && top.call === callFrames[0];
    const isException = reason === "exception" || reason === "promiseRejection";
    const hit = breakpoints.requestsOf(hitBreakpoints);
    if (isInUserCode && breakpoints.isEntry(hitBreakpoints)) {
      const here = await breakpoints.enter(top.script, top.call.location);
      if (here && (await this.#holds(here.condition, top))) hit.push(...here.ids);
      else if (this.#asked === undefined && hit.length === 0) return this.goOn(undefined);
    }
    if (isException) return this.#thrown(paused, frames);
    if (hit.length > 0) return this.#stop(frames, "breakpoint", hit);
    if (!isInUserCode) return this.#leaveHidden(top !== undefined);
    const [origin] = await positions.origins(top.script, [top.call.location]);
    const isOwn = origin?.isOwn === true;
    const isDebugger = this.#asked === undefined;
    if (!isOwn && !isDebugger) return this.#repeat();
    const asked = this.#asked === "pause" ? "pause" : "step";
    this.#stop(frames, isDebugger ? "debugger statement" : asked, []);
  }

  /** A stop at the start of a script is not one that V8 has looked at the condition for. */
  async #holds(condition: string, { call: { callFrameId } }: Frame): Promise<boolean> {
    if (condition === "") return true;
    const parameters = { callFrameId, expression: `Boolean(${condition})`, silent: true };
    const answer = this.#parts.session.evaluateOnFrame({ ...parameters, returnByValue: true });
    return answer.then(
      ({ value }) => value === true,
      () => false,
    );
  }

  /** Out of code that nobody wants to see; where it was called by nobody's code, the step is over. */
  async #leaveHidden(isCalledByUser: boolean): Promise<void> {
    const asked = this.#asked;
    if (asked === "pause") await this.#parts.session.post("Debugger.stepInto");
    else if (isCalledByUser && asked) await this.#parts.session.post("Debugger.stepOut");
    else await this.goOn(undefined);
  }

  /** Past code that the kernel has added to the user's. */
  async #repeat(): Promise<void> {
    const step = this.#asked === "stepInto" ? "stepInto" : "stepOver";
    await this.#parts.session.post(`Debugger.${step}`);
  }

  async #thrown(paused: Paused, frames: Frame[]): Promise<void> {
    const exception = await this.#parts.exceptions.look(paused, frames);
    if (exception) this.#stop(frames, "exception", [], exception);
    else await this.goOn(this.#pendingStep());
  }

  #pendingStep(): Step | undefined {
    return this.#asked === "pause" ? undefined : this.#asked;
  }

  #stop(
    frames: readonly Frame[],
    reason: string,
    hitBreakpointIds: number[],
    exception?: Thrown,
  ): void {
    this.#asked = undefined;
    this.#current = { frames, firstFrame: this.#frames + 1, ...(exception && { exception }) };
    this.#frames += frames.length;
    this.#parts.stopped({
      reason,
      threadId,
      allThreadsStopped: true,
      ...(hitBreakpointIds.length > 0 && { hitBreakpointIds }),
      ...(exception && { text: exception.text, description: "Paused on exception" }),
    });
  }
}
