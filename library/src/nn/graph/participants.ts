import { tensorflow, type Optimizer } from "../../tensorflow/index.ts";
import { method, type Replacement } from "./during.ts";

/** Optimisers and layers that take part in a step. */
export class Participants {
  readonly optimizers = new Set<Optimizer>();
  readonly layers = new Set<object>();

  /** Notes each optimiser that applies gradients and each layer that is applied. */
  get replacements(): Replacement[] {
    const tf = tensorflow();
    const { optimizers, layers } = this;
    const applied = optimizerClasses().map(({ prototype }) =>
      method(
        prototype,
        "applyGradients",
        (old) =>
          function (this: Optimizer, gradients) {
            optimizers.add(this);
            return old.call(this, gradients);
          },
      ),
    );
    const minimized = method(
      tf.Optimizer.prototype,
      "minimize",
      (old) =>
        function (this: Optimizer, f, returnCost, variables) {
          optimizers.add(this);
          return old.call(this, f, returnCost, variables);
        },
    );
    const called = method(
      tf.layers.Layer.prototype,
      "apply",
      (old) =>
        function (this: object, inputs, options) {
          layers.add(this);
          return old.call(this as InstanceType<typeof tf.layers.Layer>, inputs, options);
        },
    );
    return [...applied, minimized, called];
  }
}

function optimizerClasses(): { prototype: Optimizer }[] {
  const tf = tensorflow();
  return [
    tf.SGDOptimizer,
    tf.MomentumOptimizer,
    tf.RMSPropOptimizer,
    tf.AdamOptimizer,
    tf.AdamaxOptimizer,
    tf.AdadeltaOptimizer,
    tf.AdagradOptimizer,
  ];
}
