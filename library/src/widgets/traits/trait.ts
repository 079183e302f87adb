/**
 * One value of a widget that both sides know. `check` makes sure of a value, or throws an error that
 * names it; the wire forms are for values that JSON cannot hold.
 */
export interface Trait<Value, Given = Value> {
  initial(): Value;
  /** @param name what to call the value in an error, for example `IntSlider.value` */
  check(value: unknown, name: string): Value;
  toWire?(value: Value): unknown;
  fromWire?(value: unknown): unknown;
  /** Its name in messages, where that is not its own in snake_case; `null`: it is not sent. */
  readonly wireName?: string | null;
  /** For the type checker alone: what may be assigned. */
  readonly given?: Given;
}

export type Traits = Readonly<Record<string, Trait<unknown>>>;

/** The values that a table of traits describes. */
export type ValuesOf<T extends Traits> = {
  -readonly [Name in keyof T]: T[Name] extends Trait<infer Value, unknown> ? Value : never;
};

/** What a constructor and `set` take for a table of traits. */
export type GivenOf<T extends Traits> = {
  readonly [Name in keyof T]?: T[Name] extends Trait<unknown, infer Given> ? Given : never;
};

/** `barStyle` is `bar_style` in messages. */
export function wireName(name: string, { wireName: own }: Trait<unknown>): string | null {
  if (own !== undefined) return own;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A value as an error shows it. */
export function shown(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" || value === undefined) return String(value);
  if (typeof value === "function") return "a function";
  try {
    const text = JSON.stringify(value) ?? typeof value;
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  } catch {
    return typeof value;
  }
}
