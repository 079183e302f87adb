/**
 * What the language is made of. Cells share it with the kernel, and may break both: a notebook that
 * replaces `Array.prototype.map` by something that throws would leave a kernel that cannot even
 * report the error.
 *
 * @module
 */

/** Everything that the repair itself uses is taken here, before user code could replace it. */
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
  Reflect;
const { is } = Object;
const text = String;

/** Globals whose properties, and those of their `prototype`, are remembered. */
const names = [
  ...["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Date"],
  ...["Error", "TypeError", "RangeError", "SyntaxError", "AggregateError", "Promise", "RegExp"],
  ...["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Iterator", "JSON", "Math", "Reflect"],
  ...["Proxy", "ArrayBuffer", "SharedArrayBuffer", "Atomics", "Uint8Array", "Int32Array"],
  ...["DataView", "Buffer", "URL"],
];

/** These are there to be changed. */
const settings: readonly PropertyKey[] = ["prepareStackTrace", "stackTraceLimit"];

/** Read-only, and its functions are only compared. */
interface Descriptor {
  readonly value?: unknown;
  readonly get?: unknown;
  readonly set?: unknown;
}

interface Remembered {
  readonly name: string;
  readonly object: object;
  readonly keys: readonly PropertyKey[];
  readonly descriptors: readonly PropertyDescriptor[];
}

/** Remembers the intrinsics as they are now. */
export class Intrinsics {
  readonly #remembered: readonly Remembered[];

  constructor() {
    const globals = globalThis as unknown as Record<string, { readonly prototype?: object }>;
    const objects = names.flatMap((name): [string, object | undefined][] => [
      [name, globals[name]],
      [`${name}.prototype`, globals[name]?.prototype],
    ]);
    const iterators = [[], new Map(), new Set(), ""].map((value): [string, object] => {
      const iterator = value[Symbol.iterator]();
      return [text(iterator), getPrototypeOf(iterator)!];
    });
    const typedArray = getPrototypeOf(Uint8Array) as { readonly prototype: object };
    objects.push(["TypedArray", typedArray], ["TypedArray.prototype", typedArray.prototype]);
    const remembered = [...objects, ...iterators].flatMap(([name, object]) =>
      object === undefined ? [] : [rememberedOf(name, object, ownKeys(object))],
    );
    this.#remembered = [...remembered, rememberedOf("globalThis", globalThis, names)];
  }

  /**
   * True where `Object.prototype` got a property that no object can have as its own by assignment:
   * a parser that meets it blames the text that it reads.
   */
  get poisoned(): boolean {
    const remembered = this.#remembered[1];
    const now = ownKeys(remembered.object);
    for (let index = 0; index < now.length; index++) {
      const key = now[index];
      const { writable } = getOwnPropertyDescriptor(remembered.object, key)!;
      if (writable !== true && key !== "__proto__" && !has(remembered.keys, key)) return true;
    }
    return false;
  }

  /**
   * Puts back what was replaced or removed, and takes away what was added to `Object.prototype`,
   * which every object of the kernel inherits.
   *
   * @returns the names of what was changed; empty where all is as it was or cannot be changed back.
   */
  repair(): string[] {
    const repaired: string[] = [];
    let count = 0;
    const done = (object: string, key: PropertyKey): void => {
      const value = path(object, key);
      const descriptor = { __proto__: null, value, writable: true, enumerable: true };
      defineProperty(repaired, count++, descriptor as PropertyDescriptor);
    };
    // Index loops and nothing inherited: iteration itself may be what is broken.
    for (let at = 0; at < this.#remembered.length; at++) {
      const { name, object, keys, descriptors } = this.#remembered[at];
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index];
        const original = descriptors[index];
        if (same(getOwnPropertyDescriptor(object, key), original)) continue;
        if (defineProperty(object, key, original)) done(name, key);
      }
      if (name !== "Object.prototype") continue;
      const now = ownKeys(object);
      for (let index = 0; index < now.length; index++) {
        const key = now[index];
        if (!has(keys, key) && deleteProperty(object, key)) done(name, key);
      }
    }
    return repaired;
  }
}

function rememberedOf(name: string, object: object, keys: readonly PropertyKey[]): Remembered {
  const present = keys.filter(
    (key) => !settings.includes(key) && isCode(getOwnPropertyDescriptor(object, key)),
  );
  const descriptors = present.map((key) => {
    return { __proto__: null, ...getOwnPropertyDescriptor(object, key)! };
  });
  return { name, object, keys: present, descriptors };
}

function isCode(descriptor: Descriptor | undefined): boolean {
  const value = descriptor?.value ?? descriptor?.get;
  return typeof value === "function" || (typeof value === "object" && value !== null);
}

function same(now: Descriptor | undefined, original: Descriptor): boolean {
  return (
    now !== undefined &&
    is(now.value, original.value) &&
    // A descriptor of one kind lacks the fields of the other; inherited ones may be broken.
    (getOwnPropertyDescriptor(original, "value") !== undefined ||
      (is(now.get, original.get) && is(now.set, original.set)))
  );
}

function has(keys: readonly PropertyKey[], key: PropertyKey): boolean {
  for (let index = 0; index < keys.length; index++) if (keys[index] === key) return true;
  return false;
}

function path(object: string, key: PropertyKey): string {
  if (object === "globalThis") return text(key);
  return typeof key === "symbol" ? `${object}[${text(key)}]` : `${object}.${text(key)}`;
}
