import type { AnyEstimator, AnyTarget, SampleOptions, SeriesLike } from "../base/index.ts";
import { Matrix, readMatrix, type SparseMatrix, type TableLike } from "../matrix/index.ts";

/** Samples as the first step takes them: features, or texts. */
export type Samples = TableLike | readonly string[] | SeriesLike<unknown>;

/** What a transformer may give. */
export type Output = Matrix | SparseMatrix | TableLike;

/** An estimator as a part of another one uses it, whatever its own types are. */
export interface Part extends AnyEstimator {
  fit(x: Samples, y?: AnyTarget, options?: SampleOptions): Part;
  transform?(x: Samples): Output;
  fitTransform?(x: Samples, y?: AnyTarget): Output;
  getFeatureNamesOut?(): string[];
  readonly featureNamesIn_: readonly string[] | undefined;
}

/** @throws TypeError for what has no `transform`. */
export function checkTransforms(part: AnyEstimator, place: string, who: string): void {
  if (typeof (part as Part).transform === "function") return;
  throw new TypeError(
    `${who}: ${place} is ${part.name}, which has no transform. Only the last step of a pipeline may be a model.`,
  );
}

/** `fit` and `transform` of the same samples, in one go where the transformer knows how. */
export function fitTransformPart(part: Part, x: Samples, y: AnyTarget | undefined): Output {
  if (typeof part.fitTransform === "function") return part.fitTransform(x, y);
  return transformPart(part.fit(x, y), x);
}

/** What the transformer gives. */
export function transformPart(part: Part, x: Samples): Output {
  return (part.transform as (x: Samples) => Output).call(part, x);
}

/** Matrices side by side, under these names. */
export function beside(parts: readonly Matrix[], rows: number, names: readonly string[]): Matrix {
  const width = parts.reduce((sum, part) => sum + part.columns, 0);
  const data = new Float64Array(rows * width);
  let from = 0;
  for (const part of parts) {
    for (let i = 0; i < rows; i++) data.set(part.row(i), i * width + from);
    from += part.columns;
  }
  return new Matrix(data, rows, width, names);
}

/** A transformer's result as numbers. */
export function numbersOf(output: Output, who: string): Matrix {
  return readMatrix(output as Matrix, who);
}
