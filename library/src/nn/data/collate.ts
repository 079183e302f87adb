import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { type Batched, described, isRecord, isTensor, release } from "./element.ts";
import { dtypeOf, type Padding, paddedStack, stackNumbers, toShaped } from "./stack.ts";

export interface CollateOptions {
  /** Types by name ("y", "x.age"): a plain number is float32 unless this says int32. */
  readonly dtypes?: Readonly<Record<string, "float32" | "int32">>;
  /** Makes sequences of different lengths one length. */
  readonly padding?: Padding;
}

/**
 * Elements as one batch. The elements' own tensors are disposed.
 *
 * @param first which element of the pass is the first, for error messages
 */
export function collate<T>(
  elements: readonly T[],
  first: number,
  options: CollateOptions,
): Batched<T> {
  const made: Tensor[] = [];
  try {
    return collated(elements, "", first, options, made) as Batched<T>;
  } catch (error) {
    for (const tensor of made) tensor.dispose();
    throw error;
  } finally {
    release(elements);
  }
}

function collated(
  values: readonly unknown[],
  name: string,
  first: number,
  options: CollateOptions,
  made: Tensor[],
): unknown {
  const [model] = values;
  if (!isRecord(model)) {
    const tensor = stacked(values, name, first, options);
    made.push(tensor);
    return tensor;
  }
  const names = Object.keys(model);
  values.forEach((value, i) => {
    if (isRecord(value) && names.every((key) => key in value)) return;
    throw new TypeError(
      `Element ${first + i}${of(name)} is ${described(value)}; the first of its batch is ${described(model)}.`,
    );
  });
  return Object.fromEntries(
    names.map((key) => {
      const inner = values.map((value) => (value as Record<string, unknown>)[key]);
      return [key, collated(inner, name ? `${name}.${key}` : key, first, options, made)];
    }),
  );
}

const of = (name: string): string => (name ? ` (${name})` : "");

function stacked(
  values: readonly unknown[],
  name: string,
  first: number,
  { dtypes, padding }: CollateOptions,
): Tensor {
  const tf = tensorflow();
  const [model] = values;
  const where = (i: number): string => `Element ${first + i}${of(name)}`;
  const wanted = dtypes?.[name];
  const all = (type: string): boolean => {
    if (typeof model !== type) return false;
    const other = values.findIndex((value) => typeof value !== type);
    if (other < 0) return true;
    throw new TypeError(
      `${where(other)} is ${described(values[other])}; the first of its batch is ${described(model)}.`,
    );
  };
  if (all("number")) return tf.tensor1d(values as number[], wanted ?? "float32");
  if (all("boolean")) return tf.tensor1d(values as boolean[], "bool");
  if (all("string")) return tf.tensor1d(values as string[], "string");
  if (isTensor(model) && !padding) {
    values.forEach((value, i) => {
      if (isTensor(value) && String(value.shape) === String(model.shape)) return;
      throw new RangeError(
        `${where(i)} is ${described(value)}; the first of its batch is ${described(model)}. paddedBatch makes sequences one length.`,
      );
    });
    const tensor = tf.stack(values as Tensor[]);
    if (!wanted || wanted === tensor.dtype) return tensor;
    const cast = tensor.cast(wanted);
    tensor.dispose();
    return cast;
  }
  const shaped = values.map((value, i) => toShaped(value, where(i)));
  const dtype = wanted ?? dtypeOf(model);
  return padding ? paddedStack(shaped, dtype, padding, name) : stackNumbers(shaped, dtype, where);
}
