import { release, share } from "../element.ts";
import { type Pass, type Pipe, type Sequence, sequencePipe, streamPipe } from "../pipe/pipe.ts";

/** Keeps the elements of the first pass in memory for all later ones. */
export function cachePipe<T>(pipe: Pipe<T>): Pipe<T> {
  if (pipe.size === Infinity)
    throw new RangeError("A dataset that never ends cannot be kept: call cache before repeat.");
  const { sequence, size } = pipe;
  if (sequence && size !== undefined) return cachedSequence(sequence, size);
  let kept: T[] | undefined;
  const dispose = (): void => {
    release(kept);
    kept = undefined;
  };
  return streamPipe(
    size,
    async function* () {
      if (kept) {
        for (const element of kept) yield share(element);
        return;
      }
      const reading: T[] = [];
      try {
        for await (const element of pipe.read([0])) {
          reading.push(element);
          yield share(element);
        }
        // Two passes at once: the first to end is kept.
        if (!kept) kept = reading;
      } finally {
        if (kept !== reading) release(reading);
      }
    },
    dispose,
  );
}

function cachedSequence<T>(open: (pass: Pass) => Sequence<T>, size: number): Pipe<T> {
  const kept = new Map<number, T | Promise<T>>();
  let first: Sequence<T> | undefined;
  return sequencePipe(
    size,
    () => ({
      length: size,
      at(index) {
        const known = kept.get(index);
        if (known !== undefined) return known instanceof Promise ? known.then(share) : share(known);
        const made = (first ??= open([0])).at(index);
        kept.set(index, made);
        if (!(made instanceof Promise)) return share(made);
        return made.then(
          (element) => {
            kept.set(index, element);
            return share(element);
          },
          (error: unknown) => {
            kept.delete(index);
            throw error;
          },
        );
      },
    }),
    () => {
      for (const element of kept.values())
        if (element instanceof Promise) void element.then((one) => release(one));
        else release(element);
      kept.clear();
    },
  );
}
