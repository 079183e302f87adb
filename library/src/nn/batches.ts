import { Random, type Seed } from "../random/index.ts";
import { tensorflow, type Tensor } from "../tensorflow/index.ts";

export interface BatchOptions {
  /** Samples a batch (default 32); the last batch may hold fewer. */
  readonly batchSize?: number;
  /** The order of the samples depends on the seed and the epoch alone. */
  readonly seed: Seed;
  /** Default 0. */
  readonly epoch?: number;
}

/**
 * The samples of one epoch in random order, batch by batch.
 *
 * Given a number of samples, gives the indices of each batch. Given tensors by name, all with as many
 * rows, gives the rows of each batch under the same names; a batch's tensors are disposed when the
 * loop goes on, so keep with `tf.keep(tensor.clone())` what must last.
 *
 * @throws RangeError for a batch size under 1, or tensors with different numbers of rows
 *
 * @example
 * for (const { x, y } of shuffledBatches({ x, y }, { batchSize: 64, seed: 1, epoch })) {
 *   optimizer.minimize(() => loss(model.apply(x), y));
 * }
 */
export function shuffledBatches(
  samples: number,
  options: BatchOptions,
): Generator<Int32Array, void>;
export function shuffledBatches<Tensors extends Record<string, Tensor>>(
  tensors: Tensors,
  options: BatchOptions,
): Generator<Tensors, void>;
export function shuffledBatches(
  data: number | Record<string, Tensor>,
  options: BatchOptions,
): Generator<Int32Array | Record<string, Tensor>, void> {
  // Checked here, not at the first step of the loop: the error then shows the call that is wrong.
  const { batchSize = 32, epoch = 0 } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1)
    throw new RangeError(`batchSize must be a whole number from 1, not ${batchSize}.`);
  const samples = typeof data === "number" ? data : rowsOf(data);
  if (!Number.isInteger(samples) || samples < 1)
    throw new RangeError(`There must be at least one sample, not ${samples}.`);
  const order = epochOrder(samples, options.seed, epoch);
  return typeof data === "number"
    ? indexBatches(order, batchSize)
    : tensorBatches(data, order, batchSize);
}

/** The order of the samples in an epoch. */
export function epochOrder(samples: number, seed: Seed, epoch: number): Int32Array {
  return new Random(seed, "epoch", epoch).permutation(samples);
}

function* indexBatches(order: Int32Array, batchSize: number): Generator<Int32Array, void> {
  for (let start = 0; start < order.length; start += batchSize)
    yield order.slice(start, start + batchSize);
}

function* tensorBatches(
  tensors: Record<string, Tensor>,
  order: Int32Array,
  batchSize: number,
): Generator<Record<string, Tensor>, void> {
  const tf = tensorflow();
  for (const indices of indexBatches(order, batchSize)) {
    const at = tf.tensor1d(indices, "int32");
    const batch = Object.fromEntries(
      Object.entries(tensors).map(([name, tensor]) => [name, tf.gather(tensor, at)]),
    );
    at.dispose();
    try {
      yield batch;
    } finally {
      tf.dispose(batch);
    }
  }
}

function rowsOf(tensors: Record<string, Tensor>): number {
  const rows = Object.entries(tensors).map(([name, { shape }]) => ({ name, rows: shape[0] }));
  if (rows.some((r) => r.rows !== rows[0].rows))
    throw new RangeError(
      `The tensors have different numbers of rows: ${rows.map((r) => `${r.name} ${r.rows}`).join(", ")}.`,
    );
  return rows[0]?.rows ?? 0;
}
