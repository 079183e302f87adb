import { share } from "../element.ts";
import { type Pipe, sequencePipe, streamPipe } from "../pipe/pipe.ts";

/** Elements that are there already. Their tensors stay the caller's. */
export function arrayPipe<T>(elements: readonly T[]): Pipe<T> {
  const given: unknown = elements;
  if (!Array.isArray(given))
    throw new TypeError("fromArray needs an array of elements; for tensors: fromTensorSlices.");
  const at = (index: number): T => share(elements[index]);
  return sequencePipe(elements.length, () => ({ length: elements.length, at }));
}

/** What gives elements one after the other. */
export type Elements<T> = Iterable<T> | AsyncIterable<T>;

/** Elements made by a function that begins anew each epoch. */
export function generatorPipe<T>(
  generate: (epoch: number) => Elements<T>,
  size: number | undefined,
): Pipe<T> {
  if (typeof generate !== "function")
    throw new TypeError(
      "fromGenerator needs a function that begins anew each epoch, not what it gives: write () => elements.",
    );
  return streamPipe(size, async function* ([epoch]) {
    const elements: unknown = generate(epoch);
    if (!isIterable(elements))
      throw new TypeError("The function of fromGenerator gives nothing to iterate over.");
    yield* elements as AsyncIterable<T>;
  });
}

const isIterable = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Symbol.iterator in value || Symbol.asyncIterator in value);
