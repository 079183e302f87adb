/**
 * What the debugger needs of the thread that it debugs: the cells that ran, and values as lists of
 * variables. It is called through the inspector, so that it answers while a cell computes or stands
 * at a breakpoint.
 *
 * @module
 */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { represent } from "../../display/index.ts";
import type { DisplayData } from "../../display/types.ts";
import type { CellSource } from "../../errors/types.ts";
import { originalPlace } from "../../modules/index.ts";
import { shadowedNames } from "../../transpile/index.ts";
import type { Entry } from "./nodes.ts";
import { References, type Lifetime, type Page } from "./references.ts";
import { entriesOf, listNode, type Reading } from "./scopes.ts";

/** A cell that ran; the same code may have run as several. */
export interface RanCell {
  readonly url: string;
  readonly label: string;
  readonly code: string;
}

/** 1-based. */
export type Place = readonly [line: number, column: number];

export interface DebugTargetParts {
  /** The evaluated cells by the URLs of their scripts. */
  readonly cells: ReadonlyMap<string, CellSource>;
  /** Name of the global through which cells import. */
  readonly loader: string;
  /** Names of globals that are Node's and the kernel's. */
  readonly ownGlobals: ReadonlySet<string>;
}

export class DebugTarget {
  readonly #parts: DebugTargetParts;
  readonly #references = new References();

  constructor(parts: DebugTargetParts) {
    this.#parts = parts;
  }

  cells(): RanCell[] {
    return [...this.#parts.cells].map(([url, { label, code }]) => ({ url, label, code }));
  }

  /** Names of globals that cells have declared for themselves. */
  shadowedNames(): string[] {
    return shadowedNames(this.#parts.loader);
  }

  /** The places in a cell or file that places in its evaluated JavaScript stand for. */
  origins(url: string, places: readonly Place[]): Place[] {
    const toOriginal = this.#parts.cells.get(url)?.toOriginal;
    return places.map(([line, column]) => {
      const at = toOriginal?.(line, column) ?? originalPlace(url.replace(/\?.*/, ""), line, column);
      return [at.line, at.column];
    });
  }

  /** The names in each of several scopes, as V8 shows them. */
  names(...scopes: object[]): string[][] {
    return scopes.map((scope) => Object.getOwnPropertyNames(scope));
  }

  /**
   * A reference to variables of a frame.
   *
   * @param extra Names whose values come last.
   */
  scope(extra: readonly string[], readings: readonly Reading[], ...values: unknown[]): number {
    const entries = extra.map((name, index) => ({ name, value: values[index] }));
    return this.#references.add(listNode([...entriesOf(readings), ...entries]), "stop");
  }

  /** The notebook's variables. */
  notebook(readings: readonly Reading[], lifetime: Lifetime) {
    if (lifetime === "look") this.#references.release("look");
    const entries: Entry[] = entriesOf(readings);
    for (const name of Object.keys(globalThis)) {
      if (this.#parts.ownGlobals.has(name)) continue;
      const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
      entries.push({ name, value, path: name });
    }
    return this.#references.children(this.#references.add(listNode(entries), lifetime), {});
  }

  children(reference: number, page: Page): DebugProtocol.Variable[] | undefined {
    return this.#references.children(reference, page);
  }

  instance(reference: number): object | undefined {
    return this.#references.instance(reference);
  }

  variable(name: string, value: unknown): DebugProtocol.Variable {
    return this.#references.variable({ name, value }, "stop");
  }

  assign(reference: number, name: string, value: unknown): DebugProtocol.Variable | undefined {
    if (!this.#references.assign(reference, name, value)) return undefined;
    return this.variable(name, value);
  }

  /**
   * How a value is displayed; undefined where it has no display.
   *
   * @param stopped Nothing can be awaited then: values that need it are shown as text.
   */
  async display(value: unknown): Promise<DisplayData | undefined> {
    return represent(value);
  }

  displayAtOnce(value: unknown): DisplayData | undefined {
    const shown = represent(value);
    if (!(shown instanceof Promise)) return shown;
    const { value: text } = this.variable("", value);
    return { data: { "text/plain": text }, metadata: {} };
  }

  release(): void {
    this.#references.release("stop");
  }
}
