import pl from "nodejs-polars";
import type { Cell, Label } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { combine } from "../engine/compute.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { ToCSVOptions } from "../csv/write.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { type DummiesOptions, getDummies } from "../preprocessing/dummies.ts";
import { type Operator, operate } from "../verbs/operand.ts";
import type { NumberOperand } from "./arithmetic.ts";
import { SeriesMeasures } from "./measures.ts";
import type { Series } from "./series.ts";

/** What danfo scripts use beside pandas' verbs. */
export class SeriesDanfo<T = Cell> extends SeriesMeasures<T> {
  /** The number of dimensions: 1. */
  get ndim(): number {
    return 1;
  }

  /** The number of values. */
  get size(): number {
    return this.length;
  }

  /** The type, in a list as danfo gives it. */
  get dtypes(): [DType] {
    return [this.dtype];
  }

  /** The column itself: columns never change, so a copy is never needed. */
  copy(): Series<T> {
    return seriesOf(this.data, this.labels);
  }

  /**
   * The column with these row labels.
   *
   * @throws RangeError where there are more or fewer labels than values.
   * @example
   * new Series([1, 2]).setIndex(["x", "y"]).at("y"); // 2
   */
  setIndex(index: readonly Label[]): Series<T> {
    if (index.length !== this.length) {
      throw new RangeError(`${this.length} values need as many row labels; got ${index.length}.`);
    }
    return seriesOf(this.data, toEngine("index", index));
  }

  /**
   * The greater of each value and `other`: a number, a list or a column. Missing stays missing.
   *
   * @example
   * new Series([1, 5, null]).maximum(3).values; // [3, 5, null]
   */
  maximum(other: NumberOperand): Series<number | null> {
    return this.#extreme(other, "gtEq");
  }

  /** The lesser of each value and `other`, as {@link maximum}. */
  minimum(other: NumberOperand): Series<number | null> {
    return this.#extreme(other, "ltEq");
  }

  /**
   * The column with more values below, under these labels.
   *
   * @throws RangeError where there are more or fewer labels than values.
   * @example
   * new Series([1, 2]).append([3], [2]).values; // [1, 2, 3]
   */
  append(values: T | readonly T[] | Series<T>, index: Label | readonly Label[]): Series<T> {
    const below = pl.DataFrame([toEngine(this.name, valuesOf(values))]);
    const labels = Array.isArray(index) ? (index as readonly Label[]) : [index as Label];
    return frameOf<Record<string, T>>({ data: pl.DataFrame([this.data]), index: this.labels })
      .append(frameOf<Record<string, T>>({ data: below, index: undefined }), labels)
      .column(this.name);
  }

  /** Labels as columns of truths: {@link getDummies} of this column. */
  getDummies(options: DummiesOptions = {}): DataFrame {
    return getDummies(this.copy() as unknown as Series, options);
  }

  /** The column as CSV text, as {@link DataFrame.toCSV} writes it. */
  toCSV(options: ToCSVOptions = {}): string {
    return frameOf({ data: pl.DataFrame([this.data]), index: this.labels }).toCSV(options);
  }

  #extreme(other: NumberOperand, own: "gtEq" | "ltEq"): Series<number | null> {
    const allows: Operator["allows"] = (left, right) => left === "number" && right === "number";
    const apply: Operator["apply"] = (x, y) => pl.when(x[own](y)).then(x).otherwise(y);
    const verb = own === "gtEq" ? "maximum" : "minimum";
    const whole = operate(this.data, other, { verb, allows, apply: (x, y) => x.add(y).isNull() });
    const chosen = operate(this.data, other, { verb, allows, apply });
    return seriesOf(
      combine(chosen, whole, (x, missing) => pl.when(missing).then(pl.lit(null)).otherwise(x)),
      this.labels,
    );
  }
}

function valuesOf<T>(values: T | readonly T[] | Series<T>): readonly T[] {
  if (Array.isArray(values)) return values as readonly T[];
  return values instanceof SeriesMeasures ? values.values : [values as T];
}
