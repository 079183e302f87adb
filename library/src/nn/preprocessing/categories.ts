import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor, type Tensor2D } from "../../tensorflow/index.ts";
import { described, type Nested, type NumberArray, type Shaped } from "../data/element.ts";
import { toShaped } from "../data/stack.ts";

/**
 * Class numbers as rows of zeros with a 1, float32, the classes in the last dimension. As Keras'
 * `to_categorical`: a last dimension of length 1 goes.
 *
 * @param classes how many there are. Default: the highest number and one
 * @throws RangeError for what is no class number from 0 to `classes - 1`
 *
 * @example
 * toCategorical([0, 2]).shape; // [2, 3]
 */
export function toCategorical(
  labels: Tensor | NumberArray | Shaped | Nested,
  classes?: number,
): Tensor {
  const { data, shape } = toShaped(labels, "The labels");
  let depth = classes;
  if (depth === undefined) {
    let highest = -1;
    for (let i = 0; i < data.length; i++) highest = Math.max(highest, data[i]);
    depth = highest + 1;
  }
  if (!Number.isInteger(depth) || depth < 1)
    throw new RangeError(`toCategorical needs a whole number of classes from 1, not ${depth}.`);
  const values = new Float32Array(data.length * depth);
  for (let i = 0; i < data.length; i++) {
    if (!Number.isInteger(data[i]) || data[i] < 0 || data[i] >= depth)
      throw new RangeError(`Label ${i} is ${data[i]}, not a class from 0 to ${depth - 1}.`);
    values[i * depth + data[i]] = 1;
  }
  const outer = shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
  return tensorflow().tensor(values, [...outer, depth], "float32");
}

/**
 * Labels of any kind as rows of zeros with a 1, float32 `[labels, classes]`.
 *
 * @param options `classes`: in the order of the columns. Default: those that occur, sorted
 * @throws RangeError for a label that is none of the classes
 *
 * @example
 * oneHot(["cat", "dog", "cat"]).arraySync(); // [[1, 0], [0, 1], [1, 0]]
 */
export function oneHot<L extends string | number | boolean>(
  labels: ArrayLike<L>,
  options: { readonly classes?: readonly L[] } = {},
): Tensor2D {
  checkOptions("oneHot", options, ["classes"]);
  if (typeof labels !== "object" || typeof labels.length !== "number")
    throw new TypeError(`oneHot needs an array of labels, not ${described(labels)}.`);
  const classes = options.classes ?? sorted(new Set(Array.from(labels)));
  const columns = new Map(classes.map((label, column) => [label, column]));
  const values = new Float32Array(labels.length * classes.length);
  for (let i = 0; i < labels.length; i++) {
    const column = columns.get(labels[i]);
    if (column === undefined)
      throw new RangeError(
        `Label ${i} is ${described(labels[i])}, which is none of the classes ${classes.slice(0, 12).map(described).join(", ")}.`,
      );
    values[i * classes.length + column] = 1;
  }
  return tensorflow().tensor2d(values, [labels.length, classes.length]);
}

const sorted = <L extends string | number | boolean>(labels: Iterable<L>): L[] =>
  [...labels].sort((a, b) => (a < b ? -1 : Number(a > b)));
