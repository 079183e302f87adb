import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor, type TensorFlow } from "../../tensorflow/index.ts";
import type { Dataset } from "../data/dataset.ts";
import type { Nested, NumberArray, Shaped } from "../data/element.ts";
import { toShaped } from "../data/stack.ts";

/** Numbers, one row a sample. */
export type Numbers = Tensor | NumberArray | Shaped | Nested;

/** What a normaliser has learnt; plain data, for JSON. */
export interface NormalizerState {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

/** Keras' `epsilon()`: a constant feature is not divided by 0. */
const epsilon = 1e-7;

/**
 * Features with mean 0 and variance 1, by the mean and variance of the data it is adapted to; Keras'
 * `Normalization` with `axis: -1`. It computes in double precision.
 */
export class Normalizer {
  #state: NormalizerState | undefined;

  constructor(state?: NormalizerState) {
    if (state && state.mean.length !== state.variance.length)
      throw new RangeError(
        `A normaliser has as many means as variances, not ${state.mean.length} and ${state.variance.length}.`,
      );
    this.#state = state;
  }

  /** Mean of each feature. @throws Error before `adapt` */
  get mean(): readonly number[] {
    return this.#known().mean;
  }

  /** Variance of each feature, over n. @throws Error before `adapt` */
  get variance(): readonly number[] {
    return this.#known().variance;
  }

  /** Learns mean and variance of the last dimension's entries. @throws RangeError for no samples */
  adapt(data: Numbers): this {
    const moments = new Moments();
    moments.add(toShaped(data, "The data"));
    this.#state = moments.state();
    return this;
  }

  /** {@link adapt} over all `x` of a dataset, batched or not, for data that memory does not hold. */
  async adaptDataset(dataset: Dataset<{ readonly x: Numbers | number }>): Promise<this> {
    const moments = new Moments();
    for await (const { x } of dataset.batches(0)) moments.add(toShaped(x, "The data"));
    this.#state = moments.state();
    return this;
  }

  /** (x - mean) / standard deviation, of the shape of x; the caller disposes it. */
  apply(x: Numbers): Tensor {
    return this.#changed(x, (value, mean, deviation) => (value - mean) / deviation);
  }

  /** Back from normalised numbers. */
  invert(x: Numbers): Tensor {
    return this.#changed(x, (value, mean, deviation) => value * deviation + mean);
  }

  /**
   * A layer that does it inside a model, so that the model takes raw numbers. It is TensorFlow.js's own
   * `rescaling`, so a saved model loads anywhere.
   */
  layer(
    options: { readonly inputShape?: number[]; readonly name?: string } = {},
  ): ReturnType<TensorFlow["layers"]["rescaling"]> {
    const { mean, variance } = this.#known();
    const scale = variance.map((v) => 1 / Math.max(Math.sqrt(v), epsilon));
    const offset = mean.map((m, i) => -m * scale[i]);
    // Its types say one number; it multiplies by whatever broadcasts, and saves it as it is.
    return tensorflow().layers.rescaling({ ...options, scale, offset } as never);
  }

  toJSON(): NormalizerState {
    return this.#known();
  }

  #known(): NormalizerState {
    if (this.#state) return this.#state;
    throw new Error("The normaliser has learnt nothing yet: call adapt(data) first.");
  }

  #changed(x: Numbers, change: (value: number, mean: number, deviation: number) => number): Tensor {
    const { mean, variance } = this.#known();
    const { data, shape } = toShaped(x, "The data");
    const features = mean.length;
    const last = shape.at(-1) ?? 1;
    if (features !== 1 && last !== features)
      throw new RangeError(
        `The normaliser was adapted to ${features} features; the data have ${last} in the last dimension.`,
      );
    const deviations = variance.map((v) => Math.max(Math.sqrt(v), epsilon));
    const values = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++)
      values[i] = change(data[i], mean[i % features], deviations[i % features]);
    return tensorflow().tensor(values, [...shape], "float32");
  }
}

/** Means and sums of squares, joined piece by piece. Source: T. Chan et al., COMPSTAT 1982. */
class Moments {
  #count = 0;
  #mean: Float64Array | undefined;
  #squares = new Float64Array();

  add({ data, shape }: Shaped): void {
    const features = shape.length > 1 ? (shape.at(-1) as number) : 1;
    const mean = (this.#mean ??= new Float64Array(features));
    if (this.#count === 0) this.#squares = new Float64Array(features);
    if (mean.length !== features)
      throw new RangeError(`The data have ${mean.length} features, then ${features}.`);
    const rows = data.length / features;
    if (rows === 0) return;
    const total = this.#count + rows;
    for (let j = 0; j < features; j++) {
      let sum = 0;
      for (let i = j; i < data.length; i += features) sum += data[i];
      const own = sum / rows;
      let squares = 0;
      for (let i = j; i < data.length; i += features) squares += (data[i] - own) ** 2;
      const apart = own - mean[j];
      this.#squares[j] += squares + (apart * apart * this.#count * rows) / total;
      mean[j] += (apart * rows) / total;
    }
    this.#count = total;
  }

  state(): NormalizerState {
    if (!this.#mean || this.#count === 0)
      throw new RangeError("A normaliser needs at least one sample to adapt to.");
    return {
      mean: [...this.#mean],
      variance: Array.from(this.#squares, (sum) => sum / this.#count),
    };
  }
}

/**
 * A {@link Normalizer}: with a state it knows its means already.
 *
 * @example
 * const scaled = normalizer().adapt([[1, 10], [3, 30]]);
 * scaled.mean; // [2, 20]
 * scaled.apply([[1, 20]]).arraySync(); // [[-1, 0]]
 */
export function normalizer(state?: NormalizerState): Normalizer {
  if (state !== undefined) checkOptions("normalizer", state, ["mean", "variance"]);
  return new Normalizer(state);
}
