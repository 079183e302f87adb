import { tensorflow, type LayersModel, type Tensor } from "../../tensorflow/index.ts";

/**
 * The weights of a model at one time. A copy costs next to nothing: it shares the numbers until the
 * model's next step makes others.
 */
export class WeightsCopy {
  #kept: Tensor[];

  constructor(model: LayersModel) {
    const tf = tensorflow();
    this.#kept = tf.tidy(() => model.getWeights().map((weight) => tf.keep(weight.clone())));
  }

  putBack(model: LayersModel): void {
    model.setWeights(this.#kept);
  }

  dispose(): void {
    tensorflow().dispose(this.#kept);
    this.#kept = [];
  }
}
