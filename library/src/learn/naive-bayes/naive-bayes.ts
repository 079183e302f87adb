import { argMaxRows, Classifier, type ClassifierState, type Label } from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

/** A classifier that takes features as independent of one another within a class. */
export abstract class NaiveBayes<
  L extends Label,
  P extends object,
  S extends ClassifierState,
> extends Classifier<L, P, S> {
  /** The logarithm of each class's prior times its likelihood [n, classes]. */
  protected abstract joint(x: Matrix): Matrix;

  /** Logarithms of priors and likelihoods together [n, classes]: of equal rows, the greatest wins. */
  predictJointLogProba(x: MatrixLike): Matrix {
    const { classes } = this.fitted("probabilities");
    const { data, rows, columns } = this.joint(this.readMore(x));
    return new Matrix(data, rows, columns, classes.map(String));
  }

  /** The logarithms of `predictProba`. */
  predictLogProba(x: MatrixLike): Matrix {
    const joint = this.predictJointLogProba(x);
    const { rows, columns, data } = joint;
    for (let i = 0; i < rows; i++) {
      const from = i * columns;
      let most = -Infinity;
      for (let k = 0; k < columns; k++) most = Math.max(most, data[from + k]);
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += Math.exp(data[from + k] - most);
      const total = most + Math.log(sum);
      for (let k = 0; k < columns; k++) data[from + k] -= total;
    }
    return joint;
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const { data, rows, columns, names } = this.predictLogProba(x);
    return new Matrix(data.map(Math.exp), rows, columns, names);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return argMaxRows(this.joint(x));
  }
}

/**
 * Priors that were given.
 *
 * @throws RangeError unless there is one a class, from 0, and they add up to 1
 */
export function checkPriors(
  who: string,
  name: string,
  priors: readonly number[],
  classes: number,
): Float64Array {
  const sum = priors.reduce((total, prior) => total + prior, 0);
  const right = priors.length === classes && priors.every((prior) => prior >= 0);
  if (right && Math.abs(sum - 1) < 1e-8) return Float64Array.from(priors);
  throw new RangeError(
    `${who}: ${name} must be ${classes} numbers from 0, one a class, with the sum 1; they are ${JSON.stringify(priors)}.`,
  );
}
