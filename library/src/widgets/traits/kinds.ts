import { shown, type Trait } from "./trait.ts";

function refuse(name: string, expected: string, value: unknown): never {
  throw new TypeError(`${name} must be ${expected}, received ${shown(value)}`);
}

function kind<Value>(
  initial: Value,
  expected: string,
  accepts: (value: unknown) => boolean,
): Trait<Value> {
  return {
    initial: () => initial,
    check: (value, name) => (accepts(value) ? (value as Value) : refuse(name, expected, value)),
  };
}

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean => Number.isFinite(value);

export const text = (initial = ""): Trait<string> => kind(initial, "text", isText);

export const textOrNull = (): Trait<string | null> =>
  kind<string | null>(null, "text or null", (value) => value === null || isText(value));

export const flag = (initial: boolean): Trait<boolean> =>
  kind(initial, "true or false", (value) => typeof value === "boolean");

export const flagOrNull = (): Trait<boolean | null> =>
  kind<boolean | null>(
    null,
    "true, false or null",
    (value) => value === null || typeof value === "boolean",
  );

export const integer = (initial: number): Trait<number> =>
  kind(initial, "a whole number", (value) => Number.isSafeInteger(value));

export const number = (initial: number): Trait<number> =>
  kind(initial, "a finite number", isNumber);

export const oneOf = <const Choice extends string>(...choices: Choice[]): Trait<Choice> =>
  kind(
    choices[0],
    `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`,
    (value) => choices.includes(value as Choice),
  );

/** A length in CSS, in pixels where it is a number. Sent as text; "" is the default size. */
export const size = (): Trait<string, string | number> => ({
  initial: () => "",
  check(value, name) {
    if (typeof value === "string") return value;
    if (isNumber(value) && (value as number) >= 0) return String(value);
    return refuse(name, `a number of pixels or text such as "50%"`, value);
  },
});

export const bytes = (): Trait<Uint8Array, Uint8Array | ArrayBuffer> => ({
  initial: () => new Uint8Array(),
  check(value, name) {
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    return value instanceof Uint8Array ? value : refuse(name, "bytes (a Uint8Array)", value);
  },
});

/** A constant that the front end wants to be told. */
export const always = <Value>(value: Value, name?: string): Trait<Value> => ({
  ...kind(value, shown(value), (given) => given === value),
  ...(name !== undefined && { wireName: name }),
});
