import { tensorflow } from "../../tensorflow/index.ts";
import { AttributeKind, DataType, type Attribute, type NativeBackend } from "./backend.ts";
import {
  boundsSeed,
  isRandomFunction,
  sampleOf,
  type Distribution,
  type RandomFunction,
} from "./distribution.ts";
import type { Replacement } from "./during.ts";
import type { RandomPlaces } from "./random-places.ts";

interface Scope {
  readonly name: string;
}

/** Names of the functions of TensorFlow.js that are under way, the innermost last. */
function scopeNames(): string[] {
  const { state } = tensorflow().engine() as unknown as { state: { scopeStack: Scope[] } };
  return state.scopeStack.map(({ name }) => name.replace(/__op$/u, ""));
}

/** The number of a step, as such and as the handle of a scalar of type int32. */
export interface StepNumber {
  readonly number: number;
  readonly handle: number;
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
  readonly #places: RandomPlaces;
  readonly #step: StepNumber;
  #draws = 0;
  /** The seed that a function without one got; it draws next. */
  #given: number | undefined;
  /** It draws for itself, to find out parameters. */
  #own = false;
  #obstacle: string | undefined;

  constructor(backend: NativeBackend, places: RandomPlaces, step: StepNumber) {
    this.#backend = backend;
    this.#places = places;
    this.#step = step;
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

  /** A function without a seed asks Math.random for one: what it draws then shows its parameters. */
  #replaceMathRandom: Replacement = () => {
    const old = Math.random;
    Math.random = () => {
      const name = scopeNames().at(-1) ?? "";
      if (!isRandomFunction(name)) return old();
      const { number } = this.#step;
      const place = this.#draws;
      const showsBounds = name === "randomUniform" && !this.#places.isHidden(place);
      this.#given = showsBounds ? boundsSeed : this.#places.unit(place, number);
      return this.#given;
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
      const given = this.#given;
      this.#given = undefined;
      const numbers = values instanceof Float32Array || values instanceof Int32Array;
      if (!numbers || !isRandomFunction(name) || this.#own) return old(values, shape, dtype);
      const place = this.#draws;
      const distribution =
        given === undefined
          ? this.#seeded(place, values, scopes.at(-2))
          : this.#unseeded(place, name, values, given, shape);
      if (!distribution) return old(values, shape, dtype);
      const numberType = values instanceof Int32Array ? DataType.int32 : DataType.float;
      const id = this.#draw(distribution, shape, numberType, this.#places.key(place));
      const dataId = {};
      const entry = { shape, dtype: numberType, values: null, id, refCount: 1 };
      backend.tensorMap.set(dataId, entry);
      return dataId;
    };
    return () => {
      // What stood there before is the class's own method.
      delete (backend as Partial<NativeBackend>).write;
    };
  };

  #seeded(
    place: number,
    values: Float32Array | Int32Array,
    caller: string | undefined,
  ): Distribution | undefined {
    if (caller !== "dropout") return undefined;
    this.#draws += 1;
    this.#places.seedLayer(place, values);
    return { op: "StatelessRandomUniform", offset: 0, scale: 1 };
  }

  #unseeded(
    place: number,
    name: RandomFunction,
    values: Float32Array | Int32Array,
    seed: number,
    shape: readonly number[],
  ): Distribution | undefined {
    this.#draws += 1;
    // What this draws by itself must not be taken for the step's.
    this.#own = true;
    const found = this.#places.distribution(place, name, sampleOf(name, values, seed));
    this.#own = false;
    if (!found)
      this.#obstacle ??= `the parameters of tf.${name} for shape [${shape.join()}] do not show`;
    return found;
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
    const seed = run("Pack", pack, ints([], key), this.#step.handle);
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
      const below = run("Minimum", T, result, float(floatBelow(offset + scale)));
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

/** The largest number of 32 bits that is smaller, or for 0 one that is cut off to 0 as well. */
function floatBelow(value: number): number {
  const numbers = Float32Array.of(value);
  const bits = new Int32Array(numbers.buffer);
  if (value === 0) return -1e-30;
  bits[0] += value > 0 ? -1 : 1;
  return numbers[0];
}
