import { type Batched, release } from "../element.ts";
import { collate, type CollateOptions } from "../collate.ts";
import { together } from "../pipe/settled.ts";
import { type Pipe, type Sequence, sequencePipe, streamPipe } from "../pipe/pipe.ts";

export interface BatchingOptions extends Pick<CollateOptions, "dtypes"> {
  /** Leaves out a last batch with fewer elements (false). */
  readonly dropRemainder?: boolean;
}

/** So many elements at a time as tensors. */
export function batchPipe<T>(
  pipe: Pipe<T>,
  batchSize: number,
  { dropRemainder = false, ...options }: BatchingOptions & CollateOptions,
): Pipe<Batched<T>> {
  if (!Number.isInteger(batchSize) || batchSize < 1)
    throw new RangeError(`A batch holds a whole number of elements from 1, not ${batchSize}.`);
  const count = (n: number): number => (dropRemainder ? Math.floor : Math.ceil)(n / batchSize);
  const { sequence } = pipe;
  if (sequence && pipe.size !== undefined) {
    return sequencePipe(count(pipe.size), (pass) => {
      const elements = sequence(pass);
      return {
        length: count(elements.length),
        at(index) {
          const start = index * batchSize;
          return batchAt(elements, start, Math.min(elements.length, start + batchSize), options);
        },
      };
    });
  }
  const size = pipe.size === undefined ? undefined : count(pipe.size);
  return streamPipe(size, async function* (pass) {
    let pending: T[] = [];
    let first = 0;
    const full = (): Batched<T> => {
      const elements = pending;
      pending = [];
      first += elements.length;
      return collate(elements, first - elements.length, options);
    };
    try {
      for await (const element of pipe.read(pass)) {
        pending.push(element);
        if (pending.length === batchSize) yield full();
      }
      if (pending.length > 0 && !dropRemainder) yield full();
    } finally {
      release(pending);
    }
  });
}

function batchAt<T>(
  elements: Sequence<T>,
  start: number,
  end: number,
  options: CollateOptions,
): Batched<T> | Promise<Batched<T>> {
  const indices = Int32Array.from({ length: end - start }, (_, i) => start + i);
  const gathered = options.padding || options.dtypes ? undefined : elements.gather?.(indices);
  if (gathered !== undefined) return gathered;
  const taken = together(Array.from(indices, (index) => () => elements.at(index)));
  return taken instanceof Promise
    ? taken.then((all) => collate(all, start, options))
    : collate(taken, start, options);
}
