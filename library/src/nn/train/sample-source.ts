import type { Seed } from "../../random/index.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { epochOrder } from "../batches.ts";
import type { Batch, BatchSource } from "../data/contract.ts";
import type { SampleTensors } from "./samples.ts";

interface SourceOptions {
  readonly batchSize: number;
  /** The samples keep their order without it. */
  readonly seed?: Seed;
  /** Which samples, from and up to. */
  readonly from: number;
  readonly to: number;
}

/** Tensors in memory as batches, each epoch in an order of its own. */
export class SampleSource implements BatchSource {
  readonly size: number;
  readonly #samples: SampleTensors;
  readonly #options: SourceOptions;

  constructor(samples: SampleTensors, options: SourceOptions) {
    this.#samples = samples;
    this.#options = options;
    this.size = Math.ceil((options.to - options.from) / options.batchSize);
  }

  async *batches(epoch: number): AsyncGenerator<Batch, void> {
    const tf = tensorflow();
    const { batchSize, seed, from, to } = this.#options;
    const order = seed === undefined ? undefined : epochOrder(to - from, seed, epoch);
    for (let start = from; start < to; start += batchSize) {
      const rows = Math.min(batchSize, to - start);
      const part = order?.slice(start - from, start - from + rows).map((row) => row + from);
      const batch = tf.tidy(() => {
        const at = part && tf.tensor1d(part, "int32");
        const take = (tensor: Tensor): Tensor =>
          at ? tf.gather(tensor, at) : tf.slice(tensor, start, rows);
        const { inputs, targets, weights } = this.#samples;
        return {
          x: inputs.map(take),
          y: targets.map(take),
          ...(weights && { sampleWeight: weights.map(take) }),
        };
      });
      try {
        yield batch as unknown as Batch;
      } finally {
        tf.dispose(batch);
      }
    }
  }
}
