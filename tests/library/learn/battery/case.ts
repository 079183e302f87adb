import type { AnyEstimator, Matrix } from "../../../../library/src/learn/index.ts";

/** What a classifier, a regressor and so on are asked for, whatever their class. */
export interface Supervised extends AnyEstimator {
  fit(x: unknown, y: unknown, options?: object): Supervised;
  predict(x: unknown): ArrayLike<unknown>;
  score(x: unknown, y: unknown): number;
}
export interface Transforming extends AnyEstimator {
  fit(x: unknown, y?: unknown): Transforming;
  transform(x: unknown): { readonly data: Float64Array; readonly rows: number };
}
export interface Clustering extends AnyEstimator {
  fit(x: unknown): Clustering;
  readonly labels_: Int32Array;
}

export interface Embedding extends AnyEstimator {
  readonly embedding_: Matrix;
}

/** An estimator as the battery takes it. */
export interface Case {
  /** The class, as it is registered. */
  readonly name: string;
  readonly kind: "classifier" | "regressor" | "transformer" | "clusterer" | "embedder" | "detector";
  /** A new one, with settings that make it learn 60 samples in no time. */
  readonly make: () => AnyEstimator;
  /** It takes missing values. */
  readonly allowsMissing?: boolean;
  /** Its features must not be negative. */
  readonly nonNegative?: boolean;
  /** A transformer that needs y: numbers or labels. */
  readonly needs?: "numbers" | "labels";
  /** Fewer samples than this are refused, with a sentence that says so. Default 1. */
  readonly leastSamples?: number;
  /** A classifier whose probabilities have to be asked for, or need not fit its labels. */
  readonly ownProbabilities?: boolean;
  /** It takes `sampleWeight`. */
  readonly weights?: boolean;
  /** Its parameters hold a function, which JSON cannot carry. */
  readonly noJSON?: boolean;
  /** It takes texts or other samples than numbers: checks that feed numbers are left out. */
  readonly otherSamples?: boolean;
}
