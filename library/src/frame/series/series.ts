import { inspect } from "node:util";
import pl from "nodejs-polars";
import type { Tensor1D } from "@tensorflow/tfjs-node";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import { CategoryAccessor } from "../categories/index.ts";
import { seriesBundle, seriesText } from "../display/series.ts";
import type { Cell } from "../engine/cell.ts";
import { install } from "../engine/make.ts";
import { refuseInplace, seriesVerbs } from "../interop/inplace.ts";
import { tensorOfColumn } from "../interop/tensor.ts";
import { EngineColumn } from "./base.ts";
import { DateAccessor } from "./dates.ts";
import { TextAccessor } from "./text.ts";
import { SeriesDanfo } from "./danfo.ts";
import { seriesPlot, type SeriesPlot } from "../plotting/index.ts";

/**
 * One typed column: values of one type, a name, and row labels where they were given. It never
 * changes; every verb returns a new one.
 *
 * @example
 * const ages = new Series([31, null, 47], { name: "age" });
 * ages.gt(40).values; // [false, false, true]
 */
export class Series<T = Cell> extends SeriesDanfo<T> implements Displayable {
  /**
   * Operations on texts.
   *
   * @example
   * new Series(["a"]).str.toUpperCase().values; // ["A"]
   */
  get str(): TextAccessor {
    return new TextAccessor(this);
  }

  /**
   * The parts of dates.
   *
   * @example
   * new Series([new Date("2024-02-29")]).dt.month().values; // [2]
   */
  get dt(): DateAccessor {
    return new DateAccessor(this);
  }

  /**
   * The plots of this series, under danfo's names.
   *
   * @example
   * new Series([3, 5, 4], { name: "pears" }).plot.line().spec.data.values.length; // 3
   */
  get plot(): SeriesPlot<Series<T>> {
    return seriesPlot(this);
  }

  /**
   * The categories of a column of categories.
   *
   * @example
   * new Series(["b", "a"]).asType("category").cat.categories; // ["a", "b"]
   */
  get cat(): CategoryAccessor {
    return new CategoryAccessor(this.data, this.labels);
  }

  /**
   * The column as a float32 tensor of rank 1. TensorFlow is loaded by the first use.
   *
   * @throws TypeError when values are missing or are not numbers.
   */
  get tensor(): Tensor1D {
    return tensorOfColumn(this.data);
  }

  /** The column as text, cut in the middle where it is long. */
  override toString(): string {
    return seriesText({ data: pl.DataFrame([this.data]), index: this.labels });
  }

  /** Writes the column to the console. */
  print(): void {
    console.log(this.toString());
  }

  /** The values, so that `JSON.stringify` writes an array. */
  toJSON(): T[] {
    return this.values;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  /** The forms a notebook shows: an HTML table, and text where there is no HTML. */
  [jupyterDisplay](): MimeBundle {
    return seriesBundle({ data: pl.DataFrame([this.data]), index: this.labels });
  }
}

refuseInplace(Series.prototype, seriesVerbs);
install({ series: (data, index) => new Series(new EngineColumn(data, index)) });
