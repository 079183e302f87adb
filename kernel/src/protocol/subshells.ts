import { randomUUID } from "node:crypto";
import { shown } from "./shown.ts";

/** A request for a subshell that does not exist, or no longer does. */
export class UnknownSubshellError extends Error {
  override readonly name = "UnknownSubshellError";

  constructor(id: unknown, known: readonly string[]) {
    const others = known.length === 0 ? "none" : known.map((name) => JSON.stringify(name)).join();
    super(`Unknown subshell_id ${shown(id)}; the kernel has ${others}`);
  }
}

/** One line of requests, executed in order. The main shell has no id. */
export interface Shell {
  readonly id: string | undefined;
}

interface Addressed {
  readonly subshell_id?: unknown;
}

/**
 * The main shell and the subshells of JEP 91. All of them share the one main thread: requests of
 * different shells take turns where a cell awaits, and a cell that computes holds up all.
 */
export class Subshells<Kind extends Shell> {
  readonly main: Kind;
  readonly #make: (id: string | undefined) => Kind;
  readonly #shells = new Map<string, Kind>();

  constructor(make: (id: string | undefined) => Kind) {
    this.#make = make;
    this.main = make(undefined);
  }

  get ids(): string[] {
    return [...this.#shells.keys()];
  }

  get all(): Kind[] {
    return [this.main, ...this.#shells.values()];
  }

  create(): string {
    const id = randomUUID();
    this.#shells.set(id, this.#make(id));
    return id;
  }

  /** @throws UnknownSubshellError */
  delete(id: unknown): Kind {
    const shell = this.#known(id);
    this.#shells.delete(id as string);
    return shell;
  }

  /** What is wrong with the `subshell_id` of a header, if anything. */
  unknown({ subshell_id: id }: Addressed): UnknownSubshellError | undefined {
    const known = id === undefined || id === null || this.#shells.has(id as string);
    return known ? undefined : new UnknownSubshellError(id, this.ids);
  }

  /**
   * The shell that a message is for, by the `subshell_id` of its header.
   *
   * @throws UnknownSubshellError
   */
  of({ subshell_id: id }: Addressed): Kind {
    return id === undefined || id === null ? this.main : this.#known(id);
  }

  #known(id: unknown): Kind {
    const shell = typeof id === "string" ? this.#shells.get(id) : undefined;
    if (!shell) throw new UnknownSubshellError(id, this.ids);
    return shell;
  }
}
