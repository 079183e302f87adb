import { checkedOptions, type GraphOptions } from "./options.ts";
import { explained, type StepReport } from "./report.ts";
import { StepGraphs } from "./step-graphs.ts";

/** A step that runs as a graph. Call it as the function that it was made of. */
export interface CompiledStep<Inputs extends readonly unknown[], Output> {
  (...inputs: Inputs): Output;
  /** In words: the graphs so far, and why there are none for some inputs. */
  explain(): string;
  /** The same as data. */
  readonly report: StepReport;
  /** Frees the graphs. The step can be called again, and begins anew. */
  dispose(): void;
}

/**
 * Compiles a training step, or any function of tensors, to one TensorFlow graph. For each make-up of
 * the inputs (shapes and types) the first call runs op by op, the second is recorded and compiled, and
 * from the third on the graph runs: the same numbers within rounding, without JavaScript between the
 * ops.
 *
 * The function takes tensors, also in arrays and objects, and gives tensors likewise. It may read and
 * assign variables and use optimisers, models, layers and random numbers; everything else that it does
 * in JavaScript happens when it is recorded, and not again. A number among the inputs is part of the
 * make-up: give what changes at each step as a tensor. Tensors that it makes and does not return are
 * disposed.
 *
 * What cannot be a graph runs op by op, and a warning says once why: reading numbers (`dataSync`),
 * making variables, strings, constants that JavaScript computes anew each time. After an error in a
 * step the variables are what they were before it.
 *
 * @throws TypeError for a step that is not a function
 * @throws RangeError for bad options
 *
 * @example
 * const weight = tf.variable(tf.scalar(3));
 * const optimizer = tf.train.sgd(0.1);
 * const step = compileStep((x) => optimizer.minimize(() => weight.mul(x).square().mean(), true));
 * const x = tf.tensor1d([1, 2]);
 * const losses = [1, 2, 3, 4].map(() => Number(step(x).dataSync()[0].toFixed(3)));
 * losses; // [22.5, 5.625, 1.406, 0.352]
 * step.report.graphs[0].runs; // 2
 */
export function compileStep<Inputs extends readonly unknown[], Output>(
  step: (...inputs: Inputs) => Output,
  options: GraphOptions = {},
): CompiledStep<Inputs, Output> {
  if (typeof step !== "function")
    throw new TypeError(`compileStep takes a function of tensors, not ${String(step)}.`);
  const name = step.name || "step";
  const graphs = new StepGraphs(step, {
    name,
    ...checkedOptions("compileStep", options),
  });
  const call = (...inputs: Inputs): Output => graphs.call(inputs) as Output;
  return Object.defineProperties(call, {
    explain: { value: () => explained(name, graphs.report) },
    report: { get: () => graphs.report },
    dispose: { value: () => graphs.dispose() },
  }) as CompiledStep<Inputs, Output>;
}
