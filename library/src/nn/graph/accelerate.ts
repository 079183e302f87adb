import { tensorflow, type LayersModel, type Tensor } from "../../tensorflow/index.ts";
import { checkedOptions, type GraphOptions } from "./options.ts";
import { explained, type StepReport } from "./report.ts";
import { StepGraphs } from "./step-graphs.ts";

/** What accelerating a model has come to. */
export interface Acceleration {
  /** In words: the graphs for training, evaluating and predicting, and why there are none. */
  explain(): string;
  readonly report: {
    readonly training: StepReport;
    readonly evaluation: StepReport;
    readonly prediction: StepReport;
  };
  /** Frees the graphs and lets the model run op by op again. `model.dispose()` does so too. */
  dispose(): void;
}

type Tensors = (Tensor | null)[];

/** What TensorFlow.js's models have besides what their types say. */
interface InnerModel {
  inputs: readonly unknown[];
  /** A Sequential model has the model proper in here, once it is built. */
  model?: InnerModel | null;
  makeTrainFunction(): (data: Tensors) => Tensor[];
  makeTestFunction(): void;
  testFunction: (data: Tensors) => Tensor[];
  predictLoop(inputs: Tensor | Tensor[], batchSize?: number, verbose?: boolean): Tensor | Tensor[];
  dispose(): unknown;
}

/** A model is made up anew by `compile`: these are other objects then. */
const compiled = ["optimizer_", "lossFunctions", "metricsTensors", "collectedTrainableWeights"];

const accelerated = new WeakMap<object, Acceleration>();
const optionsOf = new WeakMap<object, GraphOptions>();

/** With what options a model was accelerated; undefined where it runs op by op. */
export function accelerationOptions(model: LayersModel): GraphOptions | undefined {
  return accelerated.has(model) ? optionsOf.get(model) : undefined;
}

/**
 * Makes a model train, evaluate and predict as TensorFlow graphs: `fit`, `fitDataset`, `trainOnBatch`,
 * `evaluate`, `predict` and `train` of this library, called as ever. Losses are those of running op by
 * op within rounding; a step takes a fraction of the time.
 *
 * For each shape of a batch the first step runs op by op, the second is compiled. The weights stay in
 * the model's variables, so that saving, callbacks and `getWeights` see them. Compiling the model
 * anew, another learning rate, frozen layers or a changed dropout rate are noticed. What cannot be a
 * graph runs op by op, with one warning: a layer that reads numbers, a stateful recurrent layer.
 *
 * Dropout and noise draw from `seed`, fresh at each step; op by op without acceleration they would
 * draw other numbers.
 *
 * @returns what became of it; the model itself is changed
 * @throws TypeError for what is not a layers model
 * @throws RangeError for bad options
 *
 * @example
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const acceleration = accelerate(model);
 * await model.fit(tf.ones([64, 2]), tf.ones([64, 1]), { epochs: 2, batchSize: 16, verbose: 0 });
 * acceleration.report.training.graphs[0].runs; // 6
 * acceleration.dispose();
 */
export function accelerate(model: LayersModel, options: GraphOptions = {}): Acceleration {
  const outer = model as unknown as InnerModel;
  if (typeof outer?.makeTrainFunction !== "function" || typeof outer.predictLoop !== "function")
    throw new TypeError(
      `accelerate takes a model of tf.sequential or tf.model, not ${String((model as object)?.constructor?.name ?? model)}.`,
    );
  const known = accelerated.get(model);
  if (known) return known;
  const graphs = new ModelGraphs(outer, checkedOptions("accelerate", options));
  const acceleration: Acceleration = {
    explain: () => graphs.explain(),
    get report() {
      return graphs.report;
    },
    dispose: () => {
      accelerated.delete(model);
      graphs.dispose();
    },
  };
  accelerated.set(model, acceleration);
  optionsOf.set(model, options);
  return acceleration;
}

class ModelGraphs {
  readonly #outer: InnerModel;
  readonly #training: StepGraphs;
  readonly #evaluation: StepGraphs;
  readonly #prediction: StepGraphs;
  #inner: InnerModel;
  #test: (data: Tensors) => Tensor[] = () => [];

  constructor(outer: InnerModel, options: ReturnType<typeof checkedOptions>) {
    this.#outer = outer;
    this.#inner = outer.model ?? outer;
    const identities = () => compiled.map((key) => [this.#inner, key] as const);
    const graphs = (name: string, step: (...data: Tensors) => Tensor[]): StepGraphs =>
      new StepGraphs(step, { ...options, name, identities });
    this.#training = graphs("training", (...data) => {
      return proto(this.#inner).makeTrainFunction.call(this.#inner)(data);
    });
    this.#evaluation = graphs("evaluation", (...data) => this.#test(data));
    this.#prediction = graphs("prediction", (...data) => {
      const inputs = data as Tensor[];
      const rows = inputs[0].shape[0];
      const given = inputs.length === 1 ? inputs[0] : inputs;
      return [proto(this.#inner).predictLoop.call(this.#inner, given, rows)].flat();
    });
    this.#follow();
  }

  get report() {
    return {
      training: this.#training.report,
      evaluation: this.#evaluation.report,
      prediction: this.#prediction.report,
    };
  }

  explain(): string {
    const { training, evaluation, prediction } = this.report;
    return [
      explained("training", training),
      explained("evaluation", evaluation),
      explained("prediction", prediction),
    ].join("\n");
  }

  dispose(): void {
    for (const graphs of [this.#training, this.#evaluation, this.#prediction]) graphs.dispose();
    restore(this.#inner);
    if (this.#inner === this.#outer) return;
    restore(this.#outer);
    delete this.#outer.model;
    this.#outer.model = this.#inner;
  }

  /** A Sequential model makes the model proper when it is built, and again when a layer is added. */
  #follow(): void {
    if (!("model" in this.#outer) && !isSequential(this.#outer)) return this.#install(this.#outer);
    this.#replaceDispose(this.#outer);
    if (this.#outer.model) this.#install(this.#outer.model);
    Object.defineProperty(this.#outer, "model", {
      configurable: true,
      enumerable: true,
      get: () => (this.#inner === this.#outer ? null : this.#inner),
      set: (inner: InnerModel | null) => {
        if (this.#inner !== this.#outer) restore(this.#inner);
        this.#inner = inner ?? this.#outer;
        if (inner) this.#install(inner);
      },
    });
  }

  #install(inner: InnerModel): void {
    this.#inner = inner;
    inner.makeTrainFunction = () => (data) => this.#training.call(data) as Tensor[];
    inner.makeTestFunction = () => {
      proto(inner).makeTestFunction.call(inner);
      this.#test = inner.testFunction;
      inner.testFunction = (data) => this.#evaluation.call(data) as Tensor[];
    };
    inner.predictLoop = (inputs, batchSize = 32) => this.#predict([inputs].flat(), batchSize);
    this.#replaceDispose(inner);
  }

  #replaceDispose(model: InnerModel): void {
    model.dispose = () => {
      for (const graphs of [this.#training, this.#evaluation, this.#prediction]) graphs.dispose();
      return proto(model).dispose.call(model);
    };
  }

  #predict(inputs: Tensor[], batchSize: number): Tensor | Tensor[] {
    const tf = tensorflow();
    const rows = inputs[0].shape[0];
    return tf.tidy(() => {
      const batches: Tensor[][] = [];
      for (let start = 0; start < rows; start += batchSize) {
        const size = Math.min(batchSize, rows - start);
        const whole = size === rows;
        const batch = whole ? inputs : inputs.map((input) => input.slice(start, size));
        batches.push(this.#prediction.call(batch) as Tensor[]);
        if (!whole) tf.dispose(batch);
      }
      const outputs = batches[0].map((output, i) =>
        batches.length === 1
          ? output
          : tf.concat(
              batches.map((batch) => batch[i]),
              0,
            ),
      );
      return outputs.length === 1 ? outputs[0] : outputs;
    });
  }
}

/** The methods of the model's class, behind those put in their place. */
const proto = (model: InnerModel): InnerModel => Object.getPrototypeOf(model) as InnerModel;

const isSequential = (model: InnerModel): boolean =>
  (model as { getClassName?(): string }).getClassName?.() === "Sequential";

function restore(model: InnerModel): void {
  for (const name of ["makeTrainFunction", "makeTestFunction", "predictLoop", "dispose"] as const)
    delete (model as Partial<InnerModel>)[name];
}
