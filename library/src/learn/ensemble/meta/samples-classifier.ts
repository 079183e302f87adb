import { Classifier, type ClassifierState, type Label } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import type { Samples } from "../../model-selection/samples.ts";

/** A classifier that hands samples on to others as they are: frames, rows, texts. */
export abstract class SamplesClassifier<
  L extends Label,
  P extends object,
  S extends ClassifierState,
> extends Classifier<L, P, S> {
  /** The place of each sample's label in `classes_`, of samples as they were given. */
  protected abstract choose(x: Samples): ArrayLike<number>;

  /** One label a sample [n]. */
  override predict(x: Samples): L[] {
    const { classes } = this.fitted("prediction");
    return Array.from(this.choose(x), (code) => classes[code] as L);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return this.choose(x);
  }
}

/** @throws RangeError unless there are two classes or more. */
export function checkClasses(classes: readonly Label[], who: string): void {
  if (classes.length >= 2) return;
  throw new RangeError(
    `${who} needs at least 2 classes to tell apart; y has only ${JSON.stringify(classes[0])}.`,
  );
}
