import { inspect } from "node:util";
import { checkOptions } from "../../frame/engine/options.ts";
import type { DataFrame, Scan } from "../../frame/index.ts";
import type { Random, Seed } from "../../random/index.ts";
import { Breather } from "../event-loop.ts";
import { defaultSeed } from "../random/course.ts";
import { type Batched, release } from "./element.ts";
import type { Pipe } from "./pipe/pipe.ts";
import { type Column, type Columns, columnsPipe, type RowOf } from "./sources/columns.ts";
import { type FrameOptions, framePipe, type FrameSample } from "./sources/frame.ts";
import { scanPipe } from "./sources/scan.ts";
import { textLinesPipe } from "./sources/text-lines.ts";
import { arrayPipe, type Elements, generatorPipe } from "./sources/values.ts";
import { type Spec, specOf, specText } from "./spec.ts";
import { type BatchingOptions, batchPipe } from "./steps/batch.ts";
import { cachePipe } from "./steps/cache.ts";
import { filterPipe } from "./steps/filter.ts";
import { concatenatePipe, zipPipe } from "./steps/join.ts";
import { type At, augmentPipe, mapPipe } from "./steps/map.ts";
import { skipPipe, takePipe } from "./steps/parts.ts";
import { prefetchPipe } from "./steps/prefetch.ts";
import { repeatPipe } from "./steps/repeat.ts";
import { type ShuffleOptions, shufflePipe } from "./steps/shuffle.ts";
import { type TfDatasetOptions, type TfDatasetOf, toTfDataset } from "./tf-dataset.ts";

export interface PaddedBatchOptions extends BatchingOptions {
  /** What is put behind shorter sequences (0). */
  readonly paddingValue?: number;
  /** A shape for each name ("x"); null in it, or no shape, means the longest of the batch. */
  readonly paddedShapes?: Readonly<Record<string, readonly (number | null)[]>>;
}

/**
 * Elements for training, made when they are asked for, in the manner of tf.data: each step returns a
 * new dataset and changes none.
 *
 * An element is any value; one that is to become tensors is a number, a text, a truth value, an array
 * of numbers, `{ data, shape }`, a tensor, or an object of these by name, such as `{ x, y }`. A number
 * becomes float32, a whole-number array int32.
 *
 * **Who owns tensors.** Those that the dataset was made from stay yours. Those that it makes live until
 * the loop asks for the next element or ends. {@link toArray} hands its elements over to you.
 *
 * **Order.** Every `for await` is an epoch: the first is epoch 0, the next 1. `shuffle` and `augment`
 * depend on the seed and the epoch alone. {@link batches} reads the epoch you name.
 *
 * @example
 * const data = Dataset.fromTensorSlices({ x: [1, 2, 3, 4], y: [0, 0, 1, 1] });
 * data.size; // 4
 * data.shuffle({ seed: 1 }).batch(3).size; // 2
 * String(data.take(2)); // "Dataset of 2 elements: fromTensorSlices, take"
 */
export class Dataset<T> implements AsyncIterable<T> {
  /** @internal */
  readonly pipe: Pipe<T>;
  readonly #steps: readonly string[];
  readonly #held: readonly (() => void)[];
  #epoch = 0;

  /** @internal Made by the static methods. */
  constructor(pipe: Pipe<T>, steps: readonly string[], held: readonly (() => void)[] = []) {
    this.pipe = pipe;
    this.#steps = steps;
    this.#held = pipe.dispose ? [...held, pipe.dispose] : held;
  }

  /**
   * The rows of tensors or arrays of one length: a column by name, groups of them, or one alone.
   *
   * @throws RangeError for columns of different lengths
   */
  static fromTensorSlices<const C extends Columns | Column>(columns: C): Dataset<RowOf<C>> {
    return new Dataset(columnsPipe(columns), ["fromTensorSlices"]);
  }

  /** Elements that are there already. */
  static fromArray<T>(elements: readonly T[]): Dataset<T> {
    return new Dataset(arrayPipe(elements), ["fromArray"]);
  }

  /**
   * Elements that a function gives, sync or async, anew each epoch.
   *
   * @param options `size`: how many there are, where known; Infinity without end
   */
  static fromGenerator<T>(
    generate: (epoch: number) => Elements<T>,
    options: { readonly size?: number } = {},
  ): Dataset<T> {
    checkOptions("fromGenerator", options, ["size"]);
    return new Dataset(generatorPipe(generate, options.size), ["fromGenerator"]);
  }

  /**
   * The rows of a frame as `{ x, y }`: the features as float32, and the target.
   *
   * @throws RangeError for a column that is not there
   * @throws TypeError for missing values, and for texts among the features
   */
  static fromFrame<R extends object, Target extends keyof R & string>(
    frame: DataFrame<R>,
    options: FrameOptions<R, Target>,
  ): Dataset<FrameSample<R[Target]>> {
    checkOptions("fromFrame", options, ["features", "target"]);
    return new Dataset(framePipe(frame, options), ["fromFrame"]);
  }

  /** The rows of files larger than the memory, as `scan` opens them; see {@link fromFrame}. */
  static fromScan<R extends object, Target extends keyof R & string>(
    scan: Scan<R>,
    options: FrameOptions<R, Target>,
  ): Dataset<FrameSample<R[Target]>> {
    checkOptions("fromScan", options, ["features", "target"]);
    return new Dataset(scanPipe(scan, options), ["fromScan"]);
  }

  /** The lines of text files in UTF-8. */
  static fromTextLines(path: string | readonly string[]): Dataset<string> {
    return new Dataset(textLinesPipe(typeof path === "string" ? [path] : path), ["fromTextLines"]);
  }

  /** The whole numbers from 0 to `count - 1`. */
  static range(count: number): Dataset<number> {
    const numbers = Array.from({ length: count }, (_, i) => i);
    return new Dataset(arrayPipe(numbers), ["range"]);
  }

  /** One element of each at a time, under their names, until the shortest ends. */
  static zip<T extends object>(datasets: {
    readonly [K in keyof T]: Dataset<T[K]>;
  }): Dataset<T> {
    const all = Object.entries<Dataset<unknown>>(datasets);
    const pipe = zipPipe(Object.fromEntries(all.map(([name, one]) => [name, one.pipe])));
    const held = all.flatMap(([, one]) => one.#held);
    return new Dataset(pipe as unknown as Pipe<T>, ["zip"], held);
  }

  /** Elements an epoch (batches, once batched); Infinity without end; undefined if only reading tells. */
  get size(): number | undefined {
    return this.pipe.size;
  }

  /**
   * Each element through a function. Tensors that it makes and does not return are disposed, and those
   * of the element that it does not return; an async function disposes its own.
   *
   * @throws ElementError when it is read, naming the element at which the function failed, with its
   *   error as the cause
   */
  map<U>(change: (element: T, at: At) => U | Promise<U>): Dataset<U> {
    return this.#then("map", mapPipe("map", this.pipe, change));
  }

  /**
   * Each element through a function that draws random numbers: its `random` depends on the seed, the
   * epoch and the element's place alone, so an epoch is the same each time, and no two are.
   */
  augment<U>(
    change: (element: T, random: Random, at: At) => U | Promise<U>,
    options: { readonly seed?: Seed } = {},
  ): Dataset<U> {
    checkOptions("augment", options, ["seed"]);
    const { seed = defaultSeed() } = options;
    return this.#then("augment", augmentPipe(this.pipe, seed, change));
  }

  /** The elements for which a condition holds. */
  filter(condition: (element: T, at: At) => boolean | Promise<boolean>): Dataset<T> {
    return this.#then("filter", filterPipe(this.pipe, condition));
  }

  /**
   * Random order, another one each epoch. Arrays, tensors, frames and folders are mixed as a whole;
   * streams (generators, scans, lines, filtered elements) through a buffer.
   *
   * @throws RangeError after a `repeat` without end
   */
  shuffle(options: ShuffleOptions = {}): Dataset<T> {
    checkOptions("shuffle", options, ["seed", "bufferSize", "reshuffleEachIteration"]);
    const { seed = defaultSeed() } = options;
    return this.#then("shuffle", shufflePipe(this.pipe, seed, options));
  }

  /**
   * So many elements at a time as tensors, one row an element.
   *
   * @throws RangeError when it is read, for elements of different shapes
   */
  batch(size: number, options: BatchingOptions = {}): Dataset<Batched<T>> {
    checkOptions("batch", options, ["dropRemainder", "dtypes"]);
    return this.#then(`batch(${size})`, batchPipe(this.pipe, size, options));
  }

  /** As {@link batch}, with sequences of different lengths made as long as the longest of the batch. */
  paddedBatch(size: number, options: PaddedBatchOptions = {}): Dataset<Batched<T>> {
    checkOptions("paddedBatch", options, [
      ...["dropRemainder", "dtypes", "paddingValue", "paddedShapes"],
    ]);
    const { paddingValue = 0, paddedShapes = {}, ...rest } = options;
    const padding = { value: paddingValue, shapes: paddedShapes };
    return this.#then(`paddedBatch(${size})`, batchPipe(this.pipe, size, { ...rest, padding }));
  }

  /** Makes the next elements (2) while the present one is worked on; for what waits, as files do. */
  prefetch(ahead = 2): Dataset<T> {
    return this.#then("prefetch", prefetchPipe(this.pipe, ahead));
  }

  /** The elements again and again, without end unless told how often. */
  repeat(count = Infinity): Dataset<T> {
    return this.#then("repeat", repeatPipe(this.pipe, count));
  }

  /** The first elements. */
  take(count: number): Dataset<T> {
    return this.#then("take", takePipe(this.pipe, count));
  }

  /** The elements after the first ones. */
  skip(count: number): Dataset<T> {
    return this.#then("skip", skipPipe(this.pipe, count));
  }

  /** These elements, then those of another dataset. */
  concatenate(other: Dataset<T>): Dataset<T> {
    return new Dataset(
      concatenatePipe(this.pipe, other.pipe),
      [...this.#steps, "concatenate"],
      [...this.#held, ...other.#held],
    );
  }

  /** Keeps the elements in memory once they are made; {@link dispose} lets them go. */
  cache(): Dataset<T> {
    return this.#then("cache", cachePipe(this.pipe));
  }

  /** Each element with its place. */
  enumerate(): Dataset<{ readonly index: number; readonly value: T }> {
    return this.#then(
      "enumerate",
      mapPipe("enumerate", this.pipe, (value, { index }) => ({ index, value })),
    );
  }

  /** The elements of an epoch, from 0: the same at each call. Their tensors last one turn of the loop. */
  async *batches(epoch: number): AsyncGenerator<T, void, undefined> {
    if (!Number.isInteger(epoch) || epoch < 0)
      throw new RangeError(`An epoch is a whole number from 0, not ${String(epoch)}.`);
    const breather = new Breather();
    for await (const element of this.pipe.read([epoch])) {
      try {
        yield element;
      } finally {
        release(element);
      }
      await breather.breathe();
    }
  }

  /** The next epoch's elements; see {@link batches}. */
  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    return this.batches(this.#epoch++);
  }

  /** All elements of an epoch (0). Their tensors are yours to dispose. */
  async toArray(epoch = 0): Promise<T[]> {
    if (this.size === Infinity)
      throw new RangeError("A dataset that never ends has no array: take some of it first.");
    const elements: T[] = [];
    try {
      for await (const element of this.pipe.read([epoch])) elements.push(element);
    } catch (error) {
      release(elements);
      throw error;
    }
    return elements;
  }

  /** Type and shape of an element's parts, by its first element. */
  async spec(): Promise<Spec> {
    const source = this.pipe.read([0]);
    try {
      const { done, value } = await source.next();
      if (done) throw new RangeError("The dataset has no elements.");
      const spec = specOf(value);
      release(value);
      return spec;
    } finally {
      await source.return();
    }
  }

  /** How many elements there are, by which steps, and what the first consists of, as text. */
  async describe(): Promise<string> {
    return `${this.toString()}; each ${specText(await this.spec())}`;
  }

  /**
   * For `model.fitDataset`: a TensorFlow.js dataset of `{ xs, ys }`. It disposes the batches.
   *
   * @throws RangeError for a dataset that never ends, without `stepsPerEpoch`
   */
  toTfDataset(options: TfDatasetOptions = {}): TfDatasetOf {
    checkOptions("toTfDataset", options, ["stepsPerEpoch"]);
    return toTfDataset(this.pipe, options);
  }

  /** Lets go of what {@link cache} holds; the dataset can be read again. */
  dispose(): void {
    for (const letGo of this.#held) letGo();
  }

  toString(): string {
    const { size } = this;
    const many =
      size === undefined ? "elements" : size === Infinity ? "endless elements" : `${size} elements`;
    return `Dataset of ${many}: ${this.#steps.join(", ")}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  #then<U>(step: string, pipe: Pipe<U>): Dataset<U> {
    return new Dataset(pipe, [...this.#steps, step], this.#held);
  }
}
