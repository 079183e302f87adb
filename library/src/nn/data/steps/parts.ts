import { release } from "../element.ts";
import { type Pipe, type Sequence, sequencePipe, streamPipe } from "../pipe/pipe.ts";

const checked = (step: string, count: number): void => {
  if ((Number.isInteger(count) && count >= 0) || count === Infinity) return;
  throw new RangeError(`${step} needs a whole number from 0, not ${count}.`);
};

function part<T>(before: Sequence<T>, start: number, length: number): Sequence<T> {
  return {
    length,
    at: (index) => before.at(start + index),
    gather: (indices) => before.gather?.(indices.map((index) => start + index)),
  };
}

/** The first elements. */
export function takePipe<T>(pipe: Pipe<T>, count: number): Pipe<T> {
  checked("take", count);
  const { sequence } = pipe;
  if (sequence && pipe.size !== undefined) {
    const size = Math.min(count, pipe.size);
    return sequencePipe(size, (pass) => part(sequence(pass), 0, size));
  }
  const size = pipe.size === undefined ? undefined : Math.min(count, pipe.size);
  return streamPipe(size, async function* (pass) {
    if (count === 0) return;
    const source = pipe.read(pass);
    let taken = 0;
    try {
      for (;;) {
        const { done, value } = await source.next();
        if (done) return;
        // Ended before the last one is handed over: a reader who counts may never ask again.
        if (++taken === count) await source.return();
        yield value;
        if (taken === count) return;
      }
    } finally {
      await source.return();
    }
  });
}

/** The elements after the first ones. */
export function skipPipe<T>(pipe: Pipe<T>, count: number): Pipe<T> {
  checked("skip", count);
  const { sequence } = pipe;
  const size = pipe.size === undefined ? undefined : Math.max(0, pipe.size - count);
  if (sequence && size !== undefined)
    return sequencePipe(size, (pass) => part(sequence(pass), count, size));
  return streamPipe(size, async function* (pass) {
    let index = 0;
    for await (const element of pipe.read(pass))
      if (index++ < count) release(element);
      else yield element;
  });
}
