import { shown } from "../traits/trait.ts";
import { ProgressBar, type ProgressOptions } from "./progress-bar.ts";

/**
 * Goes through a source and shows how far it got: a number counts from 0, anything iterable gives its
 * items, what is asynchronous is awaited. `break` and errors leave the bar where it stood.
 *
 * @throws TypeError for what cannot be iterated
 * @example
 * let sum = 0;
 * for (const n of progress(4, { description: "adding" })) sum += n;
 * sum; // 6
 * @example
 * const doubled = [];
 * for (const n of progress([1, 2, 3])) doubled.push(2 * n);
 * doubled; // [2, 4, 6]
 */
export function progress(count: number, options?: ProgressOptions): Generator<number>;
export function progress<Item>(source: Iterable<Item>, options?: ProgressOptions): Generator<Item>;
export function progress<Item>(
  source: AsyncIterable<Item>,
  options?: ProgressOptions,
): AsyncGenerator<Item>;
export function progress(
  source: number | Iterable<unknown> | AsyncIterable<unknown>,
  options: ProgressOptions = {},
): Generator<unknown> | AsyncGenerator<unknown> {
  if (typeof source === "number") {
    if (Number.isSafeInteger(source) && source >= 0) {
      return items(upTo(source), { total: source, ...options });
    }
    throw new RangeError(`progress counts to a whole number from 0, received ${source}`);
  }
  const iterable = Object(source) as Partial<Iterable<unknown> & AsyncIterable<unknown>>;
  const all = { total: sizeOf(source), ...options };
  if (iterable[Symbol.asyncIterator]) return laterItems(source as AsyncIterable<unknown>, all);
  if (iterable[Symbol.iterator]) return items(source as Iterable<unknown>, all);
  throw new TypeError(`progress needs a number or something iterable, received ${shown(source)}`);
}

function* items<Item>(source: Iterable<Item>, options: ProgressOptions): Generator<Item> {
  const bar = new ProgressBar(options);
  try {
    for (const item of source) {
      yield item;
      bar.advance();
    }
  } finally {
    bar.finish();
  }
}

async function* laterItems<Item>(
  source: AsyncIterable<Item>,
  options: ProgressOptions,
): AsyncGenerator<Item> {
  const bar = new ProgressBar(options);
  try {
    for await (const item of source) {
      yield item;
      bar.advance();
    }
  } finally {
    bar.finish();
  }
}

function* upTo(count: number): Generator<number> {
  for (let n = 0; n < count; n++) yield n;
}

/** As arrays, sets and maps tell it. */
function sizeOf(source: unknown): number | undefined {
  const { length, size } = Object(source) as { length?: unknown; size?: unknown };
  return [length, size].find((each) => typeof each === "number");
}
