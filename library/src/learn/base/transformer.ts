import type { Matrix, MatrixLike } from "../matrix/index.ts";
import { Estimator } from "./estimator.ts";
import type { Label, LabelsLike } from "./labels.ts";
import type { TargetLike } from "./target.ts";

/** A target that a transformer may look at: numbers or labels. */
export type AnyTarget = TargetLike | LabelsLike<Label>;

/** An estimator that turns features into other features. */
export abstract class Transformer<
  P extends object,
  S extends object,
  X = MatrixLike,
  Out = Matrix,
> extends Estimator<P, S> {
  /** Learns from samples [n, features]; most transformers do not look at y. */
  abstract fit(x: X, y?: AnyTarget): this;

  /** The new features [n, features out], with their names; `.toFrame()` makes a frame of them. */
  abstract transform(x: X): Out;

  /** Learns from the samples and transforms them. */
  fitTransform(x: X, y?: AnyTarget): Out {
    return this.fit(x, y).transform(x);
  }

  /** The names of the features that `transform` gives. */
  abstract getFeatureNamesOut(): string[];
}
