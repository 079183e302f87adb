import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Debugger } from "node:inspector";
import { pathToFileURL } from "node:url";
import { DebugFailure } from "./failure.ts";
import type { Positions, StopPlace } from "./positions.ts";
import type { Script, Scripts } from "./scripts.ts";
import type { TargetSession } from "./session.ts";
import { isCellPath } from "./sources.ts";

/** A breakpoint that a front end asked for. */
interface Requested {
  readonly id: number;
  readonly wanted: DebugProtocol.SourceBreakpoint;
  /** JavaScript; empty where it always stops. */
  readonly condition: string;
  /** Where it stands, once a script was found for it. */
  line: number | undefined;
}

/** Requests that came to stand at the same place. */
export interface Placed {
  readonly ids: readonly number[];
  /** JavaScript; empty where it always stops. */
  readonly condition: string;
  readonly at: StopPlace;
}

interface Parts {
  readonly session: TargetSession;
  readonly scripts: Scripts;
  readonly positions: Positions;
  /** The script that the cell behind a path will be; undefined where that is not known. */
  readonly preview: (path: string) => Promise<Script | undefined>;
  /** Told of a breakpoint that found its place after the front end had its answer. */
  readonly changed: (breakpoint: DebugProtocol.Breakpoint) => void;
}

/**
 * Breakpoints by the paths of their sources. A cell has its path from its code, so that they can be
 * set before it runs: V8 then stops at the very start of its script, where the others are placed.
 */
export class Breakpoints {
  readonly #parts: Parts;
  readonly #requested = new Map<string, Requested[]>();
  /** What was placed, by script and by V8's ids. */
  readonly #placed = new Map<string, Map<string, Placed>>();
  /** V8's ids of the stops at the start of scripts, by path for files and by URL for cells. */
  readonly #entries = new Map<string, string>();
  #lastId = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Replaces all breakpoints of a source.
   *
   * @throws DebugFailure where a condition is no TypeScript; then they stay as they were.
   */
  async set(path: string, wanted: readonly DebugProtocol.SourceBreakpoint[]) {
    const requested: Requested[] = [];
    for (const one of wanted) {
      const condition = await this.#conditionOf(one);
      requested.push({ id: ++this.#lastId, wanted: one, condition, line: undefined });
    }
    return this.#inTurn(() => this.#set(path, requested));
  }

  list(): { source: string; breakpoints: { line: number }[] }[] {
    return [...this.#requested].map(([source, requested]) => ({
      source,
      breakpoints: requested.map(({ wanted, line }) => ({ line: line ?? wanted.line })),
    }));
  }

  /** Sees to it that a cell stops at its start if there is something to place in it. */
  async beforeCell(url: string, path: string, stopAtStart: boolean): Promise<void> {
    await this.#turn;
    if (stopAtStart || this.#requested.has(path)) await this.stopAtStart(url);
  }

  /** Stops a cell at its start whatever is asked for in it. */
  async stopAtStart(url: string): Promise<void> {
    if (!this.#entries.has(url)) await this.#enter(url, { url });
  }

  /** Forgets the stop at the start of a cell that never came to it. */
  async afterCell(url: string): Promise<void> {
    await this.#removeEntry(url);
  }

  /** Whether V8 stopped at the start of a script. */
  isEntry(hit: readonly string[]): boolean {
    const entries = new Set(this.#entries.values());
    return hit.some((id) => entries.has(id));
  }

  /**
   * Places what was asked for in a script that is about to run.
   *
   * @returns What stands where it has stopped.
   */
  async enter(script: Script, here: Debugger.Location): Promise<Placed | undefined> {
    if (script.kind === "cell") await this.#removeEntry(script.url);
    return this.#inTurn(async () => {
      await this.#place(script, this.#requested.get(script.path) ?? []);
      return [...(this.#placed.get(script.id)?.values() ?? [])].find(
        ({ at: { location } }) =>
          location.lineNumber === here.lineNumber && location.columnNumber === here.columnNumber,
      );
    });
  }

  /** The ids of the requests that V8's ids stand for. */
  requestsOf(hit: readonly string[]): number[] {
    return [...this.#placed.values()].flatMap((placed) =>
      hit.flatMap((id) => placed.get(id)?.ids ?? []),
    );
  }

  async #set(path: string, requested: Requested[]): Promise<DebugProtocol.Breakpoint[]> {
    const { scripts } = this.#parts;
    const known = scripts.withPath(path);
    for (const script of known) await this.#clear(script);
    if (requested.length > 0) this.#requested.set(path, requested);
    else this.#requested.delete(path);
    if (!isCellPath(path)) await this.#enterFile(path, requested.length > 0);
    for (const script of known) await this.#place(script, requested);
    if (known.length === 0) await this.#foresee(path, requested);
    return requested.map((one) => answerFor(one, path));
  }

  /** Finds out where breakpoints of a cell will stand that did not run yet. */
  async #foresee(path: string, requested: readonly Requested[]): Promise<void> {
    if (requested.length === 0) return;
    const script = await this.#parts.preview(path);
    const stops = script ? await this.#parts.positions.stops(script) : [];
    for (const one of requested) {
      one.line = stops.find((place) => isAtOrAfter(place, one.wanted))?.line;
    }
  }

  async #clear(script: Script): Promise<void> {
    const placed = this.#placed.get(script.id);
    this.#placed.delete(script.id);
    for (const breakpointId of placed?.keys() ?? []) {
      await this.#parts.session.post("Debugger.removeBreakpoint", { breakpointId });
    }
  }

  async #place(script: Script, requested: readonly Requested[]): Promise<void> {
    if (requested.length === 0) return;
    const { session, positions, changed } = this.#parts;
    const stops = await positions.stops(script);
    const groups = new Map<StopPlace, Requested[]>();
    for (const one of requested) {
      const stop = stops.find((place) => isAtOrAfter(place, one.wanted));
      if (stop) groups.set(stop, [...(groups.get(stop) ?? []), one]);
    }
    const placed = this.#placed.get(script.id) ?? new Map<string, Placed>();
    this.#placed.set(script.id, placed);
    for (const [stop, group] of groups) {
      const conditions = group.map((one) => one.condition);
      const condition = conditions.includes("") ? "" : conditions.join(" || ");
      type Answer = Debugger.SetBreakpointReturnType;
      const parameters = { location: stop.location, ...(condition && { condition }) };
      const { breakpointId } = await session.post<Answer>("Debugger.setBreakpoint", parameters);
      placed.set(breakpointId, { ids: group.map(({ id }) => id), condition, at: stop });
      for (const one of group) {
        const isNews = one.line !== stop.line;
        one.line = stop.line;
        if (isNews) changed(answerFor(one, script.path));
      }
    }
  }

  async #conditionOf({ line, condition = "", logMessage = "" }: DebugProtocol.SourceBreakpoint) {
    try {
      return await this.#parts.session.expressions.condition(condition, logMessage);
    } catch (error) {
      const { message } = error as Error;
      throw new DebugFailure(`The condition of the breakpoint at line ${line}: ${message}`);
    }
  }

  async #enterFile(path: string, wanted: boolean): Promise<void> {
    if (!wanted) return this.#removeEntry(path);
    if (this.#entries.has(path)) return;
    const url = pathToFileURL(path).href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    // A file that was edited is loaded under a new version.
    await this.#enter(path, { urlRegex: `^${url}(\\?.*)?$` });
  }

  async #enter(key: string, which: { url: string } | { urlRegex: string }): Promise<void> {
    type Answer = Debugger.SetBreakpointByUrlReturnType;
    const { breakpointId } = await this.#parts.session.post<Answer>("Debugger.setBreakpointByUrl", {
      ...which,
      lineNumber: 0,
      columnNumber: 0,
    });
    this.#entries.set(key, breakpointId);
  }

  async #removeEntry(key: string): Promise<void> {
    const breakpointId = this.#entries.get(key);
    if (breakpointId === undefined) return;
    this.#entries.delete(key);
    await this.#parts.session.post("Debugger.removeBreakpoint", { breakpointId });
  }

  /** One change after the other, whoever asks. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(change);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

const isAtOrAfter = (place: StopPlace, { line, column = 1 }: DebugProtocol.SourceBreakpoint) =>
  place.line > line || (place.line === line && place.column >= column);

function answerFor({ id, wanted, line }: Requested, path: string): DebugProtocol.Breakpoint {
  const source = { path };
  if (line !== undefined) return { id, verified: true, line, source };
  const message = "Placed when the code runs";
  return { id, verified: false, line: wanted.line, source, message };
}
