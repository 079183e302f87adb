import { inspect, types } from "node:util";
import { headline } from "./duck.ts";

const MAX_KEYS = 200;
const MAX_ITEMS = 100;
const MAX_DEPTH = 4;

/** An object that `util.inspect` writes as the given text. */
const written = (text: string) => ({ [inspect.custom]: () => text });

/**
 * A stand-in for a value in which every plain object has at most 200 properties, because
 * `util.inspect` bounds arrays, maps and strings but writes out every property of an object, and in
 * which tensors and data frames are one line. Values that need no pruning are returned as they are.
 */
export function prune(value: unknown): unknown {
  return pruneAt(value, 0, new Set());
}

function pruneAt(value: unknown, depth: number, path: Set<object>): unknown {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return value;
  if (types.isProxy(value) || path.has(value)) return value;
  if (!Array.isArray(value) && !isPlain(value)) return depth > 0 ? oneLine(value) : value;
  path.add(value);
  const pruned = Array.isArray(value)
    ? pruneArray(value, depth, path)
    : pruneObject(value, depth, path);
  path.delete(value);
  return pruned;
}

/** Tensors and data frames inside other values are named, not taken apart. */
function oneLine(value: object): unknown {
  const line = headline(value);
  return line === undefined ? value : written(line);
}

function pruneArray(array: unknown[], depth: number, path: Set<object>): unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < Math.min(array.length, MAX_ITEMS); i++) {
    const before = Object.getOwnPropertyDescriptor(array, i);
    if (!before || !("value" in before)) continue;
    const after = pruneAt(before.value, depth + 1, path);
    if (after === before.value) continue;
    copy ??= array.slice();
    copy[i] = after;
  }
  return copy ?? array;
}

function pruneObject(object: object, depth: number, path: Set<object>): object {
  let kept = 0;
  let changed = false;
  const copy = Object.create(Object.getPrototypeOf(object) as object | null) as object;
  for (const key in object) {
    if (kept === MAX_KEYS) {
      const more = Object.keys(object).length - MAX_KEYS;
      return Object.assign(copy, {
        [`… ${more.toLocaleString("en")} more properties`]: written("…"),
      });
    }
    const descriptor = Object.getOwnPropertyDescriptor(object, key);
    if (!descriptor) continue;
    if ("value" in descriptor) {
      const after = pruneAt(descriptor.value, depth + 1, path);
      changed ||= after !== descriptor.value;
      descriptor.value = after;
    }
    Object.defineProperty(copy, key, descriptor);
    kept++;
  }
  return changed ? Object.defineProperties(copy, symbolsOf(object)) : object;
}

function symbolsOf(object: object): PropertyDescriptorMap {
  const all = Object.getOwnPropertyDescriptors(object);
  const symbols = Object.getOwnPropertySymbols(object);
  return Object.fromEntries(
    symbols.map((key) => [key, (all as Record<symbol, PropertyDescriptor>)[key]]),
  );
}

/** An object literal, `JSON.parse` result or `Object.create(null)`. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
