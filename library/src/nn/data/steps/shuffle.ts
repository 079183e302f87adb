import { Random, type Seed } from "../../../random/index.ts";
import { release } from "../element.ts";
import { type Pass, type Pipe, sequencePipe, streamPipe } from "../pipe/pipe.ts";

export interface ShuffleOptions {
  /** The same in every process. Default: drawn from the course's seed (`setSeed`), or at random. */
  readonly seed?: Seed;
  /** How many elements of a stream are mixed at a time (1024); arrays are always mixed as a whole. */
  readonly bufferSize?: number;
  /** Another order each epoch (true). */
  readonly reshuffleEachIteration?: boolean;
}

/** The elements in random order: of the whole where they can be taken in any order, else of a buffer. */
export function shufflePipe<T>(
  pipe: Pipe<T>,
  seed: Seed,
  { bufferSize = 1024, reshuffleEachIteration = true }: ShuffleOptions,
): Pipe<T> {
  if (!Number.isInteger(bufferSize) || bufferSize < 1)
    throw new RangeError(`bufferSize must be a whole number from 1, not ${bufferSize}.`);
  if (pipe.size === Infinity)
    throw new RangeError(
      "A dataset that never ends cannot be shuffled as a whole: call shuffle before repeat.",
    );
  const path = (pass: Pass): Pass => (reshuffleEachIteration ? pass : [0]);
  const { sequence } = pipe;
  if (sequence && pipe.size !== undefined) {
    return sequencePipe(pipe.size, (pass) => {
      const before = sequence(pass);
      // As `shuffledBatches` and `train` do, so that all of them agree on an epoch's order.
      const order = new Random(seed, "epoch", ...path(pass)).permutation(before.length);
      return {
        length: before.length,
        at: (index) => before.at(order[index]),
        gather: (indices) => before.gather?.(indices.map((index) => order[index])),
      };
    });
  }
  return streamPipe(pipe.size, async function* (pass) {
    const random = new Random(seed, "buffer", ...path(pass));
    const buffer: T[] = [];
    try {
      for await (const element of pipe.read(pass)) {
        buffer.push(element);
        if (buffer.length === bufferSize) yield drawn(buffer, random);
      }
      while (buffer.length > 0) yield drawn(buffer, random);
    } finally {
      release(buffer);
    }
  });
}

function drawn<T>(buffer: T[], random: Random): T {
  const at = random.integer(0, buffer.length);
  const element = buffer[at];
  const last = buffer.pop() as T;
  if (at < buffer.length) buffer[at] = last;
  return element;
}
