import type { Debugger, Session } from "node:inspector";
import { Breakpoints } from "./breakpoints.ts";
import { Exceptions } from "./exceptions.ts";
import { DebugFailure } from "./failure.ts";
import { Positions } from "./positions.ts";
import { Previews } from "./previews.ts";
import { hiddenPatterns, Scripts, type Script } from "./scripts.ts";
import { TargetSession } from "./session.ts";
import { cellPath } from "./sources.ts";
import type { Frame } from "./stack.ts";
import { Stops, type Stop } from "./stops.ts";
import type { RanCell } from "./target/index.ts";
import { Variables } from "./variables.ts";

/** Tells the front ends of something that they did not ask for. */
export type SendEvent = (event: string, body?: object) => void;

interface AttachedParts {
  readonly send: SendEvent;
  /** The code of a cell that did not run yet. */
  readonly dumped: (path: string) => string | undefined;
}

/** Everything that exists only while a debugger is attached. */
export class Attached {
  readonly session: TargetSession;
  readonly scripts: Scripts;
  readonly positions: Positions;
  readonly breakpoints: Breakpoints;
  readonly exceptions: Exceptions;
  readonly stops: Stops;
  readonly variables: Variables;
  readonly #connection: Session;
  /** The URL of the cell that runs. */
  #running: string | undefined;
  readonly #cells = new Map<string, RanCell & { path: string }>();

  private constructor(connection: Session, parts: AttachedParts) {
    const { send } = parts;
    this.#connection = connection;
    const session = new TargetSession(connection);
    this.session = session;
    this.scripts = new Scripts((url) => this.#cells.get(url)?.path ?? "");
    const { scripts } = this;
    this.positions = new Positions(session, ({ url, path }) => {
      return this.#cells.get(url)?.code ?? parts.dumped(path);
    });
    const { positions } = this;
    const previews = new Previews(session, scripts);
    this.breakpoints = new Breakpoints({
      ...{ session, scripts, positions },
      preview: async (path) => {
        const code = parts.dumped(path) ?? this.codeAt(path);
        return code === undefined ? undefined : previews.of(path, code);
      },
      changed: (breakpoint) => send("breakpoint", { reason: "changed", breakpoint }),
    });
    this.exceptions = new Exceptions(session, positions);
    const { breakpoints, exceptions } = this;
    this.variables = new Variables(session);
    this.stops = new Stops({
      ...{ session, scripts, positions, breakpoints, exceptions },
      stopped: (body) => send("stopped", body),
      continued: () => {
        this.variables.forget();
        send("continued", { threadId: 1, allThreadsContinued: true });
      },
    });
  }

  static async start(connection: Session, parts: AttachedParts): Promise<Attached> {
    const attached = new Attached(connection, parts);
    await attached.#start();
    return attached;
  }

  async #start(): Promise<void> {
    const { session, scripts } = this;
    await session.load();
    for (const cell of await session.ask("cells")) this.#know(cell);
    session.on("Debugger.scriptParsed", (script: Debugger.ScriptParsedEventDataType) => {
      scripts.add(script);
    });
    await session.post("Debugger.enable");
    await session.post("Debugger.setBlackboxPatterns", {
      patterns: hiddenPatterns,
      skipAnonymous: true,
    });
  }

  #know(cell: RanCell): void {
    this.#cells.set(cell.url, { ...cell, path: cellPath(cell.code) });
  }

  /** The label of a cell: `Cell [3]`. */
  labelOf = (script: Script): string | undefined => this.#cells.get(script.url)?.label;

  /** The text behind a path: a cell that ran. */
  codeAt = (path: string): string | undefined =>
    [...this.#cells.values()].findLast((cell) => cell.path === path)?.code;

  /** Stops at the next line of the notebook's code; where nothing runs, at the next cell's first. */
  async pause(isBusy: boolean): Promise<void> {
    this.stops.expectPause();
    if (!isBusy) return;
    const url = this.#running;
    if (url !== undefined && !this.scripts.hasCell(url)) {
      // On its way through the kernel's code, where stopping would be of no use.
      await this.breakpoints.stopAtStart(url);
      if (!this.scripts.hasCell(url)) return;
    }
    await this.session.post("Debugger.pause");
  }

  async afterCell(url: string): Promise<void> {
    if (this.#running === url) this.#running = undefined;
    await this.breakpoints.afterCell(url);
  }

  async beforeCell(cell: RanCell): Promise<void> {
    this.#know(cell);
    this.#running = cell.url;
    const stopAtStart = this.stops.pauseIsPending;
    await this.breakpoints.beforeCell(cell.url, cellPath(cell.code), stopAtStart);
  }

  /** @throws DebugFailure where the thread runs. */
  get stop(): Stop {
    const stop = this.stops.current;
    if (!stop) throw new DebugFailure("The notebook is not stopped at a breakpoint");
    return stop;
  }

  isStopped = (): boolean => this.stops.current !== undefined;

  /** @throws DebugFailure for a frame of an earlier stop. */
  frame = (id: number): Frame => {
    const { frames, firstFrame } = this.stop;
    const frame = frames[id - firstFrame];
    if (!frame) {
      const last = firstFrame + frames.length - 1;
      throw new DebugFailure(
        `There is no frame ${id}; those of this stop are ${firstFrame} to ${last}`,
      );
    }
    return frame;
  };

  /** Lets go of the thread, which then goes on. */
  detach(): void {
    this.stops.release();
    this.#connection.disconnect();
  }
}
