import { createHash } from "node:crypto";
import type { Seed } from "../../random/index.ts";
import {
  distributionOf,
  type Distribution,
  type RandomFunction,
  type Sample,
} from "./distribution.ts";

/** A draw in a step, by its place among the draws. */
interface Place {
  /** Of a dropout with a seed of its own, as it shows in its first numbers. */
  layerSeed?: number;
  /** Of a draw of single numbers: two of them show the parameters. */
  samples: Sample[];
  /** Its parameters did not show. */
  hidden: boolean;
}

/** What is known of a step's draws from one call to the next, and where their numbers come from. */
export class RandomPlaces {
  readonly #seed: number;
  readonly #places = new Map<number, Place>();

  /** @param seed a whole number of 32 bits */
  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A number between 0 and 1 that seeds a function of TensorFlow.js at a step. */
  unit(place: number, step: number): number {
    return (digest(Int32Array.of(this.#seed, place, step)) + 2 ** 31 + 0.5) / 2 ** 32;
  }

  isHidden(place: number): boolean {
    return this.#place(place).hidden;
  }

  /** The key of a place's numbers: with the number of the step it gives those of the step. */
  key(place: number): number {
    return digest(Int32Array.of(this.#place(place).layerSeed ?? this.#seed, place));
  }

  /** Some layers have another seed at each step: the first counts. */
  seedLayer(place: number, numbers: Float32Array | Int32Array): void {
    this.#place(place).layerSeed ??= digest(numbers.subarray(0, 16));
  }

  distribution(place: number, name: RandomFunction, sample: Sample): Distribution | undefined {
    const known = this.#place(place);
    const samples = sample.given.length === 1 ? [...known.samples, sample].slice(-3) : [sample];
    known.samples = samples.length > 1 || sample.given.length === 1 ? samples : [];
    const found = distributionOf(name, joined(samples));
    known.hidden = found === undefined;
    return found;
  }

  #place(number: number): Place {
    let place = this.#places.get(number);
    if (!place) this.#places.set(number, (place = { samples: [], hidden: false }));
    return place;
  }
}

function joined(samples: readonly Sample[]): Sample {
  const [{ given }] = samples;
  const numbers = samples.flatMap((sample) => [...sample.given]);
  return {
    standard: Float32Array.from(samples.flatMap(({ standard }) => [...standard])),
    given: given instanceof Int32Array ? Int32Array.from(numbers) : Float32Array.from(numbers),
  };
}

/** A whole number of 32 bits from others, well mixed. */
export const digest = (values: Float32Array | Int32Array): number =>
  createHash("sha1")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest()
    .readInt32LE(0);

/** The number that a seed stands for, or any number where there is none. */
export const seedNumber = (seed: Seed = Math.random()): number =>
  createHash("sha1").update(String(seed)).digest().readInt32LE(0);
