import { release } from "../element.ts";
import { together } from "../pipe/settled.ts";
import { type Pipe, sequencePipe, streamPipe } from "../pipe/pipe.ts";

/** The elements of one, then those of the other. */
export function concatenatePipe<T>(first: Pipe<T>, second: Pipe<T>): Pipe<T> {
  if (first.size === Infinity)
    throw new RangeError("Nothing comes after a dataset that never ends: take some of it first.");
  const known = first.size !== undefined && second.size !== undefined;
  const size = known ? (first.size ?? 0) + (second.size ?? 0) : undefined;
  const [one, other] = [first.sequence, second.sequence];
  if (one && other && size !== undefined) {
    return sequencePipe(size, (pass) => {
      const [a, b] = [one(pass), other(pass)];
      return {
        length: a.length + b.length,
        at: (index) => (index < a.length ? a.at(index) : b.at(index - a.length)),
      };
    });
  }
  return streamPipe(size, async function* (pass) {
    yield* first.read(pass);
    yield* second.read(pass);
  });
}

/** One element of each at a time, under their names, until the shortest ends. */
export function zipPipe(
  pipes: Readonly<Record<string, Pipe<unknown>>>,
): Pipe<Readonly<Record<string, unknown>>> {
  const names = Object.keys(pipes);
  if (names.length === 0) throw new TypeError("zip needs at least one dataset, by name.");
  const all = Object.values(pipes);
  const sizes = all.map(({ size }) => size);
  const size = sizes.every((one) => one !== undefined) ? Math.min(...sizes) : undefined;
  const named = (values: readonly unknown[]): Readonly<Record<string, unknown>> =>
    Object.fromEntries(names.map((name, i) => [name, values[i]]));
  const sequences = all.flatMap(({ sequence }) => (sequence ? [sequence] : []));
  if (sequences.length === all.length && size !== undefined) {
    return sequencePipe(size, (pass) => {
      const opened = sequences.map((sequence) => sequence(pass));
      return {
        length: size,
        at(index) {
          const values = together(opened.map((one) => () => one.at(index)));
          return values instanceof Promise ? values.then(named) : named(values);
        },
      };
    });
  }
  return streamPipe(size, async function* (pass) {
    const sources = all.map((pipe) => pipe.read(pass));
    try {
      for (;;) {
        const next = await nextOf(sources);
        if (next.some(({ done }) => done)) {
          release(next.map(({ value }) => value));
          return;
        }
        yield named(next.map(({ value }) => value));
      }
    } finally {
      await Promise.all(sources.map((source) => source.return()));
    }
  });
}

/** The next of each; where one fails, what the others gave is disposed. */
async function nextOf(
  sources: readonly AsyncGenerator<unknown, void, undefined>[],
): Promise<IteratorResult<unknown, void>[]> {
  const results = await Promise.allSettled(sources.map((source) => source.next()));
  const failed = results.find((one) => one.status === "rejected");
  const done = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (failed === undefined) return done;
  release(done.map(({ value }) => value));
  throw failed.reason;
}
