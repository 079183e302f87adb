import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { explained, type StepReport } from "./report.ts";
import { StepGraphs, type StepOptions } from "./step-graphs.ts";

type Tensors = (Tensor | null)[];

/** What TensorFlow.js's models have besides what their types say. */
export interface InnerModel {
  inputs: readonly unknown[];
  /** A Sequential model has the model proper in here, once it is built. */
  model?: InnerModel | null;
  makeTrainFunction(): (data: Tensors) => Tensor[];
  makeTestFunction(): void;
  testFunction: (data: Tensors) => Tensor[];
  predictLoop(inputs: Tensor | Tensor[], batchSize?: number, verbose?: boolean): Tensor | Tensor[];
  dispose(): unknown;
}

/** A step on the model that is not TensorFlow.js's own. */
interface OtherStep {
  step: (data: Tensor[]) => unknown;
  readonly graphs: StepGraphs;
}

/** A model is made up anew by `compile`: these are other objects then. */
const compiled = ["optimizer_", "lossFunctions", "metricsTensors", "collectedTrainableWeights"];

const replaced = ["makeTrainFunction", "makeTestFunction", "predictLoop", "dispose"] as const;

/** The graphs of a model, in place of what its methods would run op by op. */
export class ModelGraphs {
  readonly #outer: InnerModel;
  readonly #training: StepGraphs;
  readonly #evaluation: StepGraphs;
  readonly #prediction: StepGraphs;
  readonly #others = new Map<string, OtherStep>();
  readonly #make: (name: string, step: (...data: never[]) => unknown) => StepGraphs;
  /** The model proper: compiling a Sequential model makes another. */
  readonly #current: { model: InnerModel };
  #test: (data: Tensors) => Tensor[] = () => [];

  constructor(outer: InnerModel, options: Omit<StepOptions, "name">) {
    this.#outer = outer;
    this.#current = { model: outer.model ?? outer };
    const identities = (): (readonly [object, string])[] => [
      [this.#current, "model"],
      ...compiled.map((key) => [this.#current.model, key] as const),
    ];
    this.#make = (name, step) => new StepGraphs(step, { ...options, name, identities });
    this.#training = this.#make("training", (...data: Tensors) => {
      const { model } = this.#current;
      return classOf(model).makeTrainFunction.call(model)(data);
    });
    this.#evaluation = this.#make("evaluation", (...data: Tensors) => this.#test(data));
    this.#prediction = this.#make("prediction", (...inputs: Tensor[]) => {
      const { model } = this.#current;
      const given = inputs.length === 1 ? inputs[0] : inputs;
      return [classOf(model).predictLoop.call(model, given, inputs[0].shape[0])].flat();
    });
    if (isSequential(outer)) this.#follow();
    else this.#install(outer);
  }

  /** Graphs of a step that is not the model's own; `key` begins with the step's name. */
  step<Output>(key: string, step: (data: Tensor[]) => Output): (data: Tensor[]) => Output {
    let other = this.#others.get(key);
    if (!other) {
      const graphs = this.#make(key.split(" ")[0], (...data: Tensor[]) => made.step(data));
      const made: OtherStep = { step, graphs };
      this.#others.set(key, (other = made));
    }
    const { graphs } = other;
    other.step = step;
    return (data) => graphs.call(data) as Output;
  }

  get report() {
    const of = (name: string, own: StepGraphs): StepReport => {
      const others = [...this.#others].filter(([key]) => key.startsWith(`${name} `));
      const reports = [own.report, ...others.map(([, { graphs }]) => graphs.report)];
      return {
        graphs: reports.flatMap(({ graphs }) => graphs),
        eager: reports.flatMap(({ eager }) => eager),
        retraced: reports.flatMap(({ retraced }) => retraced),
      };
    };
    return {
      training: of("training", this.#training),
      evaluation: of("evaluation", this.#evaluation),
      prediction: of("prediction", this.#prediction),
    };
  }

  explain(): string {
    return Object.entries(this.report)
      .map(([name, report]) => explained(name, report))
      .join("\n");
  }

  dispose(): void {
    this.#free();
    restore(this.#current.model);
    if (!isSequential(this.#outer)) return;
    restore(this.#outer);
    const inner = this.#outer.model;
    delete this.#outer.model;
    if (inner) this.#outer.model = inner;
  }

  #free(): void {
    for (const graphs of [this.#training, this.#evaluation, this.#prediction]) graphs.dispose();
    for (const { graphs } of this.#others.values()) graphs.dispose();
  }

  /** A Sequential model makes the model proper when it is built, and again when a layer is added. */
  #follow(): void {
    const outer = this.#outer;
    let inner = outer.model;
    this.#replaceDispose(outer);
    if (inner) this.#install(inner);
    Object.defineProperty(outer, "model", {
      configurable: true,
      enumerable: true,
      get: () => inner,
      set: (next: InnerModel | null | undefined) => {
        if (inner) restore(inner);
        inner = next;
        if (inner) this.#install(inner);
      },
    });
  }

  #install(inner: InnerModel): void {
    this.#current.model = inner;
    inner.makeTrainFunction = () => (data) => this.#training.call(data) as Tensor[];
    inner.makeTestFunction = () => {
      classOf(inner).makeTestFunction.call(inner);
      this.#test = inner.testFunction;
      inner.testFunction = (data) => this.#evaluation.call(data) as Tensor[];
    };
    inner.predictLoop = (inputs, batchSize = 32) => this.#predict([inputs].flat(), batchSize);
    this.#replaceDispose(inner);
  }

  #replaceDispose(model: InnerModel): void {
    model.dispose = () => {
      this.#free();
      return classOf(model).dispose.call(model);
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
        const batch = whole ? inputs : inputs.map((input) => rowsOf(input, start, size));
        batches.push(this.#prediction.call(batch) as Tensor[]);
        if (!whole) tf.dispose(batch);
      }
      const outputs = batches[0].map((output, i) =>
        batches.length === 1 ? output : tf.concat(batches.map((batch) => batch[i])),
      );
      return outputs.length === 1 ? outputs[0] : outputs;
    });
  }
}

const rowsOf = (tensor: Tensor, start: number, count: number): Tensor =>
  tensor.slice([start, ...tensor.shape.slice(1).fill(0)], [count, ...tensor.shape.slice(1)]);

/** The methods of the model's class, behind those put in their place. */
const classOf = (model: InnerModel): InnerModel => Object.getPrototypeOf(model) as InnerModel;

const isSequential = (model: InnerModel): boolean =>
  (model as { getClassName?(): string }).getClassName?.() === "Sequential";

function restore(model: InnerModel): void {
  for (const name of replaced) delete (model as Partial<InnerModel>)[name];
}
