import { types } from "node:util";
import { describe } from "./describe.ts";

/** A variable that stands inside something: a property, an element, a name of a scope. */
export interface Entry {
  readonly name: string;
  readonly value: unknown;
  /** How to write it in code, where that is possible. */
  readonly path?: string;
  /** A property that is computed when it is read; reading it is left to the user. */
  readonly isGetter?: boolean;
}

/** Something that can be opened in a list of variables. */
export interface Node {
  /** How many children stand at indexes, before those with names. */
  readonly indexed: number;
  /** An object that may have members that only V8 can see: those with a `#`. */
  readonly instance?: object;
  /** Children at indexes. */
  slice(start: number, count: number): (Entry | Node)[];
  /** Children with names. */
  named(): Entry[];
  /** @throws TypeError where nothing can be assigned to that name. */
  assign(name: string, value: unknown): void;
}

/** A run of a long list, opened by itself: `[100 … 199]`. */
export interface Run extends Node {
  readonly label: string;
}

export const isRun = (child: Entry | Node): child is Run => "label" in child;

/** What an object holds; undefined for a value that holds nothing. */
export function nodeOf(value: unknown, path: string | undefined): Node | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  // Its traps would run for every question.
  if (types.isProxy(value)) return undefined;
  const named = (): Entry[] => namedProperties(value, path);
  const { size: indexed, at } = elements(value, path);
  const isInstance = indexed === 0 && isOfClass(value);
  if (indexed === 0 && named().length === 0 && !isInstance) return undefined;
  return {
    indexed,
    ...(isInstance && { instance: value }),
    named,
    slice: (start, count) => at(start, Math.min(start + count, indexed)),
    assign: (name, assigned) => assign(value, name, assigned),
  };
}

/** Whether an object was made by a class that is not the engine's. */
function isOfClass(value: object): boolean {
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  const made: unknown =
    prototype && Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof made === "function" && Function.prototype.toString.call(made).startsWith("class");
}

interface Elements {
  readonly size: number;
  readonly at: (start: number, end: number) => Entry[];
}

function elements(value: object, path: string | undefined): Elements {
  if (
    Array.isArray(value) ||
    (types.isTypedArray(value) && !Buffer.isBuffer(value)) ||
    Buffer.isBuffer(value)
  ) {
    const list = value as ArrayLike<unknown>;
    const element = (index: number): Entry => ({
      ...property(value, String(index)),
      ...(path !== undefined && { path: `${path}[${index}]` }),
    });
    return { size: list.length, at: (start, end) => range(start, end).map(element) };
  }
  if (types.isMap(value)) {
    const at = (start: number, end: number) =>
      some<[unknown, unknown]>(Map.prototype.entries.call(value), start, end).map(
        ([key, inside]) => ({
          name: describe(key),
          value: inside,
        }),
      );
    return { size: sizeOf(Map.prototype, value), at };
  }
  if (types.isSet(value)) {
    const at = (start: number, end: number) =>
      some<unknown>(Set.prototype.values.call(value), start, end).map((inside, index) => ({
        name: String(start + index),
        value: inside,
      }));
    return { size: sizeOf(Set.prototype, value), at };
  }
  return { size: 0, at: () => [] };
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

function sizeOf(prototype: object, value: object): number {
  return Object.getOwnPropertyDescriptor(prototype, "size")?.get?.call(value) as number;
}

function some<T>(iterator: Iterator<T>, start: number, end: number): T[] {
  const result: T[] = [];
  for (let index = 0; index < end; index++) {
    const next = iterator.next();
    if (next.done) break;
    if (index >= start) result.push(next.value);
  }
  return result;
}

const isIndex = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key);

/** More names than this are not listed: an object used as a dictionary may have millions. */
const mostNames = 1000;

function namedProperties(value: object, path: string | undefined): Entry[] {
  const hasElements = Array.isArray(value) || types.isTypedArray(value);
  const isFunction = typeof value === "function";
  const entries: Entry[] = [];
  for (const key of hasElements ? namesBesideElements(value) : Reflect.ownKeys(value)) {
    if (hasElements && (key === "length" || (typeof key === "string" && isIndex(key)))) continue;
    if (isFunction && !Object.prototype.propertyIsEnumerable.call(value, key)) continue;
    if (entries.length === mostNames) {
      entries.push({ name: "…", value: `only the first ${mostNames} are listed` });
      break;
    }
    const name = typeof key === "symbol" ? `[${String(key)}]` : key;
    const access = typeof key === "symbol" ? undefined : accessTo(path, key);
    entries.push({
      ...property(value, key),
      name,
      ...(access !== undefined && { path: access }),
    });
  }
  return entries;
}

/** Listing a typed array's keys would make a string for each of its elements. */
function namesBesideElements(value: object): (string | symbol)[] {
  const { length } = value as ArrayLike<unknown>;
  return types.isTypedArray(value) || length > 100_000 ? [] : Reflect.ownKeys(value);
}

function accessTo(path: string | undefined, key: string): string | undefined {
  if (path === undefined) return undefined;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)
    ? `${path}.${key}`
    : `${path}[${JSON.stringify(key)}]`;
}

function property(value: object, key: string | symbol): Entry {
  const name = String(key);
  const descriptor = Object.getOwnPropertyDescriptor(value, key);
  if (descriptor?.get) return { name, value: undefined, isGetter: true };
  return { name, value: descriptor?.value as unknown };
}

function assign(target: object, name: string, value: unknown): void {
  if (types.isMap(target)) {
    for (const key of Map.prototype.keys.call(target) as MapIterator<unknown>) {
      if (describe(key) === name) return void Map.prototype.set.call(target, key, value);
    }
  }
  if (types.isSet(target)) throw new TypeError("An element of a Set cannot be replaced");
  if (!Reflect.set(target, name, value)) throw new TypeError(`${name} cannot be assigned to`);
}
