import { tensorflow, type LayersModel, type Tensor } from "../../tensorflow/index.ts";
import type { Callback, TrainingRun } from "../callbacks/contract.ts";
import { getLearningRate, setLearningRate } from "../graph/index.ts";
import type { Batch, BatchSource } from "../data/contract.ts";
import { Breather } from "../event-loop.ts";
import type { Metrics } from "../progress-line.ts";
import type { CompiledParts } from "./compiled-parts.ts";
import { EpochMetrics, reportedBy, type Reported } from "./means.ts";
import type { TrainOptions } from "./options.ts";
import { TrainResult } from "./result.ts";
import { stepsOf, type Step } from "./steps.ts";
import { batchTensors, checkBatch } from "./tensors.ts";
import { TrainingView } from "./view.ts";
import type { Weigh } from "./weights.ts";

export interface RunParts {
  readonly model: LayersModel;
  readonly parts: CompiledParts;
  readonly training: BatchSource;
  readonly validation: BatchSource | undefined;
  readonly options: TrainOptions;
  readonly callbacks: readonly Callback[];
  readonly weigh: Weigh;
  readonly lossWeights: readonly number[] | undefined;
}

/** What TensorFlow.js's own callbacks want to be told. */
interface ForeignCallback {
  setParams?(params: object): void;
  setModel?(model: LayersModel): void;
}

/** One call of `train`. */
export class Run implements TrainingRun {
  readonly model: LayersModel;
  readonly epochs: number;
  readonly result: TrainResult;
  readonly history: Record<string, number[]> & { loss: number[] } = { loss: [] };
  epoch = 0;
  step = 0;
  stepsPerEpoch: number | undefined;
  inputs: readonly Tensor[] | undefined;
  readonly #parts: RunParts;
  readonly #batchLoss: number[] = [];
  readonly #reported: Reported;
  readonly #view: TrainingView;
  readonly #breather = new Breather();
  /** Of the epoch before, until this one's are known. */
  #validated: Metrics = {};
  #checked = false;

  constructor(parts: RunParts) {
    const { model, options, training } = parts;
    this.#parts = parts;
    this.model = model;
    this.epochs = options.epochs;
    this.result = new TrainResult(this.history, this.#batchLoss);
    this.#reported = reportedBy(parts.parts);
    const size = Math.min(training.size ?? Infinity, options.stepsPerEpoch ?? Infinity);
    if (Number.isFinite(size)) this.stepsPerEpoch = size;
    else if (training.size === Infinity)
      throw new RangeError("The dataset never ends: give stepsPerEpoch.");
    const { verbose = 1, curves = true } = options;
    this.#view = new TrainingView({ epochs: this.epochs, verbose, curves });
  }

  get learningRate(): number {
    return getLearningRate(this.#parts.parts.optimizer);
  }

  set learningRate(rate: number) {
    if (!(Number.isFinite(rate) && rate >= 0))
      throw new RangeError(`A learning rate is a number from 0, not ${String(rate)}.`);
    if (rate !== this.learningRate) setLearningRate(this.#parts.parts.optimizer, rate);
  }

  stop(reason: string): void {
    this.result.stopped ??= reason;
  }

  get #aborted(): boolean {
    const { signal } = this.#parts.options;
    if (signal?.aborted) this.stop("the signal");
    return signal?.aborted ?? false;
  }

  async start(): Promise<void> {
    const { callbacks, parts } = this.#parts;
    const steps = stepsOf(this.#parts);
    parts.stopTraining = false;
    for (const callback of callbacks as readonly ForeignCallback[]) {
      callback.setParams?.({
        epochs: this.epochs,
        metrics: this.#reported.map(({ name }) => name),
      });
      callback.setModel?.(this.model);
    }
    try {
      for (const callback of callbacks) await callback.onTrainBegin?.(this);
      this.result.firstEpoch = this.epoch;
      while (this.epoch < this.epochs && this.result.stopped === undefined && !this.#aborted) {
        if (!(await this.#runEpoch(steps.learn, steps.judge))) break;
        this.epoch++;
      }
    } finally {
      steps.dispose();
      this.inputs = undefined;
      this.result.seconds = this.#view.seconds;
      for (const callback of callbacks) await callback.onTrainEnd?.(this);
    }
    await this.#view.finish(this.epoch, this.result.latest, this.result);
  }

  /** @returns false where the signal ended it */
  async #runEpoch(learn: Step, judge: Step): Promise<boolean> {
    const { callbacks, training, validation, options } = this.#parts;
    const { epoch, result } = this;
    for (const callback of callbacks) await callback.onEpochBegin?.(epoch, this);
    const metrics = new EpochMetrics(this.#reported);
    let batches = 0;
    for await (const batch of training.batches(epoch)) {
      await this.#learn(batch, batches, learn, metrics);
      batches++;
      if (this.#aborted) return false;
      if (result.stopped !== undefined || batches === options.stepsPerEpoch) break;
    }
    if (batches === 0) throw new RangeError(`Epoch ${epoch + 1} has no batches.`);
    if (result.stopped === undefined) this.stepsPerEpoch = batches;
    if (validation) this.#validated = await this.#validate(validation, judge);
    if (this.#aborted) return false;
    result.latest = { ...metrics.values(), ...this.#validated };
    for (const [name, value] of Object.entries(result.latest))
      (this.history[name] ??= []).push(value);
    result.epochs++;
    result.seconds = this.#view.seconds;
    for (const callback of callbacks)
      if ((await callback.onEpochEnd?.(epoch, result.latest, this)) === false)
        this.stop("a callback");
    if (this.#parts.parts.stopTraining) this.stop("a callback of TensorFlow.js");
    this.#view.epoch(epoch + 1, result.latest);
    return true;
  }

  async #learn(batch: Batch, index: number, learn: Step, metrics: EpochMetrics): Promise<void> {
    const { callbacks } = this.#parts;
    const data = this.#tensors(batch);
    this.inputs = data.slice(0, this.#parts.parts.inputs.length);
    try {
      for (const callback of callbacks) await callback.onBatchBegin?.(index, this);
      const values = read(learn(data));
      const rows = data[0].shape[0] ?? 0;
      metrics.add(values, rows);
      this.#batchLoss.push(values[0][0]);
      this.step++;
      const alone = new EpochMetrics(this.#reported);
      alone.add(values, rows);
      for (const callback of callbacks) await callback.onBatchEnd?.(index, alone.values(), this);
    } finally {
      tensorflow().dispose(data);
    }
    this.result.latest = metrics.values();
    this.result.seconds = this.#view.seconds;
    const done = this.epoch + (index + 1) / (this.stepsPerEpoch ?? index + 2);
    const shown = { ...this.result.latest, ...this.#validated };
    this.#view.batch(done, shown, this.result, this.stepsPerEpoch);
    await this.#breather.breathe();
  }

  async #validate(source: BatchSource, judge: Step): Promise<Metrics> {
    const metrics = new EpochMetrics(this.#reported);
    const { validationSteps } = this.#parts.options;
    if (source.size === Infinity && validationSteps === undefined)
      throw new RangeError("The dataset for validation never ends: give validationSteps.");
    let batches = 0;
    // Always the same samples in the same order.
    for await (const batch of source.batches(0)) {
      const data = this.#tensors(batch, false);
      try {
        metrics.add(read(judge(data)), data[0].shape[0] ?? 0);
      } finally {
        tensorflow().dispose(data);
      }
      batches++;
      await this.#breather.breathe();
      if (this.#aborted || batches === validationSteps) break;
    }
    if (batches === 0) throw new RangeError("There are no batches to validate on.");
    return Object.fromEntries(
      Object.entries(metrics.values()).map(([name, value]) => [`val_${name}`, value]),
    );
  }

  /** Tensors of this training's own, so that a dataset may dispose its batch at any time. */
  #tensors(batch: Batch, weighted = true): Tensor[] {
    const tf = tensorflow();
    const { parts, weigh } = this.#parts;
    const given = (_: Tensor[], weights: Tensor[] | undefined): Tensor[] => weights ?? [];
    return tf.tidy(() => {
      const data = batchTensors(parts, batch, weighted ? weigh : given);
      if (!this.#checked) checkBatch(parts, data);
      this.#checked = true;
      return data.map((tensor) => tensor.clone());
    });
  }
}

/** The numbers of what a step reports, which is disposed. */
function read(tensors: Tensor[]): ArrayLike<number>[] {
  try {
    return tensors.map((tensor) => tensor.dataSync());
  } finally {
    tensorflow().dispose(tensors);
  }
}
