import type { AnyEstimator, Label } from "../base/index.ts";
import type { Matrix } from "../matrix/index.ts";

/** What an estimator of type `E` predicts; a classifier, labels of type `L`. */
export type Prediction<E, L extends Label> = E extends { readonly classes_: unknown }
  ? L[]
  : E extends { predict(x: never): infer R }
    ? R
    : AnyEstimator extends E
      ? L[] | Float64Array
      : never;

/** What a transformer of type `E` gives. */
export type Transformed<E> = E extends { transform(x: never): infer R } ? R : Matrix;

/** A method that is there where `E` has it; of an estimator that is not known, it may be there. */
export type Method<E, Name extends string, F> = AnyEstimator extends E
  ? F
  : E extends Readonly<Record<Name, unknown>>
    ? F
    : undefined;
