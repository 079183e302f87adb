import type { Batch, TensorOrNamed } from "../data/contract.ts";
import { nearest } from "../../frame/engine/names.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import type { CompiledParts } from "./compiled-parts.ts";

/** True for a tensor of whichever copy of TensorFlow.js. */
export function isTensor(value: unknown): value is Tensor {
  const { shape, dataSync } = Object(value) as Partial<Tensor>;
  return Array.isArray(shape) && typeof dataSync === "function";
}

/**
 * What was given for a model's inputs or outputs, in the model's order: one value, an array with one
 * value each, or an object with one under each name.
 *
 * @throws TypeError where a name is missing or unknown, or one is given for several
 */
export function inOrder<Value>(
  given: unknown,
  names: readonly string[],
  what: string,
  isOne: (value: unknown) => boolean,
): Value[] {
  if (isOne(given)) {
    if (names.length === 1) return [given as Value];
    throw new TypeError(
      `The model has ${names.length} ${what}: give an object with ${names.join(", ")}, not one value for all.`,
    );
  }
  if (Array.isArray(given)) {
    if (given.length === names.length) return given as Value[];
    throw new TypeError(
      `The model has ${names.length} ${what} (${names.join(", ")}), and ${given.length} were given.`,
    );
  }
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `The ${what} must be tensors, arrays or frames; they are ${given === null ? "null" : typeof given}.`,
    );
  const named = given as Record<string, Value>;
  const wrong = Object.keys(named).find((name) => !names.includes(name));
  if (wrong !== undefined) {
    const [near] = nearest(wrong, names);
    throw new TypeError(
      `The model has no ${what.slice(0, -1)} "${wrong}". ${near === undefined ? `It has: ${names.join(", ")}.` : `Did you mean "${near}"?`}`,
    );
  }
  return names.map((name) => {
    if (named[name] !== undefined) return named[name];
    throw new TypeError(`Nothing was given for the ${what.slice(0, -1)} "${name}" of the model.`);
  });
}

/**
 * The tensors of a batch in the order in which a step takes them. A tensor of shape [rows] counts as
 * [rows, 1], as TensorFlow.js has it. Call it in a scope.
 */
export function batchTensors(
  parts: CompiledParts,
  batch: Batch,
  weigh: (targets: Tensor[], given: Tensor[] | undefined) => Tensor[],
): Tensor[] {
  const ordered = (given: TensorOrNamed, names: readonly string[], what: string): Tensor[] =>
    inOrder<Tensor>(given, names, what, isTensor).map(asColumns);
  if (batch.y === undefined)
    throw new TypeError("A batch to learn from holds targets as y; this one has none.");
  const inputs = ordered(batch.x, parts.inputNames, "inputs");
  const targets = ordered(batch.y, parts.outputNames, "outputs");
  const given =
    batch.sampleWeight === undefined
      ? undefined
      : inOrder<Tensor>(batch.sampleWeight, parts.outputNames, "outputs", isTensor);
  return [...inputs, ...targets, ...weigh(targets, given)];
}

const asColumns = (tensor: Tensor): Tensor =>
  tensor.rank === 1 ? tensorflow().expandDims(tensor, 1) : tensor;

/** Losses whose targets have the shape of what the model gives. */
const alike = new Set([
  ...["meanSquaredError", "meanAbsoluteError", "meanAbsolutePercentageError"],
  ...["meanSquaredLogarithmicError", "logcosh", "binaryCrossentropy", "categoricalCrossentropy"],
  ...["kullbackLeiblerDivergence", "poisson", "hinge", "squaredHinge", "categoricalHinge"],
]);

/**
 * @throws RangeError where the tensors of a batch do not fit the model, with the remedy
 */
export function checkBatch(parts: CompiledParts, data: readonly Tensor[]): void {
  const rows = data[0].shape[0];
  parts.inputs.forEach(({ shape }, i) => {
    checkShape(data[i], shape, `The input "${parts.inputNames[i]}"`);
    if (data[i].shape[0] !== rows) throw unequal(parts.inputNames[i], data[i], rows);
  });
  parts.outputs.forEach(({ shape }, i) => {
    const target = data[parts.inputs.length + i];
    const name = parts.outputNames[i];
    if (target.shape[0] !== rows) throw unequal(name, target, rows);
    // In the bundle of TensorFlow.js some functions have a number behind their names.
    const loss = parts.lossFunctions[i].name.replace(/\$\d+$/, "");
    if (!alike.has(loss)) return;
    const classes = shape.at(-1);
    const remedy =
      loss === "categoricalCrossentropy" && target.shape.at(-1) === 1
        ? ` For classes as numbers from 0, compile with loss "sparseCategoricalCrossentropy", or make them rows of ${String(classes)} with tf.oneHot.`
        : "";
    checkShape(target, shape, `The target of "${name}"`, remedy);
  });
}

const unequal = (name: string, { shape }: Tensor, rows: number): RangeError =>
  new RangeError(`"${name}" has ${shape[0]} rows and the first input has ${rows}.`);

function checkShape(
  { shape: has }: Tensor,
  wanted: readonly (number | null)[],
  what: string,
  remedy = "",
): void {
  const fits =
    has.length === wanted.length &&
    wanted.every((size, i) => i === 0 || size === null || size === has[i]);
  if (fits) return;
  const text = (shape: readonly (number | null)[]): string =>
    `[${shape.map((size, i) => (i === 0 ? "rows" : (size ?? "any"))).join(", ")}]`;
  throw new RangeError(`${what} has shape ${text(has)}; the model needs ${text(wanted)}.${remedy}`);
}
