import { checkChoice, register, Transformer } from "../base/index.ts";
import { type MatrixLike, SparseMatrix } from "../matrix/index.ts";
import { learnIdf, toSparse, type TfidfOptions, weigh } from "./tfidf.ts";

export type TfidfTransformerParams = TfidfOptions;

interface State {
  readonly idf: Float64Array | undefined;
}

/**
 * Counts of words as weights: a word counts more the fewer texts it is in, ln((1 + n) / (1 + df)) + 1,
 * and each text has length 1. O(values).
 *
 * @example
 * const tfidf = new TfidfTransformer({ norm: null }).fit([[1, 1], [0, 2]]);
 * tfidf.transform([[0, 3]]).toArray(); // [[0, 3]]
 */
export class TfidfTransformer extends Transformer<
  TfidfTransformerParams,
  State,
  MatrixLike,
  SparseMatrix
> {
  constructor(params: Partial<TfidfTransformerParams> = {}) {
    super({ norm: "l2", useIdf: true, smoothIdf: true, sublinearTf: false }, params);
  }

  fit(x: MatrixLike): this {
    checkChoice(this.name, "norm", this.params.norm, ["l1", "l2", null]);
    const counts = x instanceof SparseMatrix ? x : toSparse(this.readFit(x));
    const { useIdf, smoothIdf } = this.params;
    return this.learned({ idf: useIdf ? learnIdf(counts, smoothIdf) : undefined }, counts);
  }

  transform(x: MatrixLike): SparseMatrix {
    const { idf } = this.fitted("transform");
    const isSame = x instanceof SparseMatrix && x.columns === this.nFeaturesIn_;
    const counts = isSame ? x : toSparse(this.readMore(x));
    return weigh(counts, idf, this.params);
  }

  getFeatureNamesOut(): string[] {
    const length = this.nFeaturesIn_;
    return [...(this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`))];
  }

  /** The weight of each word; undefined without `useIdf`. */
  get idf_(): Float64Array | undefined {
    return this.fitted("idf_").idf?.slice();
  }
}

register("TfidfTransformer", TfidfTransformer);
