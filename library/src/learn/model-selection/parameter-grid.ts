import { checkInteger, randomOf, type RandomState } from "../base/index.ts";
import { describe } from "../matrix/index.ts";
import { type Distribution, drawFrom, isDistribution } from "./distributions.ts";

/** One setting of parameters. */
export type Candidate = Readonly<Record<string, unknown>>;

/** Values of parameters to go through: all combinations; of several grids, those of each. */
export type AnyGrid = Readonly<Record<string, readonly unknown[]>>;

/**
 * All combinations of the values of a grid, the last parameter (by name) changing fastest, as in
 * scikit-learn.
 *
 * @throws TypeError for values that are no array; RangeError for an empty one
 * @example
 * [...new ParameterGrid({ b: [1, 2], a: ["x"] })]; // [{ a: "x", b: 1 }, { a: "x", b: 2 }]
 */
export class ParameterGrid implements Iterable<Candidate> {
  readonly #grids: readonly AnyGrid[];

  constructor(grid: AnyGrid | readonly AnyGrid[]) {
    this.#grids = Array.isArray(grid) ? (grid as AnyGrid[]) : [grid as AnyGrid];
    for (const one of this.#grids) {
      for (const [name, values] of Object.entries(one)) {
        if (!Array.isArray(values)) {
          throw new TypeError(
            `A grid needs an array of values for "${name}"; it has ${describe(values)}.`,
          );
        }
        if (values.length === 0)
          throw new RangeError(`A grid needs values for "${name}"; it has none.`);
      }
    }
  }

  /** How many combinations there are. */
  get length(): number {
    const sizes = this.#grids.map((one) =>
      Object.values(one).reduce((product, values) => product * values.length, 1),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  *[Symbol.iterator](): Generator<Candidate> {
    for (const one of this.#grids) {
      const names = Object.keys(one).sort();
      yield* combinations(names, one, 0, {});
    }
  }
}

function* combinations(
  names: readonly string[],
  grid: AnyGrid,
  at: number,
  chosen: Candidate,
): Generator<Candidate> {
  if (at === names.length) {
    yield chosen;
    return;
  }
  for (const value of grid[names[at]]) {
    yield* combinations(names, grid, at + 1, { ...chosen, [names[at]]: value });
  }
}

/** Where the values of parameters are drawn from: distributions, or arrays of choices. */
export type AnyDistributions = Readonly<Record<string, Distribution<unknown> | readonly unknown[]>>;

export interface ParameterSamplerOptions {
  /** How many settings. */
  readonly nIter: number;
  /** Makes the draws the same each time. */
  readonly randomState?: RandomState;
}

/**
 * Settings drawn at random. Where all are arrays, none is drawn twice, and no more than there are.
 *
 * @throws TypeError for what is neither a distribution nor an array of choices
 * @example
 * [...new ParameterSampler({ a: [1, 2] }, { nIter: 5, randomState: 0 })].length; // 2
 */
export class ParameterSampler implements Iterable<Candidate> {
  readonly #from: readonly AnyDistributions[];
  readonly #nIter: number;
  readonly #state: RandomState;

  constructor(
    from: AnyDistributions | readonly AnyDistributions[],
    options: ParameterSamplerOptions,
  ) {
    this.#from = Array.isArray(from) ? (from as AnyDistributions[]) : [from as AnyDistributions];
    this.#nIter = options.nIter;
    this.#state = options.randomState;
    checkInteger("ParameterSampler", "nIter", this.#nIter, 1);
    for (const [name, one] of this.#from.flatMap((each) => Object.entries(each))) {
      if (isDistribution(one) || (Array.isArray(one) && one.length > 0)) continue;
      throw new TypeError(
        `"${name}" needs a distribution (uniform, logUniform, randint, choices) or an array of choices; it has ${describe(one)}.`,
      );
    }
  }

  *[Symbol.iterator](): Generator<Candidate> {
    const random = randomOf(this.#state);
    if (this.#from.every((each) => Object.values(each).every((one) => Array.isArray(one)))) {
      const all = [...new ParameterGrid(this.#from as readonly AnyGrid[])];
      yield* random.shuffle(all).slice(0, this.#nIter);
      return;
    }
    for (let i = 0; i < this.#nIter; i++) {
      const from = random.choice(this.#from);
      const names = Object.keys(from).sort();
      yield Object.fromEntries(names.map((name) => [name, drawFrom(from[name], random)]));
    }
  }
}
