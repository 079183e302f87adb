import type { LayersModel, Tensor } from "../../tensorflow/index.ts";
import { ModelGraphs, type InnerModel } from "./model-graphs.ts";
import { checkedOptions, type GraphOptions } from "./options.ts";
import type { StepReport } from "./report.ts";

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

const accelerated = new WeakMap<object, { acceleration: Acceleration; graphs: ModelGraphs }>();

export const isAccelerated = (model: LayersModel): boolean => accelerated.has(model);

/**
 * A step on a model, such as that of `train`, as graphs where the model is accelerated.
 *
 * @param key begins with the step's name (training or evaluation); equal for steps that do the same,
 *   whose graphs are kept from one training to the next
 */
export function acceleratedStep<Output>(
  model: LayersModel,
  key: string,
  step: (data: Tensor[]) => Output,
): (data: Tensor[]) => Output {
  return accelerated.get(model)?.graphs.step(key, step) ?? step;
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
  if (known) return known.acceleration;
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
  accelerated.set(model, { acceleration, graphs });
  return acceleration;
}
