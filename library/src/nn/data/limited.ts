import type { Batch, BatchSource } from "./contract.ts";
import { neverEnds } from "./tf-dataset.ts";

/**
 * The batches of one epoch for a training: all, or the first `stepsPerEpoch`.
 *
 * @throws RangeError for a source that never ends without `stepsPerEpoch`, a number of steps under 1,
 *   and, when it is read, for a source that gives no batch or fewer than `stepsPerEpoch`
 */
export function limitedBatches<B extends Batch>(
  source: BatchSource<B>,
  epoch: number,
  stepsPerEpoch?: number,
): AsyncGenerator<B, void, undefined> {
  if (stepsPerEpoch === undefined && source.size === Infinity) throw neverEnds();
  if (stepsPerEpoch !== undefined && !(Number.isInteger(stepsPerEpoch) && stepsPerEpoch >= 1))
    throw new RangeError(`stepsPerEpoch must be a whole number from 1, not ${stepsPerEpoch}.`);
  return counted(source, epoch, stepsPerEpoch);
}

async function* counted<B extends Batch>(
  source: BatchSource<B>,
  epoch: number,
  steps: number | undefined,
): AsyncGenerator<B, void, undefined> {
  let step = 0;
  for await (const batch of source.batches(epoch)) {
    yield batch;
    if (++step === steps) return;
  }
  if (step === 0) throw new RangeError(`Epoch ${epoch} has no batches.`);
  if (steps !== undefined)
    throw new RangeError(
      `Epoch ${epoch} has ${step} batches, but stepsPerEpoch is ${steps}: repeat() the dataset, or ask for fewer.`,
    );
}
