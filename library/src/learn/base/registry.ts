import { nearest } from "../../frame/engine/names.ts";
import type { AnyEstimator } from "./estimator.ts";

/** A class of estimators, as `fromJSON` makes them. */
export type EstimatorClass = new (params: never) => AnyEstimator;

const classes = new Map<string, EstimatorClass>();
const names = new WeakMap<object, string>();

/**
 * Makes a class known by its name, so that `fromJSON` can read it. Call it once for each class, also
 * for your own.
 */
export function register(name: string, made: EstimatorClass): void {
  classes.set(name, made);
  names.set(made, name);
}

/** The registered name of an estimator's class. */
export function nameOf(estimator: object): string | undefined {
  return names.get(estimator.constructor);
}

/** All registered classes by name. */
export function registered(): ReadonlyMap<string, EstimatorClass> {
  return classes;
}

/** @throws TypeError for a name that nothing was registered under. */
export function classOf(name: string): new (params: object) => AnyEstimator {
  const found = classes.get(name);
  if (found !== undefined) return found as new (params: object) => AnyEstimator;
  const [near] = nearest(name, [...classes.keys()]);
  const remedy = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new TypeError(
    `There is no estimator "${name}" here.${remedy} One of your own has to be registered before it is loaded.`,
  );
}
