import { checkChoice, checkInteger, register, Transformer } from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";
import { type BinStrategy, edgesOf, type QuantileMethod } from "./bin-edges.ts";

export interface KBinsDiscretizerParams {
  /** How many bins a feature gets, from 2; one number, or one for each feature. Default 5. */
  nBins: number | readonly number[];
  /** A column of 0 and 1 for each bin, or the bin's number. Default `"onehot"`. */
  encode: "onehot" | "ordinal";
  /** Bins of equal counts, of equal width, or around the centres of k-means. Default `"quantile"`. */
  strategy: BinStrategy;
  /** How quantiles between two values are taken. Default `"averagedInvertedCdf"`. */
  quantileMethod: QuantileMethod;
}

interface State {
  readonly edges: readonly Float64Array[];
}

/**
 * Numbers as the bins they fall into. Bins too narrow to matter are joined to their neighbours. Values
 * outside of what `fit` saw fall into the first or the last bin. O(n log n · features).
 *
 * Differs from scikit-learn: the result is dense, so `"onehotDense"` is `"onehot"`; all samples are used.
 *
 * @example
 * const bins = new KBinsDiscretizer({ nBins: 2, encode: "ordinal", strategy: "uniform" });
 * bins.fitTransform([[0], [4], [6], [10]]).toArray(); // [[0], [0], [1], [1]]
 */
export class KBinsDiscretizer extends Transformer<KBinsDiscretizerParams, State> {
  constructor(params: Partial<KBinsDiscretizerParams> = {}) {
    super(
      {
        nBins: 5,
        encode: "onehot",
        strategy: "quantile",
        quantileMethod: "averagedInvertedCdf",
      },
      params,
    );
  }

  fit(x: MatrixLike): this {
    const { nBins, encode, strategy, quantileMethod } = this.params;
    checkChoice(this.name, "encode", encode, ["onehot", "ordinal"]);
    checkChoice(this.name, "strategy", strategy, ["quantile", "uniform", "kmeans"]);
    checkChoice(this.name, "quantileMethod", quantileMethod, ["averagedInvertedCdf", "linear"]);
    const samples = this.readFit(x);
    const counts = typeof nBins === "number" ? [nBins] : nBins;
    counts.forEach((count) => checkInteger(this.name, "nBins", count, 2));
    if (typeof nBins !== "number" && nBins.length !== samples.columns) {
      throw new RangeError(
        `${this.name}: nBins has ${nBins.length} numbers for ${samples.columns} features.`,
      );
    }
    const edges = Array.from({ length: samples.columns }, (_, j) =>
      edgesOf(samples.column(j), counts[j % counts.length], strategy, quantileMethod),
    );
    return this.learned({ edges }, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { edges } = this.fitted("transform");
    const samples = this.readMore(x);
    const { rows, columns, data } = samples;
    const isOrdinal = this.params.encode === "ordinal";
    const width = isOrdinal ? columns : edges.reduce((sum, one) => sum + one.length - 1, 0);
    const made = new Float64Array(rows * width);
    let from = 0;
    for (let j = 0; j < columns; j++) {
      const own = edges[j];
      const last = own.length - 2;
      for (let i = 0; i < rows; i++) {
        let bin = 0;
        while (bin < last && data[i * columns + j] >= own[bin + 1]) bin++;
        if (isOrdinal) made[i * width + j] = bin;
        else made[i * width + from + bin] = 1;
      }
      from += own.length - 1;
    }
    return new Matrix(made, rows, width, this.getFeatureNamesOut());
  }

  /** The middle of each bin. */
  inverseTransform(x: MatrixLike): Matrix {
    const { edges } = this.fitted("inverseTransform");
    const given = readMatrix(x, this.name);
    const width = this.getFeatureNamesOut().length;
    if (given.columns !== width) {
      throw new RangeError(
        `This ${this.name} gives ${width} columns; inverseTransform received ${given.columns}.`,
      );
    }
    const made = new Float64Array(given.rows * edges.length);
    for (let i = 0; i < given.rows; i++) {
      const row = given.row(i);
      let from = 0;
      edges.forEach((own, j) => {
        const size = own.length - 1;
        const hot = row.subarray(from, from + size).findIndex((cell) => cell > 0);
        const bin = this.params.encode === "ordinal" ? row[j] : hot;
        made[i * edges.length + j] = (own[bin] + own[bin + 1]) / 2;
        from += size;
      });
    }
    return new Matrix(made, given.rows, edges.length, this.featureNamesIn_);
  }

  getFeatureNamesOut(): string[] {
    const { edges } = this.fitted("names");
    const names = this.featureNamesIn_ ?? edges.map((_, j) => `x${j}`);
    if (this.params.encode === "ordinal") return [...names];
    return edges.flatMap((own, j) =>
      Array.from({ length: own.length - 1 }, (_, bin) => `${names[j]}_${bin}`),
    );
  }

  /** The edges of each feature's bins. */
  get binEdges_(): Float64Array[] {
    return this.fitted("binEdges_").edges.map((one) => one.slice());
  }
}

register("KBinsDiscretizer", KBinsDiscretizer);
