import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import type { CompiledParts } from "./compiled-parts.ts";

/** How much a class counts in the loss, by its number; classes not named count 1. */
export type ClassWeight = Readonly<Record<number, number>>;

/** Gives the tensors of weights for a batch, one an output; none where nothing is weighted. */
export type Weigh = (targets: Tensor[], given: Tensor[] | undefined) => Tensor[];

/**
 * @param classWeight for the one output, or by the outputs' names
 * @throws TypeError for weights that are no numbers from 0, or an unknown output
 */
export function weighing(
  parts: CompiledParts,
  classWeight: ClassWeight | Readonly<Record<string, ClassWeight>> | undefined,
): Weigh {
  if (classWeight === undefined) return (_, given) => given ?? [];
  const byOutput = byName(parts.outputNames, classWeight);
  const tables = byOutput.map((weights) => weights && table(weights));
  return (targets, given) => {
    const tf = tensorflow();
    return targets.map((target, i) => {
      const weights = tables[i] && lookUp(tables[i], target, parts.outputs[i].shape.at(-1) ?? 1);
      if (!weights) return given?.[i] ?? tf.ones([target.shape[0]]);
      return given ? tf.mul(weights, widen(given[i], weights.rank)) : weights;
    });
  };
}

function byName(
  names: readonly string[],
  given: ClassWeight | Readonly<Record<string, ClassWeight>>,
): (ClassWeight | undefined)[] {
  const nested = Object.values(given).every((value) => typeof value === "object");
  if (!nested) {
    if (names.length === 1) return [given as ClassWeight];
    throw new TypeError(
      `The model has ${names.length} outputs: give classWeight by name, as { ${names[0]}: { 0: 1, 1: 2 } }.`,
    );
  }
  const wrong = Object.keys(given).find((name) => !names.includes(name));
  if (wrong !== undefined)
    throw new TypeError(`The model has no output "${wrong}"; it has: ${names.join(", ")}.`);
  return names.map((name) => (given as Record<string, ClassWeight | undefined>)[name]);
}

/** The weights of the classes 0, 1, … */
function table(weights: ClassWeight): Float32Array {
  for (const [name, weight] of Object.entries(weights)) {
    if (Number.isInteger(Number(name)) && Number(name) >= 0 && weight >= 0) continue;
    throw new TypeError(
      `classWeight maps class numbers from 0 to weights from 0; it has ${name}: ${String(weight)}.`,
    );
  }
  const classes = Math.max(...Object.keys(weights).map(Number)) + 1;
  return Float32Array.from({ length: classes }, (_, i) => weights[i] ?? 1);
}

/** Targets are rows with a one at the class, or class numbers, with a last axis of one or none. */
function lookUp(weights: Float32Array, target: Tensor, outputs: number): Tensor {
  const tf = tensorflow();
  const last = target.shape.at(-1) ?? 1;
  const classes =
    last > 1 && last === outputs
      ? tf.argMax(target, -1)
      : tf.cast(last === 1 && target.rank > 1 ? tf.squeeze(target, [-1]) : target, "int32");
  const most = Math.max(outputs, 2, weights.length);
  const all = Float32Array.from({ length: most }, (_, i) => weights[i] ?? 1);
  return tf.gather(tf.tensor1d(all), classes);
}

const widen = (weights: Tensor, rank: number): Tensor => {
  const shape = weights.shape.slice(0, rank);
  while (shape.length < rank) shape.push(1);
  return weights.reshape(shape);
};
