import type { Debugger } from "node:inspector";
import { readFileSync } from "node:fs";
import { awaitsName } from "../threads/global-names.ts";
import { LineIndex } from "../transpile/positions.ts";
import type { Script } from "./scripts.ts";
import { plain, type TargetSession } from "./session.ts";
import type { Place } from "./target/index.ts";

/** Where V8 can stop: its own place, 0-based, and the user's, 1-based. */
export interface StopPlace {
  readonly location: Debugger.Location;
  readonly line: number;
  readonly column: number;
}

/** A place in the user's text. `isOwn` is false for code that the kernel added there. */
export interface Origin {
  readonly line: number;
  readonly column: number;
  readonly isOwn: boolean;
}

interface Texts {
  readonly generated: Text;
  readonly original: Text;
}

interface Text {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Leads between what V8 runs and what the user wrote. */
export class Positions {
  readonly #session: TargetSession;
  readonly #codeOf: (script: Script) => string | undefined;
  readonly #texts = new Map<string, Promise<Texts>>();
  readonly #stops = new Map<string, Promise<StopPlace[]>>();

  /** @param codeOf The code of a cell's script. */
  constructor(session: TargetSession, codeOf: (script: Script) => string | undefined) {
    this.#session = session;
    this.#codeOf = codeOf;
  }

  /** The places of the user's own code where V8 can stop in a script, in the user's order. */
  stops(script: Script): Promise<StopPlace[]> {
    const known = this.#stops.get(script.id) ?? this.#findStops(script);
    this.#stops.set(script.id, known);
    return known;
  }

  async origins(script: Script, locations: readonly Debugger.Location[]): Promise<Origin[]> {
    const { generated, original } = await this.#textsOf(script);
    const places = locations.map(
      ({ lineNumber, columnNumber = 0 }) => [lineNumber + 1, columnNumber + 1] as const,
    );
    const { url, toOriginal } = script;
    const origins: readonly Place[] = toOriginal
      ? places.map((place) => {
          const { line, column } = toOriginal(...place);
          return [line, column];
        })
      : await this.#session.ask("origins", plain(url), plain(places));
    return origins.map(([line, column], index) => {
      const [atLine, atColumn] = places[index] ?? [1, 1];
      const word = wordAt(generated, atLine, atColumn);
      const written = wordAt(original, line, column);
      // In a cell an `await` starts with what ends it where the cell is stopped.
      const isAwait = written === "await" && word === awaitsName;
      return { line, column, isOwn: word !== "" && (word === written || isAwait) };
    });
  }

  /** Whether the function whose parameters start at a location is an async one. */
  async isAsync(script: Script, at: Debugger.Location | undefined): Promise<boolean> {
    if (!at) return true;
    const { text, lines } = (await this.#textsOf(script)).generated;
    const before = text.slice(0, lines.offset(at.lineNumber + 1, (at.columnNumber ?? 0) + 1));
    return /\basync\s*(?:function\b)?[\s*]*(?:[#\w$]+\s*)?$/.test(before.slice(-200));
  }

  async #findStops(script: Script): Promise<StopPlace[]> {
    type Answer = Debugger.GetPossibleBreakpointsReturnType;
    const { locations } = await this.#session.post<Answer>("Debugger.getPossibleBreakpoints", {
      start: { scriptId: script.id, lineNumber: 0, columnNumber: 0 },
    });
    const origins = await this.origins(script, locations);
    return origins
      .map(({ line, column, isOwn }, index) => ({
        location: locations[index],
        line,
        column,
        isOwn,
      }))
      .filter(({ isOwn }) => isOwn)
      .sort((a, b) => a.line - b.line || a.column - b.column);
  }

  #textsOf(script: Script): Promise<Texts> {
    const known = this.#texts.get(script.id) ?? this.#read(script);
    this.#texts.set(script.id, known);
    return known;
  }

  async #read(script: Script): Promise<Texts> {
    type Answer = Debugger.GetScriptSourceReturnType;
    const parameters = { scriptId: script.id };
    const { scriptSource } = await this.#session.post<Answer>(
      "Debugger.getScriptSource",
      parameters,
    );
    const original = this.#codeOf(script) ?? fileText(script.path) ?? scriptSource;
    return { generated: textOf(scriptSource), original: textOf(original) };
  }
}

const textOf = (text: string): Text => ({ text, lines: new LineIndex(text) });

function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The word or character at a place, empty behind the end of the text. */
function wordAt({ text, lines }: Text, line: number, column: number): string {
  const word = /[\p{ID_Continue}$]+|[^]/uy;
  word.lastIndex = lines.offset(line, column);
  return word.exec(text)?.[0] ?? "";
}
