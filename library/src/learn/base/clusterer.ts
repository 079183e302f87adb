import type { MatrixLike } from "../matrix/index.ts";
import { Estimator } from "./estimator.ts";

/** What every clusterer's state holds: the cluster of each sample; -1 is noise. */
export interface ClustererState {
  readonly labels: Int32Array;
}

/** An estimator that finds groups of samples without being told any. */
export abstract class Clusterer<P extends object, S extends ClustererState> extends Estimator<
  P,
  S
> {
  /** Learns from samples [n, features]. */
  abstract fit(x: MatrixLike): this;

  /** The cluster of each sample that `fit` saw, from 0; -1 is noise. */
  get labels_(): Int32Array {
    return this.fitted("labels_").labels.slice();
  }

  /** Learns, and returns the cluster of each sample [n]. */
  fitPredict(x: MatrixLike): Int32Array {
    return this.fit(x).labels_;
  }
}
