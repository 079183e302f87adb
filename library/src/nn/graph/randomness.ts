import { createHash } from "node:crypto";
import { tensorflow } from "../../tensorflow/index.ts";
import { AttributeKind, DataType, type Attribute, type NativeBackend } from "./backend.ts";
import {
  distributionOf,
  isRandomFunction,
  prepareDistributions,
  probe,
  type Distribution,
  type RandomFunction,
} from "./distribution.ts";
import type { Replacement } from "./during.ts";

interface Scope {
  readonly name: string;
}

/** Names of the functions of TensorFlow.js that are under way, the innermost last. */
function scopeNames(): string[] {
  const { state } = tensorflow().engine() as unknown as { state: { scopeStack: Scope[] } };
  return state.scopeStack.map(({ name }) => name.replace(/__op$/u, ""));
}

/**
 * The random numbers of a step. TensorFlow.js draws them in JavaScript, where a graph would have them
 * for good. While a step runs they are drawn by TensorFlow's stateless ops instead, from a seed, the
 * number of the step and the place of the draw: fresh at each step, and the same whether the step runs
 * op by op or as a graph.
 *
 * A draw with a seed of its own (`tf.randomNormal(shape, 0, 1, "float32", 7)`) gives the same numbers
 * each time, as ever. Dropout with a seed is the exception: TensorFlow.js drops the same units at
 * every step then, which nobody wants; here the seed decides on the whole sequence of masks.
 */
export class Randomness {
  readonly #backend: NativeBackend;
  readonly #seed: number;
  readonly #stepNumber: number;
  #draws = 0;
  #fresh = false;
  #obstacle: string | undefined;

  /** @param stepNumber the handle of the step's number, a scalar of type int32 */
  constructor(backend: NativeBackend, seed: number, stepNumber: number) {
    this.#backend = backend;
    this.#seed = seed;
    this.#stepNumber = stepNumber;
    prepareDistributions();
  }

  get draws(): number {
    return this.#draws;
  }

  /** Why numbers could not be drawn by TensorFlow. */
  get obstacle(): string | undefined {
    return this.#obstacle;
  }

  get replacements(): Replacement[] {
    return [this.#replaceMathRandom, this.#replaceWrite];
  }

  /** A random function without a seed asks Math.random for one: the answer shows its parameters. */
  #replaceMathRandom: Replacement = () => {
    const old = Math.random;
    Math.random = () => {
      if (!isRandomFunction(scopeNames().at(-1) ?? "")) return old();
      this.#fresh = true;
      return probe;
    };
    return () => {
      Math.random = old;
    };
  };

  #replaceWrite: Replacement = () => {
    const backend = this.#backend;
    const old = backend.write.bind(backend);
    backend.write = (values, shape, dtype) => {
      const scopes = scopeNames();
      const name = scopes.at(-1) ?? "";
      const fresh = this.#fresh;
      this.#fresh = false;
      const seededDropout = !fresh && scopes.at(-2) === "dropout";
      const numbers = values instanceof Float32Array || values instanceof Int32Array;
      if (numbers && isRandomFunction(name) && (fresh || seededDropout)) {
        const drawn = this.#drawn(name, values, shape, seededDropout);
        if (drawn) return drawn;
      }
      return old(values, shape, dtype);
    };
    return () => {
      // What stood there before is the class's own method.
      delete (backend as Partial<NativeBackend>).write;
    };
  };

  #drawn(
    name: RandomFunction,
    values: Float32Array | Int32Array,
    shape: readonly number[],
    seededDropout: boolean,
  ): object | undefined {
    const distribution: Distribution | undefined = seededDropout
      ? { op: "StatelessRandomUniform", offset: 0, scale: 1 }
      : distributionOf(name, values);
    if (!distribution) {
      this.#obstacle ??= `the parameters of tf.${name} for shape [${shape.join()}] do not show`;
      return undefined;
    }
    const seed = seededDropout ? digest(values.subarray(0, 16)) : this.#seed;
    const place = this.#draws++;
    const dtype = values instanceof Int32Array ? DataType.int32 : DataType.float;
    const id = this.#draw(distribution, shape, dtype, digest(Int32Array.of(seed, place)));
    const dataId = {};
    this.#backend.tensorMap.set(dataId, { shape, dtype, values: null, id, refCount: 1 });
    return dataId;
  }

  /** Draws by ops, which a recording follows. */
  #draw(
    { op, offset, scale }: Distribution,
    shape: readonly number[],
    dtype: number,
    key: number,
  ): number {
    const { binding } = this.#backend;
    const ids: number[] = [];
    const keep = (id: number): number => ids[ids.push(id) - 1];
    const run = (name: string, attributes: Attribute[], ...inputs: number[]): number =>
      keep(binding.executeOp(name, attributes, inputs, 1)[0].id);
    const float = (value: number): number =>
      keep(binding.createTensor([], DataType.float, Float32Array.of(value)));
    const ints = (dims: number[], ...values: number[]): number =>
      keep(binding.createTensor(dims, DataType.int32, Int32Array.from(values)));
    const T = [type("T", DataType.float)];

    const pack = [type("T", DataType.int32), int("N", 2), int("axis", 0)];
    const seed = run("Pack", pack, ints([], key), this.#stepNumber);
    const dims = ints([shape.length], ...shape);
    const kinds = [
      type("dtype", DataType.float),
      type("T", DataType.int32),
      type("Tseed", DataType.int32),
    ];
    let result = run(op, kinds, dims, seed);
    if (scale !== 1) result = run("Mul", T, result, float(scale));
    if (offset !== 0) result = run("AddV2", T, result, float(offset));
    if (dtype === DataType.int32) {
      // The largest float below 1 may round up to the bound, which is not to be drawn.
      const below = run("Minimum", T, run("Floor", T, result), float(offset + scale - 1));
      result = run("Cast", [type("SrcT", DataType.float), type("DstT", dtype)], below);
    }
    for (const id of ids) if (id !== result) binding.deleteTensor(id);
    return result;
  }
}

const type = (name: string, value: number): Attribute => ({
  name,
  type: AttributeKind.type,
  value,
});
const int = (name: string, value: number): Attribute => ({ name, type: AttributeKind.int, value });

/** A whole number of 32 bits from others, well mixed. */
const digest = (values: Float32Array | Int32Array): number =>
  createHash("sha1")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest()
    .readInt32LE(0);

/** The number that a seed of any kind stands for, or any number where there is none. */
export const seedNumber = (seed: number | undefined): number =>
  digest(Float32Array.of(seed ?? Math.random(), Math.fround((seed ?? 0) / 1e6)));
