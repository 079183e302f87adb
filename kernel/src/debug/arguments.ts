import { DebugFailure } from "./failure.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** Reads the arguments of one request; what is not as it must be is said by its name. */
export class RequestArguments {
  readonly #command: string;
  readonly #given: Arguments;

  constructor(command: string, given: unknown) {
    this.#command = command;
    this.#given = isObject(given) ? given : {};
  }

  string(name: string): string {
    const value = this.#given[name];
    return typeof value === "string" ? value : this.#wrong(name, "a string", value);
  }

  optionalString(name: string): string | undefined {
    return this.#given[name] === undefined || this.#given[name] === null
      ? undefined
      : this.string(name);
  }

  /** A whole number, not negative. */
  number(name: string): number {
    const value = this.#given[name];
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
    return this.#wrong(name, "a whole number", value);
  }

  optionalNumber(name: string): number | undefined {
    return this.#given[name] === undefined || this.#given[name] === null
      ? undefined
      : this.number(name);
  }

  /** The path of a DAP `Source`. */
  sourcePath(): string {
    const { source } = this.#given;
    const path = isObject(source) ? source.path : undefined;
    return typeof path === "string" && path !== ""
      ? path
      : this.#wrong("source.path", "a path", path);
  }

  strings(name: string): string[] {
    const value = this.#given[name];
    const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
    return isList ? value : this.#wrong(name, "a list of strings", value);
  }

  /** Objects with a `line`. */
  breakpoints(): { line: number; column?: number; condition?: string; logMessage?: string }[] {
    const { breakpoints = [] } = this.#given;
    if (!Array.isArray(breakpoints)) return this.#wrong("breakpoints", "a list", breakpoints);
    return breakpoints.map((breakpoint: unknown) => {
      const given = new RequestArguments(this.#command, breakpoint);
      const line = given.number("line");
      const column = given.optionalNumber("column");
      const condition = given.optionalString("condition");
      const logMessage = given.optionalString("logMessage");
      return {
        line,
        ...(column !== undefined && { column }),
        ...(condition && { condition }),
        ...(logMessage && { logMessage }),
      };
    });
  }

  #wrong(name: string, wanted: string, received: unknown): never {
    const text = received === undefined ? "nothing" : JSON.stringify(received);
    throw new DebugFailure(`${this.#command}: "${name}" must be ${wanted}, received ${text}`);
  }
}

const isObject = (value: unknown): value is Arguments =>
  typeof value === "object" && value !== null && !Array.isArray(value);
