import { Dataset } from "../dataset.ts";
import { type Pipe, sequencePipe } from "../pipe/pipe.ts";

/** Some elements of a dataset, by their places in its first pass. */
export function subset<T>(dataset: Dataset<T>, places: Int32Array, step: string): Dataset<T> {
  const { sequence } = indexed(dataset, step);
  return new Dataset(
    // Always the first pass: with another one a shuffle before this would mix the parts.
    sequencePipe(places.length, () => {
      const elements = sequence([0]);
      return {
        length: places.length,
        at: (index) => elements.at(places[index]),
        gather: (indices) => elements.gather?.(indices.map((index) => places[index])),
      };
    }),
    [step],
  );
}

/** The pipe of a dataset whose elements can be taken in any order. @throws TypeError for a stream */
export function indexed<T>(
  { pipe }: Dataset<T>,
  who: string,
): { readonly size: number; readonly sequence: NonNullable<Pipe<T>["sequence"]> } {
  const { size, sequence } = pipe;
  if (sequence && size !== undefined && Number.isFinite(size)) return { size, sequence };
  throw new TypeError(
    `${who} needs to know all elements: datasets from arrays, tensors, frames and folders do; those from generators, scans and lines, filtered or endless ones do not. Divide before filter and repeat, or collect with Dataset.fromArray(await dataset.toArray()).`,
  );
}
