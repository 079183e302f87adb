import type { Batched } from "../element.ts";

/** Which pass over the data: the epoch, then the pass of each `repeat` inside it. */
export type Pass = readonly number[];

/** Elements that can be taken in any order. Each one taken belongs to whoever took it. */
export interface Sequence<T> {
  /** Infinity where it repeats without end. */
  readonly length: number;
  at(index: number): T | Promise<T>;
  /** Several at once as a batch, where that is faster than one by one. */
  gather?(indices: Int32Array): Batched<T> | undefined;
}

/** One step of a pipeline, over those before it. */
export interface Pipe<T> {
  /** Elements a pass; Infinity without end, undefined where only reading tells. */
  readonly size: number | undefined;
  /** The elements in order. Each belongs to whoever receives it; what was not asked for is disposed. */
  read(pass: Pass): AsyncGenerator<T, void, undefined>;
  /** Where elements can be taken in any order. */
  readonly sequence?: (pass: Pass) => Sequence<T>;
  /** Disposes what is held between passes. */
  readonly dispose?: () => void;
}

/** A pipe over elements that can be taken in any order. */
export function sequencePipe<T>(
  size: number,
  sequence: (pass: Pass) => Sequence<T>,
  dispose?: () => void,
): Pipe<T> {
  return {
    size,
    sequence,
    async *read(pass) {
      const elements = sequence(pass);
      for (let i = 0; i < elements.length; i++) yield await elements.at(i);
    },
    dispose,
  };
}

/** A pipe over elements that come one after the other. */
export function streamPipe<T>(
  size: number | undefined,
  read: (pass: Pass) => AsyncGenerator<T, void, undefined>,
  dispose?: () => void,
): Pipe<T> {
  return { size, read, dispose };
}
