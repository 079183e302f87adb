import type { DataFrame, Series } from "../../frame/index.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import type { CompiledParts } from "./compiled-parts.ts";
import { inOrder, isTensor } from "./tensors.ts";

type Nested = ArrayLike<number> | readonly Nested[];

/** Numbers with one row a sample: a tensor, arrays of numbers, a column of a frame, or a frame. */
export type Values =
  Tensor | Nested | Pick<Series, "tensor" | "name"> | Pick<DataFrame, "tensor" | "columns">;

/** One for all, or one for each input or output of the model, by name. */
export type ValuesOrNamed = Values | Readonly<Record<string, Values>>;

/** Inputs and targets, each with one row a sample. */
export interface Samples {
  readonly x: ValuesOrNamed;
  /** With a frame as `x`, also the name of the column or columns to predict; the others are the inputs. */
  readonly y: ValuesOrNamed | string | readonly string[];
  /** How much a sample counts in the loss, one number a row; by output where the model has several. */
  readonly sampleWeight?: ValuesOrNamed;
}

/** Samples as tensors, in the model's order. */
export class SampleTensors {
  readonly inputs: readonly Tensor[];
  readonly targets: readonly Tensor[];
  readonly weights: readonly Tensor[] | undefined;
  readonly #made: Tensor[] = [];

  /**
   * @throws TypeError for what are no numbers, or do not fit the model's inputs and outputs
   * @throws RangeError where they differ in length
   */
  constructor(parts: CompiledParts, samples: Samples) {
    const { x, y, sampleWeight } = splitFrame(samples);
    const read = (given: unknown, names: readonly string[], what: string): Tensor[] =>
      inOrder(given, names, what, isValues).map((value) => this.#tensor(value, what));
    try {
      this.inputs = read(x, parts.inputNames, "inputs");
      this.targets = read(y, parts.outputNames, "outputs");
      this.weights =
        sampleWeight === undefined ? undefined : read(sampleWeight, parts.outputNames, "outputs");
      this.#checkRows(parts);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  get rows(): number {
    return this.inputs[0].shape[0] ?? 0;
  }

  /** Disposes what was made here; the caller's tensors stay. */
  dispose(): void {
    tensorflow().dispose(this.#made);
  }

  #tensor(value: unknown, what: string): Tensor {
    if (isTensor(value)) return value;
    const tf = tensorflow();
    try {
      const tensor = hasTensor(value) ? value.tensor : tf.tensor(value as number[]);
      this.#made.push(tensor);
      if (tensor.dtype !== "string") return tensor;
    } catch (error) {
      throw new TypeError(`The ${what} are no numbers. ${(error as Error).message}`, {
        cause: error,
      });
    }
    throw new TypeError(
      `The ${what} are text, and a model takes numbers: encode them first, for example with LabelEncoder of daylab/frame.`,
    );
  }

  #checkRows({ inputNames, outputNames }: CompiledParts): void {
    const alone = inputNames.length === 1 && outputNames.length === 1;
    const all = [
      ...this.inputs.map((t, i) => ({ name: alone ? "x" : inputNames[i], rows: t.shape[0] })),
      ...this.targets.map((t, i) => ({ name: alone ? "y" : outputNames[i], rows: t.shape[0] })),
      ...(this.weights ?? []).map((t) => ({ name: "sampleWeight", rows: t.shape[0] })),
    ];
    const [first] = all;
    const other = all.find(({ rows }) => rows !== first.rows);
    if (other)
      throw new RangeError(
        `${first.name} has ${first.rows} rows and ${other.name} has ${other.rows}: they must be equal.`,
      );
    if (!first.rows) throw new RangeError("There must be at least one sample, not 0.");
  }
}

const hasTensor = (value: unknown): value is { readonly tensor: Tensor } =>
  typeof value === "object" && value !== null && "tensor" in value;

const isFrame = (value: unknown): value is DataFrame => hasTensor(value) && "columns" in value;

/** One value for one input: not an array or object with a value for each. */
function isValues(value: unknown): boolean {
  if (isTensor(value) || hasTensor(value) || ArrayBuffer.isView(value)) return true;
  return Array.isArray(value) && !value.some((part) => isTensor(part) || hasTensor(part));
}

/** `{ x: frame, y: "target" }` as inputs and targets. */
function splitFrame({ x, y, sampleWeight }: Samples): Omit<Samples, "y"> & { y: unknown } {
  const names = typeof y === "string" ? [y] : y;
  const isNames = Array.isArray(names) && names.every((name) => typeof name === "string");
  if (!isNames || names.length === 0) return { x, y, sampleWeight };
  if (!isFrame(x))
    throw new TypeError(
      `y is the name ${JSON.stringify(y)}, but x is no frame to find it in: give the targets themselves.`,
    );
  const targets = x.loc({ columns: names });
  const inputs = x.drop({ columns: names });
  return { x: inputs, y: targets, sampleWeight };
}
