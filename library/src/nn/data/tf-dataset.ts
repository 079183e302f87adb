import { tensorflow, type TensorFlow } from "../../tensorflow/index.ts";
import { described, isRecord, isTensor, release } from "./element.ts";
import type { Pipe } from "./pipe/pipe.ts";
import { takePipe } from "./steps/parts.ts";

export interface TfDatasetOptions {
  /** Batches an epoch, for datasets that never end. */
  readonly stepsPerEpoch?: number;
}

/** What `model.fitDataset` takes. */
export type TfDatasetOf = ReturnType<TensorFlow["data"]["generator"]>;

/** A TensorFlow.js dataset; each of its iterators is an epoch. It owns what it is given. */
export function toTfDataset<T>(pipe: Pipe<T>, { stepsPerEpoch }: TfDatasetOptions): TfDatasetOf {
  if (pipe.size === Infinity && stepsPerEpoch === undefined) throw neverEnds();
  const limited = stepsPerEpoch === undefined ? pipe : takePipe(pipe, stepsPerEpoch);
  let epoch = 0;
  const dataset = tensorflow().data.generator(() => {
    // Opened when it is first read: fitDataset asks for one iterator that it never reads.
    let source: ReturnType<typeof limited.read> | undefined;
    const renamed = {
      async next(): Promise<IteratorResult<never>> {
        const { done, value } = await (source ??= limited.read([epoch++])).next();
        return (done ? { done, value } : { done, value: keras(value) }) as IteratorResult<never>;
      },
    };
    // TensorFlow.js awaits what `next` gives; its types only know the synchronous one.
    return renamed;
  });
  (dataset as { size: number | null }).size = limited.size ?? null;
  return dataset;
}

/** The error for a training that would never end its first epoch. */
export const neverEnds = (): RangeError =>
  new RangeError(
    "The dataset never ends, so neither would an epoch: give stepsPerEpoch, or leave repeat() out.",
  );

/** `{ x, y }` as TensorFlow.js calls them; it disposes these alone. */
function keras(batch: unknown): unknown {
  const { x, y, sampleWeight }: Record<string, unknown> = isRecord(batch) ? batch : {};
  const tensors = (part: unknown): boolean =>
    isTensor(part) || (isRecord(part) && Object.values(part).every(isTensor));
  const fits = tensors(x) && tensors(y);
  release(batch, fits && sampleWeight === undefined ? [x, y] : undefined);
  if (fits && sampleWeight !== undefined)
    throw new TypeError(
      "fitDataset takes no sample weights: give the dataset to train(model, dataset, …), or leave sampleWeight out.",
    );
  if (fits) return { xs: x, ys: y };
  throw new TypeError(
    `fitDataset needs batches { x, y } of tensors, not ${described(batch)}: call batch(32) before toTfDataset.`,
  );
}
