import { inspect, isDeepStrictEqual } from "node:util";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { type MatrixLike, readMatrix } from "../matrix/index.ts";
import { decode, encode, type Nested } from "./codec.ts";
import { NotFittedError } from "./not-fitted.ts";
import { withDefaults } from "./parameters.ts";
import { classOf, nameOf } from "./registry.ts";

/** Any estimator, whatever its parameters are. */
export type AnyEstimator = Estimator<object, object>;

/** What an estimator saw when it learned. */
interface Seen {
  readonly features: number;
  readonly names: readonly string[] | undefined;
}

/** An estimator as `JSON.stringify` writes it. */
export interface EstimatorJSON {
  readonly format: "daylab-estimator";
  readonly version: 1;
  readonly type: string;
  readonly params: unknown;
  readonly state: unknown;
  readonly seen: unknown;
}

/**
 * What every estimator has, by scikit-learn's contract: the constructor stores options and does nothing
 * else, `fit` learns and returns the estimator, what was learned has names that end in `_`.
 *
 * A subclass gives its defaults to the constructor, and `fit` ends with `return this.learned(state, x)`:
 * learning that is stopped half-way leaves the estimator as it was. The state is plain data (numbers,
 * texts, arrays, typed arrays, matrices, estimators), from which JSON and clones follow.
 *
 * @typeParam P - the parameters
 * @typeParam S - the state that `fit` leaves
 */
export abstract class Estimator<P extends object, S extends object> implements Displayable {
  readonly #defaults: P;
  #params: P;
  #state: S | undefined;
  #seen: Seen | undefined;

  protected constructor(defaults: P, given: Partial<P>) {
    this.#defaults = defaults;
    this.#params = withDefaults(this.constructor.name, defaults, given);
  }

  /** The estimator's name. */
  get name(): string {
    return nameOf(this) ?? this.constructor.name;
  }

  /** The parameters, those not given by their defaults. */
  getParams(): P {
    return { ...this.#params };
  }

  /**
   * Changes parameters; what was learned stays until the next `fit`. A parameter of an estimator inside
   * is named with two underscores: `setParams({ estimator__alpha: 2 })`.
   *
   * @throws TypeError for a parameter that does not exist, with the nearest name.
   */
  setParams(given: Partial<P> | Readonly<Record<string, unknown>>): this {
    const own: Record<string, unknown> = {};
    const entries: [string, unknown][] = Object.entries(given);
    for (const [name, value] of entries) {
      const cut = name.indexOf("__");
      const inner = cut < 0 ? undefined : this.inner(name.slice(0, cut));
      if (inner === undefined) own[name] = value;
      else inner.setParams({ [name.slice(cut + 2)]: value });
    }
    const merged = withDefaults(this.name, this.#defaults, own as Partial<P>);
    const changed = Object.keys(own).map((name) => [name, merged[name as keyof P]]);
    this.#params = { ...this.#params, ...(Object.fromEntries(changed) as Partial<P>) };
    return this;
  }

  /** The estimator that a name with two underscores leads to; a parameter's, unless overridden. */
  protected inner(name: string): AnyEstimator | undefined {
    const found: unknown = this.#params[name as keyof P];
    return found instanceof Estimator ? (found as AnyEstimator) : undefined;
  }

  /** An estimator with the same parameters that has learned nothing; estimators inside are cloned too. */
  clone(): this {
    const make = this.constructor as new (params: P) => this;
    return new make(cloned(this.#params) as P);
  }

  /** True after `fit`. */
  get isFitted(): boolean {
    return this.#state !== undefined;
  }

  /** The number of features that `fit` saw. */
  get nFeaturesIn_(): number {
    this.fitted("nFeaturesIn_");
    return this.#seen?.features ?? 0;
  }

  /** The names of the features that `fit` saw, where they had names. */
  get featureNamesIn_(): readonly string[] | undefined {
    this.fitted("featureNamesIn_");
    return this.#seen?.names;
  }

  /** The parameters, for the code of a subclass. */
  protected get params(): Readonly<P> {
    return this.#params;
  }

  /** What was learned. @throws NotFittedError before `fit`. */
  protected fitted(what = "result"): S {
    if (this.#state === undefined) throw new NotFittedError(this.name, what);
    return this.#state;
  }

  /** Ends `fit`: keeps what was learned, and what the features were. */
  protected learned(
    state: S,
    x: { readonly columns: number; readonly names?: readonly string[] | undefined },
  ): this {
    this.#state = state;
    this.#seen = { features: x.columns, names: x.names };
    return this;
  }

  /** Whether missing values are understood; where not, they are refused. */
  protected get allowsMissing(): boolean {
    return false;
  }

  /**
   * Reads the samples to learn from.
   *
   * @throws RangeError when there are none, or no features; TypeError for values that are missing
   */
  protected readFit(x: MatrixLike): Matrix {
    const matrix = readMatrix(x, this.name);
    if (matrix.rows === 0) {
      throw new RangeError(
        `${this.name} needs at least one sample to learn from; it received none.`,
      );
    }
    if (matrix.columns === 0) {
      throw new RangeError(`${this.name} needs at least one feature; the samples have none.`);
    }
    this.#checkValues(matrix);
    return matrix;
  }

  /**
   * Reads samples after `fit`. A frame's columns are taken by their names where both have names.
   *
   * @throws NotFittedError before `fit`; RangeError for other features than `fit` saw
   */
  protected readMore(x: MatrixLike): Matrix {
    this.fitted();
    const seen = this.#seen ?? { features: 0, names: undefined };
    let matrix = readMatrix(x, this.name);
    if (seen.names !== undefined && matrix.names !== undefined) {
      matrix = byNames(matrix, matrix.names, seen.names, this.name);
    }
    if (matrix.columns !== seen.features && matrix.rows > 0) {
      throw new RangeError(
        `This ${this.name} learned from ${seen.features} features; it received ${matrix.columns}.`,
      );
    }
    this.#checkValues(matrix);
    return matrix;
  }

  #checkValues(matrix: Matrix): void {
    if (allFinite(matrix.data)) return;
    const missing = this.allowsMissing;
    const at = matrix.data.findIndex((value) =>
      missing ? value === Infinity || value === -Infinity : !Number.isFinite(value),
    );
    if (at < 0) return;
    const row = Math.floor(at / matrix.columns);
    const name = matrix.featureNames()[at % matrix.columns];
    const value = matrix.data[at];
    throw new TypeError(
      Number.isNaN(value)
        ? `${this.name} does not take missing values; feature "${name}" has one in row ${row}. Fill them (SimpleImputer) or drop the rows.`
        : `${this.name} needs finite numbers; feature "${name}" has ${value} in row ${row}.`,
    );
  }

  /** Parameters and what was learned, for `JSON.stringify`; `fromJSON` reads it back. */
  toJSON(): EstimatorJSON {
    return {
      format: "daylab-estimator",
      version: 1,
      type: this.name,
      params: encode(this.#params, nested, `${this.name}'s parameters`),
      state: encode(this.#state, nested, this.name),
      seen: encode(this.#seen, nested, this.name),
    };
  }

  /** @internal Takes on what was saved. */
  restore(json: EstimatorJSON): void {
    this.#state = decode(json.state, nested) as S | undefined;
    this.#seen = decode(json.seen, nested) as Seen | undefined;
  }

  /** As it would be made again: the parameters that differ from their defaults. */
  toString(): string {
    const changed = Object.entries(this.#params).filter(
      ([name, value]) => !isSame(value, this.#defaults[name as keyof P]),
    );
    const text = changed.map(([name, value]) => `${name}: ${shown(value)}`).join(", ");
    return `${this.name}(${text === "" ? "" : `{ ${text} }`})`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  [jupyterDisplay](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/**
 * Reads an estimator that `JSON.stringify` wrote; it predicts what the saved one predicts.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws TypeError for anything else, and for an estimator that this version does not know
 */
export function fromJSON(json: string | object): AnyEstimator {
  const read = (typeof json === "string" ? JSON.parse(json) : json) as Partial<EstimatorJSON>;
  if (read?.format !== "daylab-estimator") {
    throw new TypeError('This is no saved estimator: it has no format "daylab-estimator".');
  }
  if (read.version !== 1) {
    throw new TypeError(
      `This estimator was saved in version ${String(read.version)} of the format; this library reads version 1.`,
    );
  }
  const made = new (classOf(String(read.type)))(decode(read.params, nested) as object);
  made.restore(read as EstimatorJSON);
  return made;
}

const nested: Nested = {
  is: (value) => value instanceof Estimator,
  write: (value) => (value as AnyEstimator).toJSON(),
  read: (json) => fromJSON(json as object),
};

/** Zero times each value adds up to zero, unless one is not finite: quicker than to ask each. */
function allFinite(values: Float64Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += 0 * values[i];
  return sum === 0;
}

/** Estimators are cloned, wherever they stand in a parameter; everything else is taken as it is. */
function cloned(value: unknown): unknown {
  if (value instanceof Estimator) return (value as AnyEstimator).clone();
  if (Array.isArray(value)) return value.map(cloned);
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cloned(each)]));
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) ? isDeepStrictEqual(a, b) : Object.is(a, b);

function shown(value: unknown): string {
  return value instanceof Estimator
    ? value.toString()
    : inspect(value, { depth: 3, breakLength: Infinity });
}

function byNames(
  matrix: Matrix,
  names: readonly string[],
  wanted: readonly string[],
  who: string,
): Matrix {
  if (names.length === wanted.length && names.every((name, j) => name === wanted[j])) return matrix;
  const positions = wanted.map((name) => names.indexOf(name));
  const lacking = wanted.filter((_, j) => (positions[j] ?? -1) < 0);
  if (lacking.length === 0) return matrix.takeColumns(positions);
  throw new RangeError(
    `This ${who} learned from features that are not here: ${lacking.map((name) => JSON.stringify(name)).join(", ")}. Here are: ${names.join(", ")}.`,
  );
}
